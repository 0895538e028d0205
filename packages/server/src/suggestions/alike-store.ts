import { sql } from 'kysely'
import type { Compilable, Db } from '../db/db.ts'

interface At {
  id: string
  organisationId: string
  seq: number
}

/** Newest items of one term that are looked at, and most of those alike that are told of one more. */
const NEWEST = 400
const MOST_TOLD = 20
/** Two items say the same when they share this part of what they are found by. */
const SAME = 0.6

/** Items that share most of these rare words, newest first: what was made for suggestions anyway. */
export async function listAlike(db: Db, { organisationId, seq }: At, terms: readonly number[]): Promise<number[]> {
  if (terms.length < 2) return []
  const lists = terms.map(
    (term, i) => sql`select seq from (select seq from item_terms where organisation_id = ${organisationId} and term = ${sql.lit(term)}
      order by seq desc limit ${sql.lit(NEWEST)}) as list${sql.lit(i)}`,
  )
  const query = sql<{ seq: number }>`select seq from (${sql.join(lists, sql` union all `)}) as shared where seq <> ${sql.lit(seq)}
    group by seq having count(*) >= ${sql.lit(Math.max(2, Math.ceil(terms.length * SAME)))} order by seq desc`
  const rows = await db.scan<{ seq: number }>({ compile: () => query.compile(db.everywhere) })
  return rows.map(({ seq }) => seq)
}

/** Keeps how many say the same as an item, and tells the newest of them of one more, but for those that count for themselves now. Locked in order, so that two who do so never wait for each other. */
export function keepingAlike(db: Db, { id }: At, alike: readonly number[], counting: ReadonlySet<number>): Compilable<unknown>[] {
  const own = sql`update feedback_items set similar_count = ${sql.lit(alike.length)} where id = ${id} and erased_at is null`
  const told = alike
    .filter((seq) => !counting.has(seq))
    .slice(0, MOST_TOLD)
    .map((seq) => sql.lit(seq))
  const lock = db.engine === 'postgres' ? sql`order by seq for update` : sql``
  const others = sql`update feedback_items set similar_count = coalesce(similar_count, 0) + 1
    where seq in (select seq from feedback_items where seq in (${sql.join(told)}) and erased_at is null ${lock})`
  return [own, ...(told.length > 0 ? [others] : [])].map((query) => ({ compile: () => query.compile(db.everywhere) }))
}
