import type { MovedPromise } from '@klankbord/shared/promises'
import { sql } from 'kysely'
import type { Db } from '../../db/db.ts'
import { prepared } from '../../db/prepared.ts'
import { type Scope, systemScope } from '../../db/scope.ts'
import type { StoredItem } from '../store.ts'

const moves = prepared((db, { organisationId, itemId }: { organisationId: string; itemId: string }) =>
  db
    .within(systemScope(organisationId))
    .selectFrom('promiseMoves')
    .select(['movedFrom', 'movedTo', 'reason', 'createdAt'])
    .where('feedbackItemId', '=', itemId)
    .orderBy('createdAt')
    .orderBy('id'),
)

/** The dates that a promise got after its first, oldest first. */
export async function listMoves(db: Db, { organisationId }: Scope, itemId: string): Promise<MovedPromise[]> {
  const rows = await moves(db, { organisationId, itemId })
  return rows.map(({ movedFrom, movedTo, reason, createdAt }) => ({ from: movedFrom, to: movedTo, reason, at: createdAt }))
}

/** Stops the promise, unless it was kept. Who is asked once more waits since the first time. */
export const setAsked = (db: Db, scope: Scope, id: string, at: string) =>
  db
    .within(scope)
    .updateTable('feedbackItems')
    .set((eb) => ({
      askedAt: eb.fn.coalesce('askedAt', eb.val(at)),
      pausedReplyBy: sql<string | null>`case when replied_at is null then coalesce(paused_reply_by, reply_by) end`,
      replyBy: sql<string | null>`case when replied_at is not null then reply_by end`,
    }))
    .where('id', '=', id)
    .execute()

/** Nobody waits for the customer any more; the promise is as it is. */
export const forgetAsked = (db: Db, scope: Scope, id: string) =>
  db.within(scope).updateTable('feedbackItems').set({ askedAt: null }).where('id', '=', id).where('askedAt', 'is not', null).execute()

export const findAsked = (db: Db, scope: Scope, id: string) =>
  db.within(scope).selectFrom('feedbackItems').select(['askedAt', 'pausedReplyBy']).where('id', '=', id).executeTakeFirst()

/** Lets the promise go on until `replyBy`, where there was one. False when another was first. */
export async function clearAsked(db: Db, scope: Scope, id: string, replyBy: string | null): Promise<boolean> {
  const { numUpdatedRows } = await db
    .within(scope)
    .updateTable('feedbackItems')
    .set({ askedAt: null, pausedReplyBy: null, ...(replyBy !== null && { replyBy, escalation: 0 }) })
    .where('id', '=', id)
    .where('askedAt', 'is not', null)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

interface NewMove {
  id: string
  feedbackItemId: string
  movedFrom: string
  movedTo: string
  reason: string
  createdAt: string
}

/** Gives the promise of an item its new date. False when the item does not stand any more as it was read. */
export async function moveDate(
  db: Db,
  scope: Scope,
  item: Pick<StoredItem, 'status' | 'replyBy' | 'pausedReplyBy'>,
  move: NewMove,
  isLate: boolean,
): Promise<boolean> {
  const column = item.replyBy === null ? 'pausedReplyBy' : 'replyBy'
  const { numUpdatedRows } = await db
    .within(scope)
    .updateTable('feedbackItems')
    .set((eb) => ({
      [column]: move.movedTo,
      escalation: 0,
      news: eb('news', '+', 1),
      version: eb('version', '+', 1),
      ...(isLate && { missedAt: move.createdAt }),
    }))
    .where('id', '=', move.feedbackItemId)
    .where('status', '=', item.status)
    .where('repliedAt', 'is', null)
    .where(column, '=', move.movedFrom)
    .executeTakeFirst()
  if (numUpdatedRows === 0n) return false
  await db.within(scope).insertInto('promiseMoves', move).execute()
  return true
}

export const findMove = (db: Db, scope: Scope, id: string) =>
  db
    .within(scope)
    .selectFrom('promiseMoves')
    .innerJoin('feedbackItems', 'feedbackItems.id', 'promiseMoves.feedbackItemId')
    .select(['promiseMoves.feedbackItemId', 'promiseMoves.movedFrom', 'promiseMoves.movedTo', 'promiseMoves.reason', 'promiseMoves.createdAt'])
    .select('feedbackItems.customerId')
    .where('promiseMoves.id', '=', id)
    .where('feedbackItems.mutedAt', 'is', null)
    .executeTakeFirst()

export const findGoalId = async (db: Db, scope: Scope, id: string): Promise<string | null> =>
  (await db.within(scope).selectFrom('feedbackItems').select('goalId').where('id', '=', id).executeTakeFirst())?.goalId ?? null
