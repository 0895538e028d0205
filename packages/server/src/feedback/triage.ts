import type { FeedbackItem } from '@klankbord/shared/feedback'
import { type Db, transact } from '../db/db.ts'
import { record } from '../db/events.ts'
import type { Scope } from '../db/scope.ts'
import type { Deps } from '../deps.ts'
import { findPromise } from '../goals/promises.ts'
import { replyBy } from '../goals/reply-by.ts'
import { requireOurs, start } from '../initiatives/change-initiative.ts'
import { badField, notFound, notFoundAt, ProblemError } from '../problem-error.ts'
import { decidedByModel, type ModelReasons } from '../routing/decided-by-model.ts'
import { decidedByPerson } from '../routing/route-to-goal.ts'
import { acceptedChange, routedChange, spamChange, unspamChange } from './changes.ts'
import { readFeedback } from './inbox/read-feedback.ts'
import { readIntake } from './intake.ts'
import { keepDecision } from './learning-store.ts'
import { datesIn } from './promise/dates-in.ts'
import { tellAssigned } from './promise/tell-owners.ts'
import { addNewsToAll, findItem, listCarried, type StoredItem, setReplied, updateItem } from './store.ts'
import { tellArrived } from './tell-arrived.ts'
import { requireVersion, stale } from './version.ts'

/** The item that is acted on, as who acts has read it. */
interface Acted {
  id: string
  version?: number | undefined
}

/** Changes one item in a transaction, and answers with the item as it then is. */
async function change(
  deps: Deps,
  scope: Scope,
  { id, version }: Acted,
  act: (db: Db, item: StoredItem, now: Date) => Promise<void>,
): Promise<FeedbackItem> {
  await transact(deps.db, async (db) => {
    const item = await findItem(db, scope, id)
    if (!item) throw notFound('feedback')
    await requireVersion(db, scope, item, version)
    await act(db, item, deps.clock())
  })
  return readFeedback(deps, scope, id)
}

/** What was ended one way or another is acted on no more. */
export const requireOpen = ({ status }: StoredItem) => {
  if (status === 'answered')
    throw new ProblemError('conflict', 'This item has its outcome already. It opens again when the customer says that it did not help.')
  if (status === 'merged') throw new ProblemError('conflict', 'This item was merged into another; go on there.')
  if (status === 'spam') throw new ProblemError('conflict', 'This item is marked as spam. Take that back first.')
}

/** A person gives the item to a goal. A promise that was made stays, unless the new goal promises sooner. */
export async function routeFeedback(deps: Deps, scope: Scope, input: Acted & { goalId: string }): Promise<FeedbackItem> {
  await transact(deps.db, (db) => giveTo(db, scope, input, deps.clock()))
  return readFeedback(deps, scope, input.id)
}

/** Gives an item to a goal, within a transaction. */
export async function giveTo(db: Db, scope: Scope, { id, goalId, version }: Acted & { goalId: string }, now: Date) {
  const item = await findItem(db, scope, id)
  if (!item) throw notFound('feedback')
  await requireVersion(db, scope, item, version)
  requireOpen(item)
  const { calendar, language } = await readIntake(db, scope, now)
  const promise = await findPromise(db, scope, goalId)
  if (!promise) throw notFoundAt('goalId', 'goal')
  if (promise.hasEnded) throw badField('goalId', 'This goal has ended. Choose another, or take it up again')
  if (item.goalId === goalId) return accept(db, scope, item, language, now)
  const routing = decidedByPerson('name' in scope.who ? scope.who.name : null, language)
  const changed = await updateItem(db, scope, item, routedChange(item, { goalId, replyBy: replyBy(now, promise.replyWithinDays, calendar), routing }))
  if (!changed) throw await stale(db, scope, item.id)
  await addNewsToAll(db, scope, id)
  await keepDecision(db, scope, item, goalId, now)
  await tellArrived(db, scope, [id], new Set([id]), now)
  await record(db, scope, [{ type: 'feedback.routed', feedbackItemId: id, detail: { goalId, team: promise.team, from: item.goalId } }], now)
  await tellAssigned(db, scope, { goalId, ids: [id] }, now)
}

