import type { Updateable } from 'kysely'
import type { Db } from '../../db/db.ts'
import type { OutcomeRow } from '../../db/outcome-rows.ts'
import type { Scope } from '../../db/scope.ts'

export async function findReviewAt(db: Db, { organisationId }: Scope): Promise<string | null> {
  const row = await db.everywhere.selectFrom('organisations').select('outcomeReviewAt').where('id', '=', organisationId).executeTakeFirst()
  return row?.outcomeReviewAt ?? null
}

export const setReviewAt = (db: Db, { organisationId }: Scope, outcomeReviewAt: string | null) =>
  db.everywhere.updateTable('organisations').set({ outcomeReviewAt }).where('id', '=', organisationId).execute()

type Change = Pick<
  Updateable<OutcomeRow>,
  | 'title'
  | 'did'
  | 'better'
  | 'next'
  | 'nothingMoreAt'
  | 'translations'
  | 'pictures'
  | 'editedBy'
  | 'correctedAt'
  | 'withdrawnAt'
  | 'withdrawnBecause'
  | 'answering'
  | 'followUps'
>

/** Changes what is out, and holds it until the transaction ends. False when it is not out, or was withdrawn. */
export async function updatePublished(db: Db, scope: Scope, id: string, change: Change): Promise<boolean> {
  const { numUpdatedRows } = await db
    .within(scope)
    .updateTable('outcomes')
    .set(change)
    .where('id', '=', id)
    .where('publishedAt', 'is not', null)
    .where('withdrawnAt', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}
