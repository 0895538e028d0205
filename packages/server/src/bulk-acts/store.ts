import type { Act, SkipReason } from '@klankbord/shared/bulk-acts'
import { sql } from 'kysely'
import type { BulkActRow } from '../db/act-rows.ts'
import type { Db } from '../db/db.ts'
import { idsIn } from '../db/ids-in.ts'
import type { Scope } from '../db/scope.ts'

export type StoredAct = Omit<BulkActRow, 'act'> & { act: Act }

const read = (row: BulkActRow): StoredAct => ({ ...row, act: JSON.parse(row.act) as Act })

export const insertAct = (db: Db, scope: Scope, { act, ...row }: Omit<StoredAct, 'organisationId'>) =>
  db
    .within(scope)
    .insertInto('bulkActs', { ...row, act: JSON.stringify(act) })
    .execute()

/** So many parts in one statement: a few hundred kilobytes. */
const PARTS = 50

export async function insertParts(db: Db, scope: Scope, bulkActId: string, parts: readonly string[][]) {
  for (let from = 0; from < parts.length; from += PARTS) {
    const rows = parts.slice(from, from + PARTS).map((ids, i) => ({ bulkActId, part: from + i, ids: JSON.stringify(ids) }))
    await db.within(scope).insertInto('bulkActParts', rows).execute()
  }
}

export async function findAct(db: Db, scope: Scope, id: string): Promise<StoredAct | undefined> {
  const row = await db.within(scope).selectFrom('bulkActs').selectAll().where('id', '=', id).executeTakeFirst()
  return row && read(row)
}

/** Newest first, after `[startedAt, id]`; one row more than `limit` tells that there are more. */
export async function listActs(db: Db, scope: Scope, { limit, after }: { limit: number; after: string[] | null }): Promise<StoredAct[]> {
  let query = db.within(scope).selectFrom('bulkActs').selectAll()
  if (after) query = query.where((eb) => eb(eb.refTuple('startedAt', 'id'), '<', eb.tuple(after[0] ?? '', after[1] ?? '')))
  const rows = await query
    .orderBy('startedAt', 'desc')
    .orderBy('id', 'desc')
    .limit(limit + 1)
    .execute()
  return rows.map(read)
}

/** What was passed over, by id. */
export function listSkippedItems(db: Db, scope: Scope, bulkActId: string, { limit, after }: { limit: number; after: string[] | null }) {
  let query = db
    .within(scope)
    .selectFrom('bulkActItems')
    .select(['feedbackItemId', 'reason'])
    .where('bulkActId', '=', bulkActId)
    .where('reason', 'is not', null)
  if (after) query = query.where('feedbackItemId', '>', after[0] ?? '')
  return query
    .orderBy('feedbackItemId')
    .limit(limit + 1)
    .execute()
}

/** Those of these items that are here. */
export async function listKnown(db: Db, scope: Scope, ids: readonly string[]): Promise<string[]> {
  const rows = await db.named(scope).selectFrom('feedbackItems').select('id').where('id', 'in', idsIn(db.engine, ids)).execute()
  return rows.map(({ id }) => id)
}

const isWorking = sql<boolean>`(state = 'running' or undo = 'running')`

/** Acts of every organisation that go on and that no process has in hand. */
export async function listWaiting({ everywhere }: Db, now: string): Promise<StoredAct[]> {
  const rows = await everywhere
    .selectFrom('bulkActs')
    .selectAll()
    .where(isWorking)
    .where((eb) => eb.or([eb('heldUntil', 'is', null), eb('heldUntil', '<=', now)]))
    .orderBy('startedAt')
    .limit(20)
    .execute()
  return rows.map(read)
}

/** Takes an act in hand, for one process. */
export async function holdAct({ everywhere }: Db, id: string, now: string, until: string): Promise<boolean> {
  const { numUpdatedRows } = await everywhere
    .updateTable('bulkActs')
    .set({ heldUntil: until })
    .where('id', '=', id)
    .where(isWorking)
    .where((eb) => eb.or([eb('heldUntil', 'is', null), eb('heldUntil', '<=', now)]))
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

type Change = Partial<Omit<BulkActRow, 'id' | 'organisationId' | 'act'>>

/** Changes an act that stands at this part still, doing or undoing; the condition is in the write, so that each part is done once. */
export async function moveAct(
  db: Db,
  scope: Scope,
  { id, nextPart }: Pick<StoredAct, 'id' | 'nextPart'>,
  doing: 'state' | 'undo',
  change: Change,
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .within(scope)
    .updateTable('bulkActs')
    .set(change)
    .where('id', '=', id)
    .where('nextPart', '=', nextPart)
    .where(doing, '=', 'running')
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

/** Changes an act where it stands so. */
export async function updateAct(db: Db, scope: Scope, id: string, where: Pick<Change, 'state' | 'undo'>, change: Change): Promise<boolean> {
  let query = db.within(scope).updateTable('bulkActs').set(change).where('id', '=', id)
  if (where.state !== undefined) query = query.where('state', '=', where.state)
  if (where.undo !== undefined) query = query.where('undo', '=', where.undo)
  const { numUpdatedRows } = await query.executeTakeFirst()
  return numUpdatedRows > 0n
}

/** The items of a part; undefined when there is no such part. */
export async function findPart(db: Db, scope: Scope, bulkActId: string, part: number): Promise<string[] | undefined> {
  const row = await db
    .within(scope)
    .selectFrom('bulkActParts')
    .select('ids')
    .where('bulkActId', '=', bulkActId)
    .where('part', '=', part)
    .executeTakeFirst()
  return row && (JSON.parse(row.ids) as string[])
}

/** What a part did, and how each item stood before; erased items are not among them any more. */
export const listDone = (db: Db, scope: Scope, bulkActId: string, part: number) =>
  db
    .within(scope)
    .selectFrom('bulkActItems')
    .select(['feedbackItemId', 'version', 'before'])
    .where('bulkActId', '=', bulkActId)
    .where('part', '=', part)
    .where('before', 'is not', null)
    .orderBy('feedbackItemId')
    .execute()

export interface Passed {
  id: string
  reason: SkipReason
}

/** Acts whose time to be undone is over. */
export const listOver = ({ everywhere }: Db, now: string) =>
  everywhere.selectFrom('bulkActs').select(['id', 'organisationId']).where('undo', '=', 'open').where('undoUntil', '<=', now).limit(20).execute()

/** Parts of acts that can't be undone any more, and what they kept for it; a few at a time. */
export async function forgetParts(db: Db, limit: number): Promise<void> {
  const parts = await db.everywhere
    .selectFrom('bulkActParts')
    .innerJoin('bulkActs', 'bulkActs.id', 'bulkActParts.bulkActId')
    .select(['bulkActParts.bulkActId', 'bulkActParts.part', 'bulkActs.organisationId'])
    .where('bulkActs.undo', 'in', ['closed', 'done'])
    .limit(limit)
    .execute()
  for (const { bulkActId, part, organisationId } of parts) {
    const mine = db.within({ organisationId, who: { kind: 'system' } })
    await mine.deleteFrom('bulkActItems').where('bulkActId', '=', bulkActId).where('part', '=', part).execute()
    await mine.deleteFrom('bulkActParts').where('bulkActId', '=', bulkActId).where('part', '=', part).execute()
  }
}
