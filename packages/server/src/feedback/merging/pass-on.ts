import type { Db } from '../../db/db.ts'
import { record } from '../../db/events.ts'
import type { Scope } from '../../db/scope.ts'
import { findItem, updateItem } from '../store.ts'
import { settlePromise } from './promise.ts'
import { addToUnansweredOf, findOldestCarried, holdItems, listTopsOf, moveMerged } from './store.ts'

/**
 * A customer is about to erase what they said. What others said was merged into some of it, and they still wait: the oldest of those goes on in its place, with its goal,
 * plan, promise and outcome. Where nobody is left nothing goes on.
 */
export async function passOn(db: Db, scope: Scope, customerId: string, now: Date) {
  for (const { id } of await listTopsOf(db, scope, customerId)) {
    const next = await findOldestCarried(db, scope, id, customerId)
    if (!next) continue
    await holdItems(db, scope, [id, next.id])
    const [top, heir] = [await findItem(db, scope, id), await findItem(db, scope, next.id)]
    if (!top || heir?.status !== 'merged') continue
    const { status, goalId, initiativeId, plan, replyBy, repliedAt, answeredAt, outcomeId } = top
    const isAnswered = outcomeId !== null && outcomeId === heir.outcomeId
    const stands = { goalId, initiativeId, plan, replyBy, repliedAt, answeredAt, mergedIntoId: null, mergedFrom: null }
    await updateItem(db, scope, heir, { ...stands, status, routing: { method: 'person', because: [] }, ...(isAnswered && { outcomeId }) })
    await moveMerged(db, scope, id, heir.id)
    await addToUnansweredOf(db, scope, id, heir.id)
    await settlePromise(db, scope, heir.id)
    await record(db, scope, [{ type: 'feedback.took-over', feedbackItemId: heir.id, detail: { from: id } }], now)
  }
}
