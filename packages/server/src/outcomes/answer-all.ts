import type { Db } from '../db/db.ts'
import type { Scope } from '../db/scope.ts'
import { tallyTogether } from '../db/tally-together.ts'
import { readOrganisation } from '../members/store.ts'
import { decidedByPerson } from '../routing/route-to-goal.ts'
import { answerCarried, answerItems, carryAlong, recordAnswers } from './publication-store.ts'

interface Answer {
  outcomeId: string
  goalId: string
  team: string
  at: string
}

/** Answers these items with an outcome, and what was merged into them. Within the transaction that publishes it or goes on with it. */
export async function answerAll(db: Db, scope: Scope, { outcomeId, goalId, team, at }: Answer, ids: readonly string[]) {
  const { locale } = await readOrganisation(db, scope)
  const routing = decidedByPerson('name' in scope.who ? scope.who.name : null, locale)
  const carried = await carryAlong(db, scope, outcomeId, ids)
  let answered = 0
  await tallyTogether(db, [...ids, ...carried], async () => {
    answered = await answerItems(db, scope, { outcomeId, goalId, routing, at, ids })
    if (carried.length > 0) await answerCarried(db, scope, outcomeId, carried)
  })
  await recordAnswers(db, scope, { outcomeId, team, at, ids: [...ids, ...carried] })
  return { answered, carried }
}
