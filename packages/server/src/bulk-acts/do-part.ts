import type { SkipReason } from '@klankbord/shared/bulk-acts'
import { type Db, transact } from '../db/db.ts'
import { newId } from '../db/ids.ts'
import type { Scope } from '../db/scope.ts'
import type { Deps } from '../deps.ts'
import { takeOn } from '../feedback/merging/merge.ts'
import { settlePromise } from '../feedback/merging/promise.ts'
import { findTop } from '../feedback/merging/store.ts'
import { tellMerged, tellOutcome } from '../feedback/merging/tell.ts'
import { tellManyAssigned } from '../feedback/promise/tell-owners.ts'
import { addNewsToCarried, findItem, type StoredItem } from '../feedback/store.ts'
import { tellArrived } from '../feedback/tell-arrived.ts'
import { ProblemError } from '../problem-error.ts'
import { decide, type Plan, type Verdict } from './decide.ts'
import {
  type Decision,
  type Done,
  type ItemEvent,
  insertDone,
  insertEvents,
  listDecisions,
  listSuggested,
  listWithMerged,
  putDecisions,
  readItems,
  standingOf,
  writeItems,
} from './items-store.ts'
import { makePlan } from './make-plan.ts'
import { findPart, moveAct, type StoredAct, updateAct } from './store.ts'

/** How long what was done can be undone. */
export const UNDO_MS = 60 * 60_000

export const ended = (now: Date) => ({ finishedAt: now.toISOString(), undoUntil: new Date(now.getTime() + UNDO_MS).toISOString() })

interface Judged {
  item: StoredItem
  verdict: Verdict
}

type Changing = { item: StoredItem; verdict: Exclude<Verdict, { reason: SkipReason }> }

/**
 * Does the next part of an act, in one transaction with the note of how far it is: a process that ends in the middle has done all of a part or nothing of it.
 * False when the act has come to its end.
 */
export async function doPart({ db, clock }: Pick<Deps, 'db' | 'clock'>, scope: Scope, act: StoredAct, heldUntil: string): Promise<boolean> {
  const now = clock()
  const at = now.toISOString()
  const ids = await findPart(db, scope, act.id, act.nextPart)
  if (!ids) {
    await moveAct(db, scope, act, 'state', { state: 'done', ...ended(now), heldUntil: null, updatedAt: at })
    return false
  }
  try {
    return await transact(db, (db) => within(db, scope, act, ids, now, heldUntil))
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error
    // What stands in its way now stands in the way of the rest too.
    const failure = error.fields?.[0]?.message ?? error.message
    await moveAct(db, scope, act, 'state', { state: 'failed', failure, ...ended(now), heldUntil: null, updatedAt: at })
    return false
  }
}

async function within(db: Db, scope: Scope, act: StoredAct, ids: string[], now: Date, heldUntil: string): Promise<boolean> {
  const at = now.toISOString()
  if (!(await moveAct(db, scope, act, 'state', { nextPart: act.nextPart + 1, heldUntil, updatedAt: at }))) return false
  const into = act.act.type === 'merge' ? [await findTop(db, scope, act.act.into)] : []
  const items = (await readItems(db, scope, [...ids, ...into])).filter(({ id }) => ids.includes(id))
  const plan = await makePlan(db, scope, act.act, ids, now)
  const judged = items.map((item): Judged => ({ item, verdict: decide(item, plan) }))
  const changing = judged.filter((one): one is Changing => 'change' in one.verdict)
  await change(db, scope, plan, changing, now)
  await insertDone(db, scope, act.id, act.nextPart, await noted(db, scope, judged, now))
  const counts = { done: act.done + changing.length, skipped: act.skipped + judged.length - changing.length }
  await updateAct(db, scope, act.id, {}, { ...counts, reasons: JSON.stringify(countReasons(act, judged)) })
  return true
}

