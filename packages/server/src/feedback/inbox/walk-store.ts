import { type RawBuilder, sql } from 'kysely'
import type { Db } from '../../db/db.ts'
import { ftsOf, type TextQuery, tsqueryOf } from '../../db/feedback-search.ts'
import type { Scope } from '../../db/scope.ts'
import { all, conditionsOf, coveredConditions, placeConditions, textConditions } from './conditions-store.ts'
import type { Key, Part } from './order.ts'
import type { Sought } from './sought.ts'

/*
 * The plans by which feedback is found, said so that the database has no other to choose: SQLite takes the wrong index for a rare word in one team's items, PostgreSQL sorts a
 * hundred thousand rows for fifty. Each looks at a bounded number of rows.
 */

type Condition = RawBuilder<unknown>

export interface Found {
  id: string
  keys: Key[]
}

/** A way along an index, newest first: items that are alike in what the index begins with. */
export interface Arm {
  index: string
  /** Null for all that is in the index. */
  where: Condition | null
  /** How many there are; infinite when that is not known. */
  n: number
}

/** What is to be found in one part of a list. */
export interface Asked {
  sought: Sought
  part: Part
  after: Key[] | null
  /** At most so many, in order. */
  limit: number
}

interface Row {
  id: string
  arm: number
  k0: Key
  k1: Key
  k2?: Key
}

const found = (rows: Row[]): Found[] => rows.map(({ id, k0, k1, k2 }) => ({ id, keys: k2 === undefined ? [k0, k1] : [k0, k1, k2] }))

const keysAs = ({ keys }: Part) => sql.raw(keys.map((key, i) => `${key} as k${i}`).join(', '))
const named = ({ keys }: Part) => sql.raw(keys.map((_, i) => `k${i}`).join(', '))
const orderBy = ({ keys, isAscending }: Part) => sql.raw(`order by ${keys.map((key) => `${key} ${isAscending ? 'asc' : 'desc'}`).join(', ')}`)
const orderByName = ({ keys, isAscending }: Part) => sql.raw(`order by ${keys.map((_, i) => `k${i} ${isAscending ? 'asc' : 'desc'}`).join(', ')}`)

function beyond({ keys, isAscending }: Part, after: Key[] | null): Condition[] {
  if (!after) return []
  const sign = sql.raw(isAscending ? '>' : '<')
  const first = sql.raw(keys[0] ?? '')
  // The first key alone too: SQLite finds an index on an expression only by a plain comparison.
  return [sql`(${sql.raw(keys.join(', '))}) ${sign} (${sql.join(after)})`, sql`${first} ${sign}= ${after[0]}`]
}

const onlyOf = ({ only }: Part): Condition[] => (only === null ? [] : [sql.raw(only)])

/** Which of the seqs that `inner` gives are wanted, all of them in order. */
export async function findAmong(db: Db, scope: Scope, inner: Condition, { sought, part, after, limit }: Asked, isFound: boolean): Promise<Found[]> {
  const { engine } = db
  const conditions = [
    ...coveredConditions(engine, sought, 'item'),
    ...conditionsOf(engine, scope, sought),
    ...textConditions(engine, sought.text, isFound),
  ]
  const rows = await sql<Row>`select id, ${named(part)} from (select item.id as id, ${keysAs(part)} from (${inner}) as hit
      cross join feedback_items as item where item.seq = hit.seq and ${all([...conditions, ...onlyOf(part)])}) as held
    ${after ? sql`where (${named(part)}) ${sql.raw(part.isAscending ? '>' : '<')} (${sql.join(after)})` : sql``} ${orderByName(part)} limit ${sql.lit(limit)}`.execute(
    db.everywhere,
  )
  return found(rows.rows)
}

interface Walk {
  /** In order, all that there is up to `until`. */
  found: Found[]
  /** The keys up to which was looked; null when to the end, or when enough was found. */
  until: Key[] | null
}

/** Walks along some indexes at once, looking at no more than `most` rows. */
export async function walk(db: Db, scope: Scope, arms: readonly Arm[], asked: Asked, most: number): Promise<Walk> {
  const { part, limit } = asked
  const each = Math.max(limit, Math.floor(most / arms.length))
  const rows = (
    await sql<Row>`${sql.join(
      arms.map((arm, i) => sql`select * from (${alongOne(db, scope, arm, i, asked, each)}) as arm${sql.lit(i)}`),
      sql` union all `,
    )}`.execute(db.everywhere)
  ).rows
  const came = arms.map(() => 0)
  for (const { arm } of rows) came[arm] = (came[arm] ?? 0) + 1
  const unfinished = arms.filter(({ n }, i) => n > each && (came[i] ?? 0) < limit)
  const ends = await Promise.all(unfinished.map((arm) => endOf(db, scope, arm, asked, each)))
  const inOrder = (a: readonly Key[], b: readonly Key[]) => compareKeys(a, b, part.isAscending)
  const until = ends.filter((end) => end !== null).sort(inOrder)[0] ?? null
  const all = found(rows).sort((a, b) => inOrder(a.keys, b.keys))
  const sure = until ? all.filter(({ keys }) => inOrder(keys, until) <= 0) : all
  return { found: sure.slice(0, limit), until: sure.length >= limit ? null : until }
}

const inArm = (scope: Scope, { where }: Arm, { part, after, sought }: Asked): Condition =>
  all([
    sql`organisation_id = ${scope.organisationId}`,
    ...(where ? [where] : []),
    ...(part.only === null || part.index === 'feedback_items_new' ? [] : [sql.raw(part.only.replaceAll('item.', ''))]),
    ...beyond(part, after),
    ...(part.keys[0] === 'submitted_at' ? daysOf(sought) : []),
  ])

