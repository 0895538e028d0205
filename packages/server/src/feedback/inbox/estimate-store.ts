import { sql } from 'kysely'
import type { Db } from '../../db/db.ts'
import { ftsOf, type TextQuery, tsqueryOf } from '../../db/feedback-search.ts'
import { idsIn } from '../../db/ids-in.ts'
import type { Scope } from '../../db/scope.ts'
import { inLanguage } from './conditions-store.ts'
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

/** Of so many of the newest it is looked at how many are in a language. */
const LOOKED_AT = 1000
/** Of which so many are found soon enough without an index. */
const COMMON = 50
/** More languages than this are not looked through. */
const MOST_LOCALES = 100

/** The locales that are this language, such as `fr-BE` for `fr`, with how many items each has, up to `most`. Null where it is common, so that it is soon found among the newest. */
export async function rareLocales(db: Db, { organisationId }: Scope, language: string, most: number) {
  const isTheirs = sql`organisation_id = ${organisationId}`
  const { rows: newest } = await sql<{ looked: number; n: number }>`select cast(count(*) as integer) as looked,
      cast(count(*) filter (where ${inLanguage('locale', language)}) as integer) as n
    from (select locale from feedback_items where ${isTheirs} order by submitted_at desc, id desc limit ${sql.lit(LOOKED_AT)}) as newest`.execute(
    db.everywhere,
  )
  const [{ looked, n } = { looked: 0, n: 0 }] = newest
  if (looked < LOOKED_AT || n >= COMMON) return null
  const items = sql`feedback_items ${db.engine === 'sqlite' ? sql`indexed by feedback_items_locale` : sql``}`
  // From one locale to the next along the index: whatever the number of items, as many looks as there are locales.
  const after = (locale: string) => sql`(select locale from ${items} where ${isTheirs} and locale > ${sql.raw(locale)} order by locale limit 1)`
  const { rows } = await sql<{ locale: string; nth: number; n: number }>`with recursive spoken (locale, nth) as (
      select ${after(`''`)}, 1 union all select ${after('spoken.locale')}, nth + 1 from spoken where locale is not null and nth <= ${sql.lit(MOST_LOCALES)})
    select locale, nth, (select cast(count(*) as integer) from (select 1 from ${items} where ${isTheirs} and locale = spoken.locale limit ${sql.lit(most + 1)}) as counted) as n
    from spoken where ${inLanguage('locale', language)} or nth > ${sql.lit(MOST_LOCALES)}`.execute(db.everywhere)
  return rows.some(({ nth }) => nth > MOST_LOCALES) ? null : rows
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
