import type { LoopFilter, OutcomeMark } from '@klankbord/shared/measures'
import { type RawBuilder, sql } from 'kysely'
import type { Db, Engine } from '../../db/db.ts'
import type { Scope } from '../../db/scope.ts'
import { as, loopConditions } from '../../db/tallies.ts'
import type { Sums } from './figures.ts'
import type { Period } from './periods.ts'

/** Statuses in which nobody waits for the team any more, or never did. */
const SETTLED = sql`('answered', 'merged')`

const { promises_ended, ...kept } = loopConditions
const ofItems = (condition: string) => sql.raw(`(${as('feedback_items', condition)})`)
const camel = (name: string) => name.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase())

type Counted = Exclude<keyof Sums, 'cesTotal'>
type Kept = Exclude<Counted, 'promises' | 'overdue'>

/** Each sum as what counts towards it: as what is kept, and what hangs on the time. */
const counted = (now: string): Record<Counted, RawBuilder<unknown>> => ({
  ...(Object.fromEntries(Object.entries(kept).map(([name, condition]) => [camel(name), ofItems(condition)])) as Record<Kept, RawBuilder<unknown>>),
  promises: sql`${ofItems(promises_ended)} or (status <> 'merged' and reply_by < ${now})`,
  overdue: sql`replied_at is null and reply_by < ${now} and status not in ${SETTLED}`,
})

export const countedColumns = (now: string) => [
  ...Object.entries(counted(now)).map(([name, counts]) => sql<number>`cast(count(*) filter (where ${counts}) as integer)`.as(name as Counted)),
  sql<number>`cast(coalesce(sum(rating_value) filter (where rating_scale = 'ces'), 0) as integer)`.as('cesTotal' as const),
]

export const promiseColumns = (now: string) => {
  const { promises, promisesKept } = counted(now)
  return Object.entries({ promises, promisesKept }).map(([name, counts]) =>
    sql<number>`cast(count(*) filter (where ${counts}) as integer)`.as(name as 'promises' | 'promisesKept'),
  )
}

/** The goals of a team and of all teams below it. */
export const goalsBelow = ({ organisationId }: Scope, teamId: string) => sql<string>`(with recursive below (id) as (
    select id from teams where id = ${teamId} and organisation_id = ${organisationId}
    union select teams.id from teams inner join below on teams.parent_id = below.id)
  select goals.id from goals where goals.organisation_id = ${organisationId} and goals.team_id in (select id from below))`

const hasAttribute = (engine: Engine, { name, value }: NonNullable<LoopFilter['attribute']>) =>
  engine === 'sqlite'
    ? sql<boolean>`exists (select 1 from json_each(feedback_items.attributes) as one where one.key = ${name} and one.value = ${value})`
    : sql<boolean>`feedback_items.attributes::json ->> ${name}::text = ${value}`

/** PostgreSQL takes a join with periods for a large part of all items, and reads all of them; of so few it is told the same once more, and looks them up. */
const FEW_PERIODS = 8

/** So is what lies far apart. */
function isLittle(periods: readonly Period[]): boolean {
  const times = periods.flatMap(({ from, to }) => [Date.parse(from), Date.parse(to)])
  const taken = periods.reduce((sum, { from, to }) => sum + Date.parse(to) - Date.parse(from), 0)
  return periods.length <= FEW_PERIODS || taken * 8 < Math.max(...times) - Math.min(...times)
}

const anyOf = (periods: readonly Period[]) => {
  const each = periods.map(({ from, to }) => sql`(feedback_items.submitted_at >= ${from} and feedback_items.submitted_at < ${to})`)
  return sql<boolean>`(${sql.join(each, sql` or `)})`
}