const daysOf = ({ from, to }: Sought): Condition[] => [...(from ? [sql`submitted_at >= ${from}`] : []), ...(to ? [sql`submitted_at < ${to}`] : [])]

const THIN = sql.raw('seq, id, submitted_at, kind, site_id, locale, rating_scale, rating_value')
const THIN_DUE = sql.raw('seq, id, goal_id, status')

function alongOne(db: Db, scope: Scope, arm: Arm, i: number, asked: Asked, each: number): Condition {
  const { engine } = db
  const { sought, part, limit } = asked
  const rest = [...conditionsOf(engine, scope, sought), ...textConditions(engine, sought.text, false), ...onlyOf(part)]
  if (engine === 'postgres')
    return sql`select id, ${sql.lit(i)} as arm, ${named(part)} from (select *, ${keysAs(part)} from feedback_items where ${inArm(scope, arm, asked)}
      ${orderBy(part)} limit ${sql.lit(each)}) as item where ${all([...coveredConditions(engine, sought, 'item'), ...rest])} ${orderByName(part)} limit ${sql.lit(limit)}`
  // The inner walk reads the index alone; a row is looked up only when what stands in the index is as wanted.
  const isByDue = arm.index === 'feedback_items_due'
  const covered = isByDue
    ? [...placeConditions(engine, sought, 'thin'), ...coveredConditions(engine, sought, 'item')]
    : coveredConditions(engine, sought, 'thin')
  return sql`select item.id as id, ${sql.lit(i)} as arm, ${named(part)} from (select ${isByDue ? THIN_DUE : THIN}, ${keysAs(part)} from feedback_items indexed by ${sql.raw(arm.index)}
      where ${inArm(scope, arm, asked)} ${orderBy(part)} limit ${sql.lit(each)}) as thin cross join feedback_items as item on item.seq = thin.seq
    where ${all([...covered, ...rest])} limit ${sql.lit(limit)}`
}

/** The keys of the last row that an arm looked at; null when it came to its end. */
async function endOf(db: Db, scope: Scope, arm: Arm, asked: Asked, each: number): Promise<Key[] | null> {
  const by = db.engine === 'sqlite' ? sql`indexed by ${sql.raw(arm.index)}` : sql``
  const { rows } = await sql<Row>`select id, 0 as arm, ${keysAs(asked.part)} from feedback_items ${by} where ${inArm(scope, arm, asked)}
    ${orderBy(asked.part)} limit 1 offset ${sql.lit(each - 1)}`.execute(db.everywhere)
  return found(rows)[0]?.keys ?? null
}

/** Where an item stands in the order in which they came; null when it is not there any more. */
export async function arrivalOf(db: Db, scope: Scope, id: string): Promise<number | null> {
  const row = await db.within(scope).selectFrom('feedbackItems').select('seq').where('id', '=', id).executeTakeFirst()
  return row?.seq ?? null
}

/** The newest that a text finds, at most so many. */
export const newestHits = (db: Db, scope: Scope, text: TextQuery, most: number): Condition =>
  db.engine === 'postgres'
    ? sql`select seq from feedback_items where organisation_id = ${scope.organisationId} and search @@ to_tsquery('simple', ${tsqueryOf(text)})
        order by submitted_at desc limit ${sql.lit(most)}`
    : sql`select rowid as seq from feedback_search where feedback_search match ${ftsOf(text)} order by rowid desc limit ${sql.lit(most)}`

/** All that a text finds. */
export const allHits = (db: Db, scope: Scope, text: TextQuery): Condition =>
  db.engine === 'postgres'
    ? sql`select seq from feedback_items where organisation_id = ${scope.organisationId} and search @@ to_tsquery('simple', ${tsqueryOf(text)}) offset 0`
    : newestHits(db, scope, text, 10_000)

/** What a text finds in SQLite in the order in which it came, newest first, after a place in it; no more than `most` are looked at. */
export async function walkArrivals(db: Db, scope: Scope, sought: Sought, text: TextQuery, after: number | null, limit: number, most: number) {
  const hits = sql`select rowid as seq from feedback_search where feedback_search match ${ftsOf(text)}
    ${after === null ? sql`` : sql`and rowid < ${after}`} order by rowid desc limit ${sql.lit(most)}`
  const conditions = [
    ...coveredConditions('sqlite', sought, 'item'),
    ...conditionsOf('sqlite', scope, sought),
    ...textConditions('sqlite', text, true),
  ]
  const { rows } = await sql<{ id: string; seq: number }>`select item.id as id, item.seq as seq from (${hits}) as hit
    cross join feedback_items as item where item.seq = hit.seq and ${all(conditions)} limit ${sql.lit(limit)}`.execute(db.everywhere)
  const found = rows.map(({ id, seq }): Found => ({ id, keys: [seq] }))
  if (rows.length >= limit) return { found, until: null }
  const last = await sql<{ seq: number }>`select seq from (${hits}) as hit limit 1 offset ${sql.lit(most - 1)}`.execute(db.everywhere)
  return { found, until: last.rows[0] ? [last.rows[0].seq] : null }
}

/** Below 0 when `a` comes before `b` in this part. */
function compareKeys(a: readonly Key[], b: readonly Key[], isAscending: boolean): number {
  for (const [i, one] of a.entries()) {
    const other = b[i] as Key
    if (one !== other) return one < other === isAscending ? -1 : 1
  }
  return 0
}
