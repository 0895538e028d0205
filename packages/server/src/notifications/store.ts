import type { Notification, NotificationKind, PromiseStep } from '@klankbord/shared/notifications'
import type { Kind } from '@klankbord/shared/widget'
import { sql } from 'kysely'
import type { Db } from '../db/db.ts'
import { idsIn } from '../db/ids-in.ts'
import type { NotificationRow } from '../db/promise-rows.ts'
import type { Scope } from '../db/scope.ts'

export interface KnownNotification extends Omit<Notification, 'item'> {
  item: { kind: Kind; message: string; goal: string | null; replyBy: string | null; erasedAt: string | null } | null
}

const withItems = (db: Db, scope: Scope, memberId: string) =>
  db
    .within(scope)
    .selectFrom('notifications')
    .leftJoin('feedbackItems', 'feedbackItems.id', 'notifications.feedbackItemId')
    .leftJoin('goals', 'goals.id', 'feedbackItems.goalId')
    .where('notifications.memberId', '=', memberId)
    .select(['notifications.id', 'notifications.kind', 'notifications.at', 'notifications.readAt', 'notifications.feedbackItemId'])
    .select(['notifications.count', 'notifications.actorName', 'notifications.step'])
    .select(['feedbackItems.kind as itemKind', 'feedbackItems.message', 'feedbackItems.replyBy', 'feedbackItems.erasedAt', 'goals.title as goal'])

type Row = Awaited<ReturnType<ReturnType<typeof withItems>['execute']>>[number]

const present = ({ itemKind, message, replyBy, erasedAt, goal, actorName, feedbackItemId, ...row }: Row): KnownNotification => ({
  ...row,
  kind: row.kind as NotificationKind,
  step: row.step as PromiseStep | null,
  by: actorName,
  feedbackId: feedbackItemId,
  item: itemKind === null || message === null ? null : { kind: itemKind as Kind, message, goal, replyBy, erasedAt },
})

interface Wanted {
  memberId: string
  unreadOnly: boolean
  /** `[at, id]` of the one before the first. */
  after: string[] | null
  limit: number
}

/** A member's notifications, newest first, one more than the limit to tell whether there are others. */
export async function listNotifications(db: Db, scope: Scope, { memberId, unreadOnly, after, limit }: Wanted): Promise<KnownNotification[]> {
  let query = withItems(db, scope, memberId)
  if (unreadOnly) query = query.where('notifications.readAt', 'is', null)
  if (after) query = query.where((eb) => eb(eb.refTuple('notifications.at', 'notifications.id'), '<', eb.tuple(after[0] ?? '', after[1] ?? '')))
  const rows = await query
    .orderBy('notifications.at', 'desc')
    .orderBy('notifications.id', 'desc')
    .limit(limit + 1)
    .execute()
  return rows.map(present)
}

/** What went into one mail and is still unread, newest first. */
export async function listMailed(db: Db, scope: Scope, memberId: string, mailedAt: string): Promise<KnownNotification[]> {
  const rows = await withItems(db, scope, memberId)
    .where('notifications.mailedAt', '=', mailedAt)
    .where('notifications.readAt', 'is', null)
    .orderBy('notifications.at', 'desc')
    .orderBy('notifications.id', 'desc')
    .limit(500)
    .execute()
  return rows.map(present)
}

export async function countUnread(db: Db, scope: Scope, memberId: string): Promise<number> {
  const row = await db
    .within(scope)
    .selectFrom('notifications')
    .where('memberId', '=', memberId)
    .where('readAt', 'is', null)
    .select(sql<number>`cast(count(*) as integer)`.as('unread'))
    .executeTakeFirst()
  return row?.unread ?? 0
}

/** Marks these, or all (`ids` null), as read. */
export async function setRead(db: Db, scope: Scope, memberId: string, ids: string[] | null, at: string) {
  let query = db.within(scope).updateTable('notifications').set({ readAt: at }).where('memberId', '=', memberId).where('readAt', 'is', null)
  if (ids) query = query.where('id', 'in', idsIn(db.engine, ids))
  await query.execute()
}

type NewNotification = Pick<NotificationRow, 'id' | 'memberId' | 'kind' | 'feedbackItemId' | 'about' | 'count' | 'actorName' | 'step' | 'at'>

/** What a member was told before is not told again. */
export async function insertNotifications(db: Db, scope: Scope, rows: NewNotification[]) {
  if (rows.length === 0) return
  await db
    .within(scope)
    .insertInto(
      'notifications',
      rows.map((row) => ({ ...row, readAt: null, mailedAt: null })),
    )
    .onConflict((conflict) => conflict.columns(['memberId', 'about']).doNothing())
    .execute()
}

/** Adds to what a member has not read yet, and tells it anew. False when there is nothing of the kind. */
export async function addToUnread(
  db: Db,
  scope: Scope,
  { memberId, kind, count, at }: { memberId: string; kind: NotificationKind; count: number; at: string },
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .within(scope)
    .updateTable('notifications')
    .set((eb) => ({ count: eb('count', '+', count), at, mailedAt: null }))
    .where('memberId', '=', memberId)
    .where('kind', '=', kind)
    .where('readAt', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

/** The owners and admins who have not left. */
export async function listAdmins(db: Db, scope: Scope): Promise<string[]> {
  const rows = await db
    .within(scope)
    .selectFrom('members')
    .select('id')
    .where('role', 'in', ['owner', 'admin'])
    .where('deactivatedAt', 'is', null)
    .execute()
  return rows.map(({ id }) => id)
}

/** The names of members, in the order in which they are given. */
export async function namesOf(db: Db, scope: Scope, ids: string[]): Promise<string[]> {
  if (ids.length === 0) return []
  const rows = await db.within(scope).selectFrom('members').select(['id', 'name']).where('id', 'in', idsIn(db.engine, ids)).execute()
  return ids.flatMap((id) => rows.find((row) => row.id === id)?.name ?? [])
}
