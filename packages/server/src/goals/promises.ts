import type { Db } from '../db/db.ts'
import type { Scope } from '../db/scope.ts'
import { publicTitle } from './public-title.ts'
import { findTerms } from './store.ts'

/** What a goal promises to customers: `title` and `team` as they read them, and the working days until they hear. */
export interface GoalTerms {
  title: string
  team: string
  replyWithinDays: number
  hasEnded: boolean
}

/** What a goal promises; undefined where there is no such goal, or none is named. */
export async function findPromise(db: Db, scope: Scope, goalId: string | null): Promise<GoalTerms | undefined> {
  const terms = goalId === null ? undefined : await findTerms(db, scope, goalId)
  return terms && { title: publicTitle(terms), team: terms.team, replyWithinDays: terms.replyWithinDays, hasEnded: terms.endedAt !== null }
}
