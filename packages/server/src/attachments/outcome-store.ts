import type { OutcomePicture } from '@klankbord/shared/outcome-pictures'
import type { Db } from '../db/db.ts'
import type { Scope } from '../db/scope.ts'

/** Gives an outcome these pictures of colleagues, where no other has them, and lists those that it has of them. The write settles who is first. */
export function claimForOutcome(db: Db, scope: Scope, outcomeId: string, ids: string[]) {
  return db
    .within(scope)
    .updateTable('attachments')
    .set({ outcomeId })
    .where('id', 'in', ids)
    .where('siteId', 'is', null)
    .where('removedAt', 'is', null)
    .where((eb) => eb.or([eb('outcomeId', 'is', null), eb('outcomeId', '=', outcomeId)]))
    .returning(['id', 'type', 'width', 'height'])
    .execute()
}

/** Gives up those pictures of an outcome that are not among these: like those that nobody claimed they stay for a day after they came, so that it can have them again. */
export async function releaseFromOutcome(db: Db, scope: Scope, outcomeId: string, kept: string[]) {
  let rest = db.within(scope).updateTable('attachments').set({ outcomeId: null }).where('outcomeId', '=', outcomeId)
  if (kept.length > 0) rest = rest.where('id', 'not in', kept)
  await rest.execute()
}

const COLUMNS = ['attachments.id', 'attachments.organisationId', 'attachments.type', 'attachments.createdAt'] as const

/** A picture of a colleague's, whether or not an outcome has it yet. */
export const findForColleagues = (db: Db, scope: Scope, id: string) =>
  db
    .within(scope)
    .selectFrom('attachments')
    .select(COLUMNS)
    .where('id', '=', id)
    .where('siteId', 'is', null)
    .where('removedAt', 'is', null)
    .executeTakeFirst()

const has = ({ pictures }: { pictures: string }, id: string) => (JSON.parse(pictures) as OutcomePicture[]).some((picture) => picture.id === id)

/** A picture that an outcome shows everyone at this moment. */
export async function findPublic(db: Db, id: string) {
  const row = await db.everywhere
    .selectFrom('attachments')
    .innerJoin('outcomes', 'outcomes.id', 'attachments.outcomeId')
    .select([...COLUMNS, 'outcomes.pictures'])
    .where('attachments.id', '=', id)
    .where('attachments.removedAt', 'is', null)
    .where('outcomes.publicAt', 'is not', null)
    .where('outcomes.publishedAt', 'is not', null)
    .where('outcomes.withdrawnAt', 'is', null)
    .executeTakeFirst()
  return row && has(row, id) ? row : undefined
}

/** A picture of an outcome that answers this item at this moment, or answered it and stands. */
export async function findTold(db: Db, scope: Scope, { itemId, id }: { itemId: string; id: string }) {
  const row = await db
    .within(scope)
    .selectFrom('attachments')
    .innerJoin('outcomes', 'outcomes.id', 'attachments.outcomeId')
    .innerJoin('outcomeItems', 'outcomeItems.outcomeId', 'outcomes.id')
    .innerJoin('feedbackItems', 'feedbackItems.id', 'outcomeItems.feedbackItemId')
    .select([...COLUMNS, 'outcomes.pictures'])
    .where('attachments.id', '=', id)
    .where('attachments.removedAt', 'is', null)
    .where('outcomeItems.feedbackItemId', '=', itemId)
    .where('feedbackItems.status', '!=', 'spam')
    .where('outcomes.publishedAt', 'is not', null)
    .where('outcomes.withdrawnAt', 'is', null)
    .executeTakeFirst()
  return row && has(row, id) ? row : undefined
}
