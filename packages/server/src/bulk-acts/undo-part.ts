import { type Db, transact } from '../db/db.ts'
import { newId } from '../db/ids.ts'
import type { Scope } from '../db/scope.ts'
import type { Deps } from '../deps.ts'
import { askRebuild } from '../feedback/learning-store.ts'
import { settlePromise } from '../feedback/merging/promise.ts'
import { findTop } from '../feedback/merging/store.ts'
import { type Changed, type Decision, type ItemEvent, insertEvents, putDecisions, readItems, type standingOf, writeItems } from './items-store.ts'
import { listDone, moveAct, type StoredAct, updateAct } from './store.ts'

type Before = ReturnType<typeof standingOf> & { decision?: Decision | null; news: number }

/** Puts back the part of an act that was done last; what somebody changed since stays as it is. False when there is nothing left to undo. */
export async function undoPart({ db, clock }: Pick<Deps, 'db' | 'clock'>, scope: Scope, act: StoredAct, heldUntil: string): Promise<boolean> {
  const now = clock()
  const at = now.toISOString()
  if (act.nextPart === 0) {
    await moveAct(db, scope, act, 'undo', { undo: 'done', heldUntil: null, updatedAt: at })
    if (act.act.type === 'route' || act.act.type === 'plan') await askRebuild(db, scope, at)
    return false
  }
  return transact(db, async (db) => {
    if (!(await moveAct(db, scope, act, 'undo', { nextPart: act.nextPart - 1, heldUntil, updatedAt: at }))) return false
    const { undone, left } = await restore(db, scope, act, now)
    await updateAct(db, scope, act.id, {}, { undone: act.undone + undone, undoSkipped: act.undoSkipped + left })
    return true
  })
}

async function restore(db: Db, scope: Scope, act: StoredAct, now: Date) {
  const rows = new Map((await listDone(db, scope, act.id, act.nextPart - 1)).map((row) => [row.feedbackItemId, row]))
  const tops = act.act.type === 'merge' ? [await findTop(db, scope, act.act.into)] : []
  const items = (await readItems(db, scope, [...rows.keys(), ...tops])).filter(({ id }) => rows.has(id))
  const [changed, events, decisions, gone]: [Changed[], ItemEvent[], Decision[], string[]] = [[], [], [], []]
  for (const item of items) {
    const row = rows.get(item.id)
    if (row?.version !== item.version || item.erasedAt !== null) continue
    const { decision, news, ...stands } = JSON.parse(row.before ?? '{}') as Before
    changed.push({ id: item.id, stands, news: -news })
    const type = act.act.type === 'merge' ? 'feedback.split' : 'feedback.undone'
    events.push({ id: newId(), item: item.id, type, detail: JSON.stringify({ act: act.act.type, bulkActId: act.id }) })
    if (decision) decisions.push(decision)
    else if (decision === null) gone.push(item.id)
  }
  await writeItems(db, scope, changed)
  await putDecisions(db, scope, decisions, gone)
  await insertEvents(db, scope, events, now.toISOString())
  for (const top of changed.length > 0 ? tops : []) await settlePromise(db, scope, top)
  return { undone: changed.length, left: rows.size - changed.length }
}
