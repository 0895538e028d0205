import type { Db } from '../db/db.ts'
import { prepared } from '../db/prepared.ts'

const anyUnclaimed = prepared((db, { before }: { before: string }) =>
  db.everywhere
    .selectFrom('attachments')
    .select('id')
    .where('createdAt', '<=', before)
    .where('feedbackItemId', 'is', null)
    .where('outcomeId', 'is', null)
    .where('removedAt', 'is', null)
    .limit(1),
)

/** Takes what nobody claimed since `before` out of reach: who claims it at the same moment has it, or is refused. Writes only when there is any. */
export async function expireUnclaimed(db: Db, before: string, removedAt: string) {
  if ((await anyUnclaimed(db, { before })).length === 0) return
  await db.everywhere
    .updateTable('attachments')
    .set({ removedAt })
    .where('createdAt', '<=', before)
    .where('feedbackItemId', 'is', null)
    .where('outcomeId', 'is', null)
    .where('removedAt', 'is', null)
    .execute()
}

const removed = prepared((db, { limit }: { limit: number }) =>
  db.everywhere
    .selectFrom('attachments')
    .select(['id', 'organisationId', 'siteId'])
    .where('removedAt', 'is not', null)
    .orderBy('removedAt')
    .limit(limit),
)

/** Pictures that nobody may see any more, and whose files may still be there. */
export const listRemoved = (db: Db, limit: number) => removed(db, { limit })

export const deleteRemoved = (db: Db, ids: string[]) =>
  db.everywhere.deleteFrom('attachments').where('id', 'in', ids).where('removedAt', 'is not', null).execute()

export const listOrganisations = async (db: Db) => (await db.everywhere.selectFrom('organisations').select('id').execute()).map(({ id }) => id)

/** Those of these ids that are a picture's. */
export const listKnown = async (db: Db, ids: string[]) =>
  (await db.everywhere.selectFrom('attachments').select('id').where('id', 'in', ids).execute()).map(({ id }) => id)
