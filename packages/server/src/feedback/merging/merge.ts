import type { FeedbackItem } from '@klankbord/shared/feedback'
import type { Status } from '@klankbord/shared/widget'
import { type Db, transact } from '../../db/db.ts'
import { record } from '../../db/events.ts'
import type { Scope } from '../../db/scope.ts'
import type { Deps } from '../../deps.ts'
import { findPromise } from '../../goals/promises.ts'
import { badField, notFound, notFoundAt, ProblemError } from '../../problem-error.ts'
import { decidedByPerson } from '../../routing/route-to-goal.ts'
import { readFeedback } from '../inbox/read-feedback.ts'
import { readIntake } from '../intake.ts'
import { keepDecision } from '../learning-store.ts'
import { addNewsToAll, type Change, findItem, type StoredItem, updateItem } from '../store.ts'
import { tellArrived } from '../tell-arrived.ts'
import { requireOpen } from '../triage.ts'
import { requireVersion, stale } from '../version.ts'
import { settlePromise } from './promise.ts'
import { findTop, holdItems } from './store.ts'
import { tellMerged, tellOutcome } from './tell.ts'

/** How an item stood before it was merged, to be put back when it is split off. */
export type MergedFrom = Pick<StoredItem, 'status' | 'outcomeId' | 'helped' | 'reactionReasons' | 'reactionText' | 'reactedAt'>

interface Asked {
  id: string
  into: string
  version?: number | undefined
}

/** Two items say the same: the team goes on with one of them, and the customer of the other is carried along. */
export async function mergeFeedback(deps: Deps, scope: Scope, { id, into, version }: Asked): Promise<FeedbackItem> {
  await transact(deps.db, async (db) => {
    if (!(await findItem(db, scope, id))) throw notFound('feedback')
    if (!(await findItem(db, scope, into))) throw notFoundAt('into', 'feedback')
    await holdItems(db, scope, [id, into, await findTop(db, scope, into)])
    const [item, top] = [await findItem(db, scope, id), await findItem(db, scope, await findTop(db, scope, into))]
    if (!item || !top) throw notFound('feedback')
    await requireVersion(db, scope, item, version)
    if (item.status === 'merged' && (await findTop(db, scope, id)) === top.id) return
    requireOpen(item)
    requireTop(item, top)
    await merge(db, scope, item, top, deps.clock())
  })
  return readFeedback(deps, scope, id)
}

/** An item that another can go on in. */
function requireTop(item: StoredItem, top: StoredItem) {
  if (top.id === item.id)
    throw badField('into', 'This is the item itself, or one that was merged into it. Choose another, or merge it the other way round')
  if (item.erasedAt !== null) throw new ProblemError('conflict', 'The customer erased what they said; there is nothing left to merge.')
  if (top.erasedAt !== null) throw badField('into', 'The customer of this item erased what they said. Choose another')
  if (top.status === 'spam') throw badField('into', 'This item is marked as spam. Choose another, or take that back first')
}

async function merge(db: Db, scope: Scope, item: StoredItem, top: StoredItem, now: Date) {
  await takeOn(db, scope, top, item.goalId, now)
  if (!(await updateItem(db, scope, item, mergedChange(item, top)))) throw await stale(db, scope, item.id)
  await addNewsToAll(db, scope, item.id)
  await record(
    db,
    scope,
    [
      { type: 'feedback.merged', feedbackItemId: item.id, detail: { into: top.id } },
      { type: 'feedback.joined', feedbackItemId: top.id, detail: { items: [item.id], count: 1 } },
    ],
    now,
  )
  await settlePromise(db, scope, top.id)
  if (top.status === 'answered' && top.outcomeId !== null) await tellOutcome(db, scope, [item], { outcomeId: top.outcomeId }, now)
  else await tellMerged(db, scope, [item], now)
}

/** How an item stands once it is merged. It has the outcome that the other was answered with. */
export function mergedChange(item: StoredItem, top: Pick<StoredItem, 'id' | 'status' | 'outcomeId'>): Change {
  const { status, outcomeId, helped, reactionReasons, reactionText, reactedAt } = item
  const from: MergedFrom = { status, outcomeId, helped, reactionReasons, reactionText, reactedAt }
  const isAnswered = top.status === 'answered' && top.outcomeId !== null
  return {
    status: 'merged',
    mergedIntoId: top.id,
    mergedFrom: JSON.stringify(from),
    ...(isAnswered && { outcomeId: top.outcomeId, helped: null, reactionText: null, reactedAt: null }),
  }
}

/** An item without a goal takes that of what is merged into it, since one of their customers was told of it. */
export async function takeOn(db: Db, scope: Scope, top: StoredItem, goalId: string | null, now: Date) {
  if (top.goalId !== null || goalId === null) {
    // Who acts on it must see what came along.
    if (!(await updateItem(db, scope, top, {}))) throw await stale(db, scope, top.id)
    return
  }
  const goal = await findPromise(db, scope, goalId)
  const { language } = await readIntake(db, scope, now)
  const routing = decidedByPerson('name' in scope.who ? scope.who.name : null, language)
  const status: Status = top.status === 'received' ? 'routed' : top.status
  if (!(await updateItem(db, scope, top, { goalId, status, routing }))) throw await stale(db, scope, top.id)
  await addNewsToAll(db, scope, top.id)
  await keepDecision(db, scope, top, goalId, now)
  await tellArrived(db, scope, [top.id], new Set([top.id]), now)
  await record(db, scope, [{ type: 'feedback.routed', feedbackItemId: top.id, detail: { goalId, team: goal?.team, from: null } }], now)
}

/** Takes an item out of the one that it was merged into. It stands as it stood. */
export async function splitFeedback(deps: Deps, scope: Scope, { id, version }: Omit<Asked, 'into'>): Promise<FeedbackItem> {
  await transact(deps.db, async (db) => {
    const found = await findItem(db, scope, id)
    if (!found) throw notFound('feedback')
    await holdItems(db, scope, [id, await findTop(db, scope, id)])
    const item = await findItem(db, scope, id)
    if (!item) throw notFound('feedback')
    await requireVersion(db, scope, item, version)
    if (item.status !== 'merged') return
    if (item.erasedAt !== null) throw new ProblemError('conflict', 'The customer erased what they said; there is nothing left to split off.')
    await splitOff(db, scope, item, splitChange(item), deps.clock())
  })
  return readFeedback(deps, scope, id)
}

/** How an item stands once it is split off. */
export function splitChange({ mergedFrom }: Pick<StoredItem, 'mergedFrom'>): Change {
  const from = JSON.parse(mergedFrom ?? '{"status":"received"}') as MergedFrom
  return { ...from, mergedIntoId: null, mergedFrom: null }
}

/** Splits an item off as `change` says, within a transaction that holds it and the one that it was merged into. */
export async function splitOff(db: Db, scope: Scope, item: StoredItem, change: Change, now: Date) {
  const top = await findItem(db, scope, await findTop(db, scope, item.id))
  if (!(await updateItem(db, scope, item, change))) throw await stale(db, scope, item.id)
  const events = [{ type: 'feedback.split', feedbackItemId: item.id, detail: { from: top?.id } }]
  if (!top) return record(db, scope, events, now)
  if (!(await updateItem(db, scope, top, {}))) throw await stale(db, scope, top.id)
  await settlePromise(db, scope, top.id)
  await record(db, scope, [...events, { type: 'feedback.split', feedbackItemId: top.id, detail: { item: item.id } }], now)
}
