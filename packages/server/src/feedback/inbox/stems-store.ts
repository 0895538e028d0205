import { sql } from 'kysely'
import type { Db } from '../../db/db.ts'

/** Items of whatever organisation whose stems are still to be made, oldest first. */
export const listUnstemmed = ({ everywhere }: Db, limit: number) =>
  everywhere.selectFrom('feedbackItems').select(['seq', 'message']).where('stems', 'is', null).orderBy('seq').limit(limit).execute()

/** Keeps stems of items that have none yet: who erased theirs meanwhile has none that could come back. */
export async function keepStems(db: Db, made: readonly { seq: number; stems: string }[]) {
  const rows = sql.join(made.map(({ seq, stems }) => sql`(${sql.lit(seq)}, ${stems})`))
  const query = sql`update feedback_items set stems = made.column2 from (values ${rows}) as made
    where feedback_items.seq = made.column1 and feedback_items.stems is null`
  await db.writeApart([{ compile: () => query.compile(db.everywhere) }])
}