async function change(db: Db, scope: Scope, plan: Plan, changing: Changing[], now: Date) {
  const goalId = changing.find(({ item }) => item.goalId !== null)?.item.goalId ?? null
  const top = plan.type === 'merge' && changing.length > 0 ? await findItem(db, scope, plan.top.id) : undefined
  if (top) await takeOn(db, scope, top, goalId, now)
  const changed = changing.map(({ item, verdict: { change, isNews } }) => ({
    id: item.id,
    // A promise that is made anew is its own.
    stands: { ...standingOf(item), ...('replyBy' in change && { replyByAlone: null }), ...change } as ReturnType<typeof standingOf>,
    news: isNews ? 1 : 0,
  }))
  await writeItems(db, scope, changed)
  const events = changing.map(({ item, verdict: { event } }): ItemEvent => {
    return { id: newId(), item: item.id, type: event.type, detail: JSON.stringify(event.detail) }
  })
  await insertEvents(db, scope, events, now.toISOString())
  const news = changed.filter(({ news }) => news > 0).map(({ id }) => id)
  const withMerged = await listWithMerged(db, scope, news)
  for (const id of withMerged) await addNewsToCarried(db, scope, id)
  const given = changing.filter(({ verdict }) => verdict.event.type === 'feedback.routed').map(({ item }) => item.id)
  if (plan.type === 'route' && given.length > 0) {
    await tellManyAssigned(db, scope, { goalId: plan.goalId, count: given.length }, now)
    await tellArrived(db, scope, given, withMerged, now)
  }
  if (top) await join(db, scope, top, changing, now)
}

/** The other half of a merge: what the items were merged into. */
async function join(db: Db, scope: Scope, top: StoredItem, changing: Changing[], now: Date) {
  const items = changing.map(({ item }) => item)
  await settlePromise(db, scope, top.id)
  const detail = JSON.stringify({ items: items.slice(0, 20).map(({ id }) => id), count: items.length })
  await insertEvents(db, scope, [{ id: newId(), item: top.id, type: 'feedback.joined', detail }], now.toISOString())
  if (top.status === 'answered' && top.outcomeId !== null) await tellOutcome(db, scope, items, { outcomeId: top.outcomeId }, now)
  else await tellMerged(db, scope, items, now)
}

/** How each item stood, with what a person had decided about it; and what they decided now. */
async function noted(db: Db, scope: Scope, judged: Judged[], now: Date): Promise<Done[]> {
  const deciding = judged.flatMap(({ item, verdict }) => ('change' in verdict && verdict.decided !== null ? [{ item, goalId: verdict.decided }] : []))
  const ids = deciding.map(({ item }) => item.id)
  const isTaught = scope.who.kind === 'member' && ids.length > 0
  const before = isTaught ? await listDecisions(db, scope, ids) : new Map<string, Decision>()
  if (isTaught) {
    const suggested = await listSuggested(db, scope, ids)
    const decisions = deciding.map(({ item, goalId }): Decision => {
      const { goalId: suggestedGoalId = null, confidence = null } = suggested.get(item.id) ?? {}
      const modelGoalId = before.get(item.id)?.modelGoalId ?? (item.routing.method === 'model' ? item.goalId : null)
      return { feedbackItemId: item.id, goalId, at: now.toISOString(), suggestedGoalId, confidence, modelGoalId }
    })
    await putDecisions(db, scope, decisions)
  }
  return judged.map(({ item, verdict }) => {
    if ('reason' in verdict) return { id: item.id, version: null, reason: verdict.reason, before: null }
    const decision = verdict.decided !== null && isTaught ? { decision: before.get(item.id) ?? null } : {}
    return {
      id: item.id,
      version: item.version + 1,
      reason: null,
      before: JSON.stringify({ ...standingOf(item), ...decision, news: verdict.isNews ? 1 : 0 }),
    }
  })
}

function countReasons({ reasons }: StoredAct, judged: Judged[]) {
  const counts = JSON.parse(reasons) as Partial<Record<SkipReason, number>>
  for (const { verdict } of judged) if ('reason' in verdict) counts[verdict.reason] = (counts[verdict.reason] ?? 0) + 1
  return counts
}
