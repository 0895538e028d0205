import { sql } from 'kysely'
import type { Db } from '../../db/db.ts'
import { ftsOf, type TextQuery, tsqueryOf } from '../../db/feedback-search.ts'
import { idsIn } from '../../db/ids-in.ts'
import type { Scope } from '../../db/scope.ts'
import type { Sought } from './sought.ts'

/** How many items stand in each status, or in each status of each of these goals; those without any are left out. */
export async function countPlaces(db: Db, { organisationId }: Scope, { goalIds, statuses }: Sought) {
  const goal = goalIds ? sql`goal_id` : sql`''`
  const { rows } = await sql<{
    goalId: string
    status: string
    n: number
  }>`select ${goal} as goal_id, status, cast(sum(n) as integer) as n from item_counts
    where organisation_id = ${organisationId} and ${statuses ? sql`status in (${sql.join(statuses)})` : sql`status <> 'spam'`}
    ${goalIds ? sql`and goal_id in ${idsIn(db.engine, goalIds)}` : sql``} group by 1, 2 having sum(n) > 0`.execute(db.everywhere)
  return rows
}

/** How many promises wait in a stretch of time. */
export async function countDue(db: Db, { organisationId }: Scope, { from, to }: { from: string; to: string }): Promise<number> {
  const { rows } = await sql<{ n: number }>`select cast(coalesce(sum(n), 0) as integer) as n from due_counts
    where organisation_id = ${organisationId} and due >= ${from} and due < ${to} and (marks & 3) = 1`.execute(db.everywhere)
  return rows[0]?.n ?? 0
}

/** How many open items bear a mark. */
export async function countMarked(db: Db, { organisationId }: Scope, mark: number): Promise<number> {
  const { rows } = await sql<{ n: number }>`select cast(coalesce(sum(n), 0) as integer) as n from item_counts
    where organisation_id = ${organisationId} and (marks & ${sql.lit(mark)}) <> 0`.execute(db.everywhere)
  return rows[0]?.n ?? 0
}

/**
 * When a text has more than `most` hits in SQLite: how many of the newest rows hold one of them on average, and about how many rows there are. Null when it has
 * fewer.
 */
export async function lookAtHits(db: Db, text: TextQuery, most: number): Promise<{ rowsPerHit: number; rows: number } | null> {
  const { rows } = await sql<{ seq: number; last: number }>`select rowid as seq, (select max(seq) from feedback_items) as last from feedback_search
    where feedback_search match ${ftsOf(text)} order by rowid desc limit 1 offset ${sql.lit(most)}`.execute(db.everywhere)
  const [row] = rows
  return row ? { rowsPerHit: Math.max(1, (row.last - row.seq) / most), rows: row.last } : null
}

/** About how many rows hold a text, as PostgreSQL's statistics have it. */
export async function estimateHits(db: Db, { organisationId }: Scope, text: TextQuery): Promise<number> {
  const { rows } = await sql<object>`explain (format json)
    select 1 from feedback_items where organisation_id = ${organisationId} and search @@ to_tsquery('simple', ${tsqueryOf(text)})`.execute(
    db.everywhere,
  )
  return Number(/"plan ?rows":(\d+)/i.exec(JSON.stringify(rows))?.[1] ?? 0)
}
