import type { HeldReply } from '@klankbord/shared/held-replies'
import type { Selectable } from 'kysely'
import type { Db } from '../../db/db.ts'
import { prepared } from '../../db/prepared.ts'
import type { HeldReplyRow } from '../../db/reply-rows.ts'
import { type Scope, systemScope } from '../../db/scope.ts'

export type StoredReply = Selectable<HeldReplyRow>

export const presentHeld = ({ id, author, authorId, text, asksAt, heldAt, sendAt, refused }: Omit<StoredReply, 'organisationId'>): HeldReply => ({
  ...{ id, author, authorId, text, asks: asksAt !== null, heldAt, sendAt },
  refused: refused !== null,
})

export async function insertHeld(db: Db, scope: Scope, reply: Omit<HeldReplyRow, 'organisationId'>) {
  await db.within(scope).insertInto('heldReplies', reply).execute()
}

const ofItem = prepared((db, { organisationId, itemId }: { organisationId: string; itemId: string }) =>
  db.within(systemScope(organisationId)).selectFrom('heldReplies').selectAll().where('feedbackItemId', '=', itemId).orderBy('heldAt').orderBy('id'),
)

/** The replies to an item that have not gone out, oldest first. */
export const listHeld = (db: Db, { organisationId }: Scope, itemId: string): Promise<StoredReply[]> => ofItem(db, { organisationId, itemId })

/** Takes a reply away; undefined when it is not there any more. Of two that try, one gets it. */
export const deleteHeld = (
  db: Db,
  scope: Scope,
  { feedbackItemId, id }: Pick<StoredReply, 'feedbackItemId' | 'id'>,
): Promise<StoredReply | undefined> =>
  db.within(scope).deleteFrom('heldReplies').where('id', '=', id).where('feedbackItemId', '=', feedbackItemId).returningAll().executeTakeFirst()

export const findHeld = (
  db: Db,
  scope: Scope,
  { feedbackItemId, id }: Pick<StoredReply, 'feedbackItemId' | 'id'>,
): Promise<StoredReply | undefined> =>
  db.within(scope).selectFrom('heldReplies').selectAll().where('id', '=', id).where('feedbackItemId', '=', feedbackItemId).executeTakeFirst()

/** Those whose time has come, of every organisation. */
export const listDue = (db: Db, now: string): Promise<StoredReply[]> =>
  db.everywhere.selectFrom('heldReplies').selectAll().where('refused', 'is', null).where('sendAt', '<=', now).orderBy('sendAt').limit(100).execute()

/** Keeps a reply that can't go out, for its author to see. */
export async function setRefused(db: Db, scope: Scope, id: string, refused: string) {
  await db.within(scope).updateTable('heldReplies').set({ refused }).where('id', '=', id).execute()
}

/** True when a reply has become a message. */
export async function isMessage(db: Db, scope: Scope, { feedbackItemId, id }: Pick<StoredReply, 'feedbackItemId' | 'id'>): Promise<boolean> {
  const messages = db.within(scope).selectFrom('messages').select('id').where('id', '=', id)
  return (await messages.where('feedbackItemId', '=', feedbackItemId).executeTakeFirst()) !== undefined
}