/** The learned model gives an item that nobody decided about to a goal, within a transaction. False when it is not waiting for that any more. */
export async function giveByModel(db: Db, scope: Scope, { id, goalId, ...reasons }: { id: string; goalId: string } & ModelReasons, now: Date) {
  const item = await findItem(db, scope, id)
  const promise = await findPromise(db, scope, goalId)
  if (item?.status !== 'received' || item.goalId !== null || item.erasedAt !== null || !promise || promise.hasEnded) return false
  const { calendar, language } = await readIntake(db, scope, now)
  const dates = datesIn(item, replyBy(now, promise.replyWithinDays, calendar))
  const routing = decidedByModel(reasons, language)
  if (!(await updateItem(db, scope, item, { goalId, ...dates, status: 'routed', routing }))) return false
  await addNewsToAll(db, scope, id)
  await tellArrived(db, scope, [id], new Set([id]), now)
  await record(db, scope, [{ type: 'feedback.routed', feedbackItemId: id, detail: { goalId, team: promise.team, model: reasons.model } }], now)
  return true
}

/** The team agrees that the item is theirs. The customer was told of the goal already, so nothing is news to them. */
async function accept(db: Db, scope: Scope, item: StoredItem, language: string, now: Date) {
  const change = acceptedChange(item, 'name' in scope.who ? scope.who.name : null, language)
  if (change === null) return
  if (!(await updateItem(db, scope, item, change))) throw await stale(db, scope, item.id)
  await keepDecision(db, scope, item, item.goalId, now)
  await record(db, scope, [{ type: 'feedback.accepted', feedbackItemId: item.id, detail: { goalId: item.goalId } }], now)
}

/** The team puts the item under an initiative of its goal: work has begun, and the customer reads the plan. */
export function planFeedback(
  deps: Deps,
  scope: Scope,
  { initiativeId, plan, ...acted }: Acted & { initiativeId: string; plan?: string | undefined },
): Promise<FeedbackItem> {
  const { id } = acted
  return change(deps, scope, acted, async (db, item, now) => {
    requireOpen(item)
    const { initiative, goal } = await requireOurs(db, scope, initiativeId, 'initiativeId')
    if (item.goalId !== goal.id) throw new ProblemError('conflict', 'This initiative belongs to another goal. Route the item to that goal first.')
    await start(db, scope, initiative, now)
    const changed = await updateItem(db, scope, item, { initiativeId, plan: plan ?? initiative.plan, status: 'in_progress' })
    if (!changed) throw await stale(db, scope, item.id)
    // Who begins with it leaves it where it is.
    if (item.routing.method === 'model' || item.routing.method === 'rule') await keepDecision(db, scope, item, goal.id, now)
    await addNewsToAll(db, scope, id)
    await setReplied(db, scope, id, now.toISOString())
    await record(db, scope, [{ type: 'feedback.planned', feedbackItemId: id, detail: { initiativeId, team: goal.team } }], now)
  })
}

/** Out of sight and never told. What has an outcome is no spam. */
export function markSpam(deps: Deps, scope: Scope, acted: Acted): Promise<FeedbackItem> {
  const { id } = acted
  return change(deps, scope, acted, async (db, item, now) => {
    if (item.status === 'spam') return
    requireOpen(item)
    const carried = await listCarried(db, scope, id)
    if (carried.length > 0)
      throw new ProblemError('conflict', 'What other customers said was merged into this item; split that off first, or nobody answers them.')
    if (!(await updateItem(db, scope, item, spamChange))) throw await stale(db, scope, item.id)
    await record(db, scope, [{ type: 'feedback.spam', feedbackItemId: id, detail: { from: item.status } }], now)
  })
}

/** Puts the item back where it stood. */
export function unmarkSpam(deps: Deps, scope: Scope, acted: Acted): Promise<FeedbackItem> {
  const { id } = acted
  return change(deps, scope, acted, async (db, item, now) => {
    if (item.status !== 'spam') return
    if (!(await updateItem(db, scope, item, unspamChange(item)))) throw await stale(db, scope, item.id)
    await record(db, scope, [{ type: 'feedback.not-spam', feedbackItemId: id }], now)
  })
}