/** Feedback without spam that came in within periods, with `column1`, the beginning of its period. */
export function itemsIn(db: Db, scope: Scope, periods: readonly Period[], { teamId, goalId, siteId, kind, attribute }: LoopFilter) {
  const rows = sql.join(periods.map(({ from, to }) => sql`(${from}, ${to})`))
  let query = db
    .within(scope)
    .selectFrom('feedbackItems')
    .innerJoin(sql<{ column1: string; column2: string }>`(values ${rows})`.as('periods'), (join) =>
      join.onRef('feedbackItems.submittedAt', '>=', 'periods.column1').onRef('feedbackItems.submittedAt', '<', 'periods.column2'),
    )
    .where('feedbackItems.status', '!=', 'spam')
  if (db.engine === 'postgres' && isLittle(periods)) query = query.where(anyOf(periods))
  if (teamId !== undefined) query = query.where(sql<boolean>`feedback_items.goal_id in ${goalsBelow(scope, teamId)}`)
  if (goalId !== undefined) query = query.where('feedbackItems.goalId', '=', goalId)
  if (siteId !== undefined) query = query.where('feedbackItems.siteId', '=', siteId)
  if (kind !== undefined) query = query.where('feedbackItems.kind', '=', kind)
  if (attribute !== undefined) query = query.where(hasAttribute(db.engine, attribute))
  return query
}

export const nameOf = ({ from, to }: Period) => `${from}/${to}`

/** The sums of stretches of time in which anything came in, which may overlap, out of the items themselves: each by its name. */
export async function sumsOf(db: Db, scope: Scope, periods: readonly Period[], filter: LoopFilter, now: string): Promise<Map<string, Sums>> {
  const asked = [...new Map(periods.map((period) => [nameOf(period), period])).values()]
  if (asked.length === 0) return new Map()
  const query = itemsIn(db, scope, asked, filter)
    .select(['periods.column1 as from', 'periods.column2 as to'])
    .select(countedColumns(now))
    .groupBy(['periods.column1', 'periods.column2'])
  return new Map((await db.scan(query)).map(({ from, to, ...sums }) => [nameOf({ from, to }), sums as Sums]))
}

/** The sums of each period that anything came in, by its beginning, out of the items themselves. */
export async function rawSums(db: Db, scope: Scope, periods: readonly Period[], filter: LoopFilter, now: string): Promise<Map<string, Sums>> {
  const sums = await sumsOf(db, scope, periods, filter, now)
  return new Map(
    periods.flatMap((period) => {
      const found = sums.get(nameOf(period))
      return found ? [[period.from, found] as const] : []
    }),
  )
}

/** Opening an item again forgets its times; only then they are looked up in its history, which is much more work. */
const firstOf = ({ organisationId }: Scope, types: RawBuilder<unknown>, kept: RawBuilder<unknown>) => sql<string | null>`case
  when exists (select 1 from events where organisation_id = ${organisationId} and events.feedback_item_id = feedback_items.id and type = 'feedback.reopened')
  then (select min(events.created_at) from events where events.feedback_item_id = feedback_items.id and ${types})
  else ${kept} end`

/** What is waited for, the first time that it came. */
const first = {
  reply: (scope: Scope) =>
    firstOf(
      scope,
      sql`(events.type in ('feedback.planned', 'outcome.published') or (events.type = 'feedback.message' and events.actor_kind <> 'customer'))`,
      sql`replied_at`,
    ),
  outcome: (scope: Scope) => firstOf(scope, sql`events.type = 'outcome.published'`, sql`answered_at`),
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

/** What came in within periods, every so many, with its days until the first reply or outcome: what both medians are taken from. */
function waitsIn(db: Db, scope: Scope, periods: readonly Period[], filter: LoopFilter, untils: readonly Until[], sample: number) {
  return itemsIn(db, scope, periods, filter)
    .where(everySo(sample))
    .where('feedbackItems.status', '!=', 'merged')
    .select('periods.column1 as from')
    .select(untils.map((until) => daysUntil(db.engine, first[until](scope)).as(until)))
}

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
  const waits = db.everywhere.selectFrom(waitsIn(db, scope, periods, filter, [until], 1).as('waits')).where(until, 'is not', null)
  const ranked = waits
    .select(['from', `${until} as days`])
    .select(sql<number>`row_number() over (partition by "from" order by ${sql.ref(until)})`.as('place'))
    .select(sql<number>`count(*) over (partition by "from")`.as('n'))
  const query = db.everywhere
    .selectFrom(ranked.as('ranked'))
    .where(sql<boolean>`place * 2 in (n, n + 1, n + 2)`)
    .groupBy(['from', 'n'])
    .select(['from', sql<number>`avg(days)`.as('value'), sql<number>`cast(n as integer)`.as('n')])
  return new Map((await db.scan(query)).map(({ from, value, n }) => [from, { value: asDays(value), n }]))
}

