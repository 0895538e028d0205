import type { Act, ActOn, BulkAct } from '@klankbord/shared/bulk-acts'
import { transact } from '../db/db.ts'
import { record } from '../db/events.ts'
import { newId } from '../db/ids.ts'
import type { Scope } from '../db/scope.ts'
import type { Deps } from '../deps.ts'
import { notFoundAt, ProblemError } from '../problem-error.ts'
import { findAll } from './find-all.ts'
import { makePlan } from './make-plan.ts'
import { presentAct } from './read-act.ts'
import { insertAct, insertParts, listKnown, type StoredAct } from './store.ts'

/** So many items in one transaction: short enough that whoever wants to write meanwhile hardly waits. */
export const PART = 50

/** Begins an act on all of these items, or on all that a filter finds now. It goes on in the background. */
export async function startBulkAct(deps: Deps, scope: Scope, { what, act }: { what: ActOn; act: Act }): Promise<BulkAct> {
  const { db, clock } = deps
  const now = clock()
  const at = now.toISOString()
  const ids = 'ids' in what ? await known(deps, scope, what.ids) : await found(deps, scope, what)
  const { who } = scope
  if (who.kind !== 'member' && who.kind !== 'api-key') throw new ProblemError('forbidden', 'Only members and integrations act on feedback.')
  const row: Omit<StoredAct, 'organisationId'> = {
    ...{ id: newId(), act, state: 'running', failure: null, total: ids.length, done: 0, skipped: 0, reasons: '{}', nextPart: 0 },
    ...{ startedAt: at, finishedAt: null, byKind: who.kind, byId: who.id, byName: who.name },
    ...{ undo: 'open', undoUntil: null, undone: 0, undoSkipped: 0, heldUntil: null, updatedAt: at },
  }
  await transact(db, async (db) => {
    // What can't be done at all is refused before anything begins.
    await makePlan(db, scope, act, [], now)
    await insertAct(db, scope, row)
    await insertParts(db, scope, row.id, partsOf(ids))
    await record(db, scope, [{ type: 'bulk-act.started', detail: { bulkActId: row.id, act: act.type, total: ids.length } }], now)
  })
  return presentAct({ ...row, organisationId: scope.organisationId })
}

/** In the order of their ids, so that two acts over the same items never wait for each other. */
function partsOf(ids: string[]): string[][] {
  const sorted = ids.toSorted()
  return Array.from({ length: Math.ceil(sorted.length / PART) }, (_, i) => sorted.slice(i * PART, (i + 1) * PART))
}

async function known({ db }: Deps, scope: Scope, given: string[]): Promise<string[]> {
  const ids = [...new Set(given)]
  const here = await listKnown(db, scope, ids)
  if (here.length < ids.length) throw notFoundAt('what.ids', 'feedback')
  return ids
}

/** Refused where it is not as many as the person saw. */
async function found(deps: Deps, scope: Scope, { filter, before, count }: Extract<ActOn, { filter: unknown }>): Promise<string[]> {
  const { ids } = await findAll(deps, scope, filter, { before })
  if (count === undefined || ids.length === count) return ids
  throw new ProblemError('stale', `Somebody was first: this filter finds ${ids.length} items now, not ${count}. Nothing was changed; look again.`)
}
