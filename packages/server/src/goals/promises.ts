import type { Db } from '../db/db.ts'
import type { Scope } from '../db/scope.ts'
import { publicTitle } from './public-title.ts'
import { listTerms } from './store.ts'

/** What a goal promises to customers: `title` and `team` as they read them, and the working days until they hear. */
export interface GoalTerms {
  title: string
  team: string
  replyWithinDays: number
}

/** What every goal promises, by its id. */
export async function listPromises(db: Db, scope: Scope): Promise<Map<string, GoalTerms>> {
  const terms = await listTerms(db, scope)
  return new Map(terms.map(({ id, ...goal }) => [id, { title: publicTitle(goal), team: goal.team, replyWithinDays: goal.replyWithinDays }]))
}
