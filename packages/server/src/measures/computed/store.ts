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
