import type { Db } from '../db/db.ts'
import type { Scope } from '../db/scope.ts'
import { queueByAddress } from '../outbox/outbox.ts'
import { reachedBy } from './publication-store.ts'

/** The numbers of weeks after which any goal asks again. */
export async function listWeeks({ everywhere }: Db): Promise<number[]> {
  const rows = await everywhere.selectFrom('goals').select('askAgainAfterWeeks').distinct().where('askAgainAfterWeeks', 'is not', null).execute()
  return rows.flatMap(({ askAgainAfterWeeks }) => askAgainAfterWeeks ?? [])
}

/** Outcomes of goals that ask after so many weeks, published between two moments, about which nobody was asked again. */
export const listToAskAgain = ({ everywhere }: Db, weeks: number, from: string, to: string) =>
  everywhere
    .selectFrom('outcomes')
    .innerJoin('goals', 'goals.id', 'outcomes.goalId')
    .select(['outcomes.id', 'outcomes.organisationId'])
    .where('goals.askAgainAfterWeeks', '=', weeks)
    .where('outcomes.askedAgainAt', 'is', null)
    .where('outcomes.withdrawnAt', 'is', null)
    .where('outcomes.publishedAt', '>=', from)
    .where('outcomes.publishedAt', '<=', to)
    .orderBy('outcomes.publishedAt')
    .limit(20)
    .execute()

/** False when somebody was first. */
export async function setAskedAgain(db: Db, scope: Scope, id: string, at: string): Promise<boolean> {
  const { numUpdatedRows } = await db
    .within(scope)
    .updateTable('outcomes')
    .set({ askedAgainAt: at })
    .where('id', '=', id)
    .where('askedAgainAt', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

/** Those whom it helped, or partly, and who may be mailed; each address once. */
const helped = (db: Db, scope: Scope, outcomeId: string) =>
  reachedBy(db, scope, outcomeId).where('feedbackItems.helped', 'in', ['yes', 'partly']).where('feedbackItems.status', 'in', ['answered', 'merged'])

export const queueQuestions = (db: Db, scope: Scope, outcomeId: string, at: string) =>
  queueByAddress(db, scope, helped(db, scope, outcomeId), {
    key: `still-better:${outcomeId}`,
    kind: 'still-better',
    aboutId: outcomeId,
    payload: { outcomeId },
    at,
  })

/** The oldest thing that this customer said of which the outcome helped. */
export const findHelped = (db: Db, scope: Scope, outcomeId: string, customerId: string) =>
  helped(db, scope, outcomeId)
    .where('customers.id', '=', customerId)
    .select(['feedbackItems.id', 'feedbackItems.message'])
    .orderBy('feedbackItems.submittedAt')
    .orderBy('feedbackItems.id')
    .limit(1)
    .executeTakeFirst()
