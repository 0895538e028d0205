import type { Attachment } from '@klankbord/shared/attachments'
import type { Selectable } from 'kysely'
import type { AttachmentRow } from '../db/attachment-row.ts'
import type { Db } from '../db/db.ts'
import { prepared } from '../db/prepared.ts'
import type { Scope } from '../db/scope.ts'

type Row = Selectable<AttachmentRow>

/** Where the bytes of a picture are kept: a name that only we make. */
export const keyOf = ({ organisationId, id }: Pick<Row, 'organisationId' | 'id'>) => `${organisationId}/${id}`

/** The small one that mails carry, of a picture that an outcome has. */
export const enclosedKeyOf = (of: Pick<Row, 'organisationId' | 'id'>) => `${keyOf(of)}.mail`

export type NewAttachment = Attachment & Pick<Row, 'siteId' | 'createdAt'>

export const insertAttachment = (db: Db, scope: Scope, attachment: NewAttachment) =>
  db
    .within(scope)
    .insertInto('attachments', { ...attachment, feedbackItemId: null, removedAt: null })
    .execute()

interface Claim {
  siteId: string
  feedbackItemId: string
  ids: string[]
}

/** Gives an item the pictures that nobody has yet; the count of those given. The condition stands in the write, so that the database settles the race. */
export async function claimAttachments(db: Db, scope: Scope, { siteId, feedbackItemId, ids }: Claim): Promise<number> {
  const { numUpdatedRows } = await db
    .within(scope)
    .updateTable('attachments')
    .set({ feedbackItemId })
    .where('id', 'in', ids)
    .where('siteId', '=', siteId)
    .where('feedbackItemId', 'is', null)
    .where('removedAt', 'is', null)
    .executeTakeFirst()
  return Number(numUpdatedRows)
}

const ofItem = prepared((db, { organisationId, itemId }: { organisationId: string; itemId: string }) =>
  db
    .within({ organisationId, who: { kind: 'system' } })
    .selectFrom('attachments')
    .select(['id', 'type', 'width', 'height', 'size'])
    .where('feedbackItemId', '=', itemId)
    .orderBy('id'),
)

/** The pictures of an item, in the order in which they were sent. */
export async function listAttachments(db: Db, { organisationId }: Scope, itemId: string): Promise<Attachment[]> {
  return (await ofItem(db, { organisationId, itemId })).map((row) => ({ ...row, type: row.type as Attachment['type'] }))
}

/** Undefined when there is no such picture, or it is another item's. */
export const findAttachment = (db: Db, scope: Scope, { itemId, id }: { itemId: string; id: string }) =>
  db
    .within(scope)
    .selectFrom('attachments')
    .select(['id', 'organisationId', 'type', 'createdAt'])
    .where('id', '=', id)
    .where('feedbackItemId', '=', itemId)
    .executeTakeFirst()

/** Takes the pictures of these items away from everybody. */
export const setRemoved = (db: Db, scope: Scope, itemIds: string[], removedAt: string) =>
  db.within(scope).updateTable('attachments').set({ feedbackItemId: null, removedAt }).where('feedbackItemId', 'in', itemIds).execute()
