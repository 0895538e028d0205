import type { LoopFilter } from '@klankbord/shared/measures'
import { type RawBuilder, sql } from 'kysely'
import type { Db, Engine } from '../../db/db.ts'
import type { Scope } from '../../db/scope.ts'
import type { Period } from './periods.ts'
import { itemsIn } from './store.ts'

/** Opening an item again forgets its times; only then they are looked up in its history, which is much more work. */
const firstOf = (types: RawBuilder<unknown>, kept: RawBuilder<unknown>) => sql<string | null>`case when reopened_at is not null
  then (select min(events.created_at) from events where events.feedback_item_id = feedback_items.id and ${types})
  else ${kept} end`

/** What is waited for, the first time that it came. */
const first = {
  reply: firstOf(
    sql`(events.type in ('feedback.planned', 'outcome.published') or (events.type = 'feedback.message' and events.actor_kind <> 'customer'))`,
    sql`replied_at`,
  ),
  outcome: firstOf(sql`events.type = 'outcome.published'`, sql`answered_at`),
}

const daysUntil = (engine: Engine, at: RawBuilder<string | null>) =>
  engine === 'sqlite'
    ? sql<number | null>`julianday(${at}) - julianday(submitted_at)`
    : sql<number | null>`cast(extract(epoch from ((${at})::timestamptz - submitted_at::timestamptz)) as double precision) / 86400`

/** Every so many items, with the words of the indexes that hold some of them: a database uses them only then. */
const everySo = (sample: number) => {
  if (sample === 1) return sql<boolean>`1 = 1`
  const indexed = sql`feedback_items.seq % ${sql.lit(SAMPLE_INDEXES.find((every) => every <= sample))} = 0`
  return SAMPLE_INDEXES.includes(sample) ? sql<boolean>`${indexed}` : sql<boolean>`${indexed} and feedback_items.seq % ${sql.lit(sample)} = 0`
}

const SAMPLE_INDEXES = [1024, 256, 16]

export type Until = keyof typeof first

/** What came in within periods, every so many: what medians are taken from. */
const waitingIn = (db: Db, scope: Scope, periods: readonly Period[], filter: LoopFilter, sample: number) =>
  itemsIn(db, scope, periods, filter).where(everySo(sample)).where('feedbackItems.status', '!=', 'merged')

export interface Median {
  value: number
  n: number
}

/** The median of days until the first reply or outcome of what came in within each period and has one, and how many that are. */
export async function mediansByPeriod(
  db: Db,
  scope: Scope,
  periods: readonly Period[],
  filter: LoopFilter,
  until: Until,
): Promise<Map<string, Median>> {
  if (periods.length === 0) return new Map()
  const waits = waitingIn(db, scope, periods, filter, 1).select('periods.column1 as from').select(daysUntil(db.engine, first[until]).as('days'))
  const ranked = db.everywhere
    .selectFrom(waits.as('waits'))
    .where('days', 'is not', null)
    .select(['from', 'days'])
    .select(sql<number>`row_number() over (partition by "from" order by days)`.as('place'))
    .select(sql<number>`count(*) over (partition by "from")`.as('n'))
  const query = db.everywhere
    .selectFrom(ranked.as('ranked'))
    .where(sql<boolean>`place * 2 in (n, n + 1, n + 2)`)
    .groupBy(['from', 'n'])
    .select(['from', sql<number>`avg(days)`.as('value'), sql<number>`cast(n as integer)`.as('n')])
  return new Map((await db.scan(query)).map(({ from, value, n }) => [from, { value: asDays(value), n }]))
}

/** What is waited for by items of one period, in days. */
type Waits = Record<Until, number[]>

/**
 * The days until the first reply and outcome of every so many items of one period, in the order of arrival: as good as all of them when they are many. The database hands over their
 * times in one text: counting with those of a thousand items takes it several times as long as finding them.
 */
export async function waitsIn(db: Db, scope: Scope, period: Period, filter: LoopFilter, sample: number): Promise<Waits> {
  const lines = waitingIn(db, scope, [period], filter, sample).select(
    sql<string>`submitted_at || ' ' || coalesce(${first.reply}, '') || ' ' || coalesce(${first.outcome}, '')`.as('line'),
  )
  const all = db.everywhere.selectFrom(lines.as('lines')).select(sql<string | null>`string_agg(line, ',')`.as('all'))
  const waits: Waits = { reply: [], outcome: [] }
  for (const line of ((await db.scan(all))[0]?.all ?? '').split(',')) {
    const [came = '', reply, outcome] = line.split(' ')
    const from = Date.parse(came)
    if (reply) waits.reply.push(daysBetween(db.engine, from, Date.parse(reply)))
    if (outcome) waits.outcome.push(daysBetween(db.engine, from, Date.parse(outcome)))
  }
  return waits
}

const DAY_MS = 86_400_000
/** Of the day from which SQLite counts, in milliseconds before 1970. */
const JULIAN_MS = 210_866_760_000_000

/** To the last digit what `daysUntil` is. */
const daysBetween = (engine: Engine, from: number, to: number) =>
  engine === 'sqlite' ? (to + JULIAN_MS) / DAY_MS - (from + JULIAN_MS) / DAY_MS : (to - from) / 1000 / 86_400

export const asDays = (value: number | string) => Math.max(0, Number(value))
