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
import { acceptedByPerson, decidedByPerson } from '../routing/route-to-goal.ts'
import { readFeedback } from './inbox/read-feedback.ts'
import { readIntake } from './intake.ts'
import { keepDecision } from './learning-store.ts'
import { addNews, findItem, type StoredItem, setReplied, updateItem } from './store.ts'

/** Changes one item in a transaction, and answers with the item as it then is. */
async function change(deps: Deps, scope: Scope, id: string, act: (db: Db, item: StoredItem, now: Date) => Promise<void>): Promise<FeedbackItem> {
  await transact(deps.db, async (db) => {
    const item = await findItem(db, scope, id)
    if (!item) throw notFound('feedback')
    await act(db, item, deps.clock())
  })
  return readFeedback(deps, scope, id)
}

const moved = () => new ProblemError('conflict', 'Someone else changed this item a moment ago. Look again before you decide.')

const requireOpen = ({ status }: StoredItem) => {
  if (status === 'answered')
    throw new ProblemError('conflict', 'This item has its outcome already. It opens again when the customer says that it did not help.')
  if (status === 'merged') throw new ProblemError('conflict', 'This item was merged into another; go on there.')
  if (status === 'spam') throw new ProblemError('conflict', 'This item is marked as spam. Take that back first.')
}

/** A person gives the item to a goal. A promise that was made stays, unless the new goal promises sooner. */
export async function routeFeedback(deps: Deps, scope: Scope, input: { id: string; goalId: string }): Promise<FeedbackItem> {
  await transact(deps.db, (db) => giveTo(db, scope, input, deps.clock()))
  return readFeedback(deps, scope, input.id)
}

/** Gives an item to a goal, within a transaction. */
export async function giveTo(db: Db, scope: Scope, { id, goalId }: { id: string; goalId: string }, now: Date) {
  const item = await findItem(db, scope, id)
  if (!item) throw notFound('feedback')
  requireOpen(item)
  const { timeZone, language } = await readIntake(db, scope)
  const promise = await findPromise(db, scope, goalId)
  if (!promise) throw notFoundAt('goalId', 'goal')
  if (promise.hasEnded) throw badField('goalId', 'This goal has ended. Choose another, or take it up again')
  if (item.goalId === goalId) return accept(db, scope, item, language, now)
  const date = replyBy(now, promise.replyWithinDays, timeZone)
  const kept = item.replyBy !== null && item.replyBy < date ? item.replyBy : date
  const name = 'name' in scope.who ? scope.who.name : null
  const changed = await updateItem(db, scope, item, {
    goalId,
    initiativeId: null,
    plan: null,
    replyBy: kept,
    status: item.status === 'reopened' ? 'reopened' : 'routed',
    routing: decidedByPerson(name, language),
  })
  if (!changed) throw moved()
  await addNews(db, scope, id)
  await keepDecision(db, scope, item, goalId, now)
  await record(db, scope, [{ type: 'feedback.routed', feedbackItemId: id, detail: { goalId, team: promise.team, from: item.goalId } }], now)
}

/** The learned model gives an item that nobody decided about to a goal, within a transaction. False when it is not waiting for that any more. */
export async function giveByModel(db: Db, scope: Scope, { id, goalId, ...reasons }: { id: string; goalId: string } & ModelReasons, now: Date) {
  const item = await findItem(db, scope, id)
  const promise = await findPromise(db, scope, goalId)
  if (item?.status !== 'received' || item.goalId !== null || item.erasedAt !== null || !promise || promise.hasEnded) return false
  const { timeZone, language } = await readIntake(db, scope)
  const date = replyBy(now, promise.replyWithinDays, timeZone)
  const kept = item.replyBy !== null && item.replyBy < date ? item.replyBy : date
  const routing = decidedByModel(reasons, language)
  if (!(await updateItem(db, scope, item, { goalId, replyBy: kept, status: 'routed', routing }))) return false
  await addNews(db, scope, id)
  await record(db, scope, [{ type: 'feedback.routed', feedbackItemId: id, detail: { goalId, team: promise.team, model: reasons.model } }], now)
  return true
}

/** The team agrees that the item is theirs. The customer was told of the goal already, so nothing is news to them. */
async function accept(db: Db, scope: Scope, item: StoredItem, language: string, now: Date) {
  const { method, model } = item.routing
  if (method !== 'rule' && method !== 'model') return
  const name = 'name' in scope.who ? scope.who.name : null
  // The number tells that the reasons hold the customer's words, which go when these are erased.
  const routing = { ...acceptedByPerson(item.routing, name, language), ...(model !== undefined && { model }) }
  if (!(await updateItem(db, scope, item, { routing }))) throw moved()
  await keepDecision(db, scope, item, item.goalId, now)
  await record(db, scope, [{ type: 'feedback.accepted', feedbackItemId: item.id, detail: { goalId: item.goalId } }], now)
}

/** The team puts the item under an initiative of its goal: work has begun, and the customer reads the plan. */
export function planFeedback(
  deps: Deps,
  scope: Scope,
  { id, initiativeId, plan }: { id: string; initiativeId: string; plan?: string | undefined },
): Promise<FeedbackItem> {
  return change(deps, scope, id, async (db, item, now) => {
    requireOpen(item)
    const { initiative, goal } = await requireOurs(db, scope, initiativeId, 'initiativeId')
    if (item.goalId !== goal.id) throw new ProblemError('conflict', 'This initiative belongs to another goal. Route the item to that goal first.')
    await start(db, scope, initiative, now)
    const changed = await updateItem(db, scope, item, { initiativeId, plan: plan ?? initiative.plan, status: 'in_progress' })
    if (!changed) throw moved()
    // Who begins with it leaves it where it is.
    if (item.routing.method === 'model' || item.routing.method === 'rule') await keepDecision(db, scope, item, goal.id, now)
    await addNews(db, scope, id)
    await setReplied(db, scope, id, now.toISOString())
    await record(db, scope, [{ type: 'feedback.planned', feedbackItemId: id, detail: { initiativeId, team: goal.team } }], now)
  })
}

/** Out of sight and never told. What has an outcome is no spam. */
export function markSpam(deps: Deps, scope: Scope, { id }: { id: string }): Promise<FeedbackItem> {
  return change(deps, scope, id, async (db, item, now) => {
    if (item.status === 'spam') return
    requireOpen(item)
    if (!(await updateItem(db, scope, item, { status: 'spam' }))) throw moved()
    await record(db, scope, [{ type: 'feedback.spam', feedbackItemId: id, detail: { from: item.status } }], now)
  })
}

/** Puts the item back where it stood. */
export function unmarkSpam(deps: Deps, scope: Scope, { id }: { id: string }): Promise<FeedbackItem> {
  return change(deps, scope, id, async (db, item, now) => {
    if (item.status !== 'spam') return
    if (!(await updateItem(db, scope, item, { status: standing(item) }))) throw moved()
    await record(db, scope, [{ type: 'feedback.not-spam', feedbackItemId: id }], now)
  })
}

function standing({ outcomeId, initiativeId, goalId }: StoredItem) {
  if (outcomeId !== null) return 'reopened'
  if (initiativeId !== null) return 'in_progress'
  return goalId === null ? 'received' : 'routed'
}
