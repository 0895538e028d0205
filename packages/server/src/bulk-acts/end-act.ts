import type { BulkAct } from '@klankbord/shared/bulk-acts'
import { transact } from '../db/db.ts'
import { record } from '../db/events.ts'
import type { Scope } from '../db/scope.ts'
import { systemScope } from '../db/scope.ts'
import type { Deps } from '../deps.ts'
import { ProblemError } from '../problem-error.ts'
import { ended } from './do-part.ts'
import { readBulkAct } from './read-act.ts'
import { forgetParts, listOver, updateAct } from './store.ts'

/** Stops an act. What it did until now stays, and can be undone. One that has ended is left as it is. */
export async function cancelBulkAct(deps: Deps, scope: Scope, id: string): Promise<BulkAct> {
  const now = deps.clock()
  await transact(deps.db, async (db) => {
    const change = { state: 'cancelled', ...ended(now), updatedAt: now.toISOString() }
    if (await updateAct(db, scope, id, { state: 'running' }, change))
      await record(db, scope, [{ type: 'bulk-act.cancelled', detail: { bulkActId: id } }], now)
  })
  return readBulkAct(deps, scope, id)
}

/** Puts back what an act did, from the last to the first, in the background. What somebody changed since stays as it is. */
export async function undoBulkAct(deps: Deps, scope: Scope, id: string): Promise<BulkAct> {
  const { state, undo, undoUntil } = await readBulkAct(deps, scope, id)
  const now = deps.clock()
  if (undo === 'running' || undo === 'done') return readBulkAct(deps, scope, id)
  if (state === 'running') throw new ProblemError('conflict', 'This is still going on. Cancel it first, then undo what it did.')
  if (undo === 'closed' || undoUntil === null || undoUntil <= now.toISOString())
    throw new ProblemError('conflict', 'This was done too long ago to be undone as a whole. Change the items themselves.')
  await transact(deps.db, async (db) => {
    if (!(await updateAct(db, scope, id, { state, undo: 'open' }, { undo: 'running', heldUntil: null, updatedAt: now.toISOString() }))) return
    await record(db, scope, [{ type: 'bulk-act.undone', detail: { bulkActId: id } }], now)
  })
  return readBulkAct(deps, scope, id)
}

/** So many parts are forgotten at a time. */
const PARTS = 10

/** What was done long ago can't be undone any more, and how it stood before is forgotten. */
export async function closeOldActs({ db, clock }: Deps): Promise<void> {
  const now = clock().toISOString()
  for (const { id, organisationId } of await listOver(db, now))
    await updateAct(db, systemScope(organisationId), id, { undo: 'open' }, { undo: 'closed', updatedAt: now })
  await forgetParts(db, PARTS)
}