/**
 * Both medians of one period, null where nothing has one yet. With `sample` of every so many items in the order of arrival, which is as good as all of them when they are many.
 * In place of windows over the items, which take SQLite twice as long for one period.
 */
export async function mediansOf(db: Db, scope: Scope, period: Period, filter: LoopFilter, sample: number): Promise<Record<Until, Median | null>> {
  const waits = waitsIn(db, scope, [period], filter, ['reply', 'outcome'], sample)
  const median = (until: Until) => {
    const [days, n] = [sql.ref(until), sql`(select cast(count(${sql.ref(until)}) as integer) from waits)`]
    return sql`select avg(days) as value, ${n} as n from (select ${days} as days from waits where ${days} is not null
      order by days limit 2 - ${n} % 2 offset (${n} - 1) / 2) as middle`
  }
  const query = sql<{ value: number | null; n: number }>`with waits as materialized ${waits} ${median('reply')} union all ${median('outcome')}`
  const [reply, outcome] = (await db.scan({ compile: () => query.compile(db.everywhere) })).map(({ value, n }) =>
    value === null ? null : { value: asDays(value), n: n * sample },
  )
  return { reply: reply ?? null, outcome: outcome ?? null }
}

const asDays = (value: number | string) => Math.max(0, Number(value))

/** Outcomes published for these goals that stand, oldest first. */
export async function outcomesOf(db: Db, scope: Scope, goalIds: string[]): Promise<Map<string, OutcomeMark[]>> {
  const marks = new Map<string, OutcomeMark[]>()
  if (goalIds.length === 0) return marks
  const rows = await db
    .within(scope)
    .selectFrom('outcomes')
    .select(['id', 'goalId', 'title', 'publishedAt'])
    .where('publishedAt', 'is not', null)
    .where('withdrawnAt', 'is', null)
    .where('goalId', 'in', goalIds)
    .orderBy('publishedAt')
    .execute()
  for (const { goalId, publishedAt, ...outcome } of rows) marks.set(goalId, [...(marks.get(goalId) ?? []), { ...outcome, at: publishedAt ?? '' }])
  return marks
}

const MOST_MARKS = 200

/** Outcomes published within a period, of a team with those below it or of a goal where that is asked, oldest first; of very many the last. */
export async function outcomesBetween(db: Db, scope: Scope, { from, to }: Period, { teamId, goalId }: LoopFilter): Promise<OutcomeMark[]> {
  let query = db
    .within(scope)
    .selectFrom('outcomes')
    .select(['id', 'title', 'publishedAt'])
    .where('publishedAt', '>=', from)
    .where('publishedAt', '<', to)
    .where('withdrawnAt', 'is', null)
  if (teamId !== undefined) query = query.where(sql<boolean>`outcomes.goal_id in ${goalsBelow(scope, teamId)}`)
  if (goalId !== undefined) query = query.where('goalId', '=', goalId)
  const rows = await query.orderBy('publishedAt', 'desc').limit(MOST_MARKS).execute()
  return rows.map(({ publishedAt, ...mark }) => ({ ...mark, at: publishedAt ?? '' })).reverse()
}
