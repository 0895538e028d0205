import type { BulkAct, SkippedItem, SkipReason } from '@klankbord/shared/bulk-acts'
import type { Page, PageQuery } from '@klankbord/shared/page'
import { pageFrom, readCursor } from '../db/pages.ts'
import type { Scope } from '../db/scope.ts'
import type { Deps } from '../deps.ts'
import { notFound } from '../problem-error.ts'
import { findAct, listActs, listSkippedItems, type StoredAct } from './store.ts'

export const presentAct = ({ reasons, byId, byName, ...act }: StoredAct): BulkAct => ({
  id: act.id,
  act: act.act,
  state: act.state as BulkAct['state'],
  failure: act.failure,
  total: act.total,
  done: act.done,
  skipped: act.skipped,
  reasons: JSON.parse(reasons) as BulkAct['reasons'],
  startedAt: act.startedAt,
  finishedAt: act.finishedAt,
  by: { id: byId, name: byName },
  undo: act.undo as BulkAct['undo'],
  undoUntil: act.undoUntil,
  undone: act.undone,
  undoSkipped: act.undoSkipped,
})

export async function readBulkAct({ db }: Pick<Deps, 'db'>, scope: Scope, id: string): Promise<BulkAct> {
  const act = await findAct(db, scope, id)
  if (!act) throw notFound('act')
  return presentAct(act)
}

export async function listBulkActs({ db }: Deps, scope: Scope, { limit, cursor }: PageQuery): Promise<Page<BulkAct>> {
  const rows = await listActs(db, scope, { limit, after: cursor === undefined ? null : readCursor(cursor, 2) })
  return pageFrom(rows, limit, ({ startedAt, id }) => [startedAt, id], presentAct)
}

/** Which items were passed over and why, as long as the act can be undone. */
export async function listSkipped({ db }: Deps, scope: Scope, { id, limit, cursor }: PageQuery & { id: string }): Promise<Page<SkippedItem>> {
  if (!(await findAct(db, scope, id))) throw notFound('act')
  const rows = await listSkippedItems(db, scope, id, { limit, after: cursor === undefined ? null : readCursor(cursor, 1) })
  return pageFrom(
    rows,
    limit,
    ({ feedbackItemId }) => [feedbackItemId],
    ({ feedbackItemId, reason }) => ({ id: feedbackItemId, reason: reason as SkipReason }),
  )
}
