import type { LoopFilter, OutcomeMark } from '@klankbord/shared/measures'
import { type RawBuilder, sql } from 'kysely'
import type { Db, Engine } from '../../db/db.ts'
import type { Scope } from '../../db/scope.ts'
import type { Sums } from './figures.ts'
import type { Period } from './periods.ts'

/** Statuses in which nobody waits for the team any more, or never did. */
const SETTLED = sql`('answered', 'merged')`

/** The customer has the outcome: an e-mail with it was sent to their address, or they looked at it, or reacted to it. */
const told = (organisationId: string) => sql`feedback_items.answered_at is not null and (feedback_items.news = 0 or feedback_items.helped is not null
  or exists (select 1 from customers where customers.id = feedback_items.customer_id and customers.email is not null
    and (feedback_items.outcome_id, customers.email) in (select about_id, receiver from deliveries
      where organisation_id = ${organisationId} and kind = 'outcome-email' and state = 'sent')))`

/** Each sum as what counts towards it. */
const counted = ({ organisationId }: Scope, now: string): Record<Exclude<keyof Sums, 'cesTotal'>, RawBuilder<unknown>> => ({
  voices: sql`true`,
  compliments: sql`kind = 'compliment'`,
  complaints: sql`kind = 'complaint'`,
  csat: sql`rating_scale = 'csat'`,
  csatSatisfied: sql`rating_scale = 'csat' and rating_value >= 4`,
  nps: sql`rating_scale = 'nps'`,
  npsPromoters: sql`rating_scale = 'nps' and rating_value >= 9`,
  npsDetractors: sql`rating_scale = 'nps' and rating_value <= 6`,
  ces: sql`rating_scale = 'ces'`,
  asked: sql`status <> 'merged'`,
  answered: sql`status = 'answered'`,
  told: told(organisationId),
  reactions: sql`helped is not null`,
  helped: sql`helped = 'yes'`,
  promises: sql`status <> 'merged' and reply_by is not null and (replied_at is not null or reply_by < ${now})`,
  promisesKept: sql`status <> 'merged' and replied_at <= reply_by`,
  overdue: sql`replied_at is null and reply_by < ${now} and status not in ${SETTLED}`,
})

const sums = (scope: Scope, now: string) => [
  ...Object.entries(counted(scope, now)).map(([name, counts]) =>
    sql<number>`cast(count(*) filter (where ${counts}) as integer)`.as(name as Exclude<keyof Sums, 'cesTotal'>),
  ),
  sql<number>`cast(coalesce(sum(rating_value) filter (where rating_scale = 'ces'), 0) as integer)`.as('cesTotal' as const),
]

/** The goals of a team and of all teams below it. */
const goalsBelow = ({ organisationId }: Scope, teamId: string) => sql<string>`(with recursive below (id) as (
    select id from teams where id = ${teamId} and organisation_id = ${organisationId}
    union select teams.id from teams inner join below on teams.parent_id = below.id)
  select goals.id from goals where goals.organisation_id = ${organisationId} and goals.team_id in (select id from below))`

const hasAttribute = (engine: Engine, { name, value }: NonNullable<LoopFilter['attribute']>) =>
  engine === 'sqlite'
    ? sql<boolean>`exists (select 1 from json_each(feedback_items.attributes) as one where one.key = ${name} and one.value = ${value})`
    : sql<boolean>`feedback_items.attributes::json ->> ${name}::text = ${value}`

/** Feedback without spam that came in within periods, with `column1`, the beginning of its period. */
function itemsIn(db: Db, scope: Scope, periods: readonly Period[], { teamId, goalId, siteId, kind, attribute }: LoopFilter) {
  const rows = sql.join(periods.map(({ from, to }) => sql`(${from}, ${to})`))
  let query = db
    .within(scope)
    .selectFrom('feedbackItems')
    .innerJoin(sql<{ column1: string; column2: string }>`(values ${rows})`.as('periods'), (join) =>
      join.onRef('feedbackItems.submittedAt', '>=', 'periods.column1').onRef('feedbackItems.submittedAt', '<', 'periods.column2'),
    )
    .where('feedbackItems.status', '!=', 'spam')
  if (teamId !== undefined) query = query.where(sql<boolean>`feedback_items.goal_id in ${goalsBelow(scope, teamId)}`)
  if (goalId !== undefined) query = query.where('feedbackItems.goalId', '=', goalId)
  if (siteId !== undefined) query = query.where('feedbackItems.siteId', '=', siteId)
  if (kind !== undefined) query = query.where('feedbackItems.kind', '=', kind)
  if (attribute !== undefined) query = query.where(hasAttribute(db.engine, attribute))
  return query
}

/** The sums of each period that anything came in, by its beginning. */
export async function sumsByPeriod(db: Db, scope: Scope, periods: readonly Period[], filter: LoopFilter, now: string): Promise<Map<string, Sums>> {
  if (periods.length === 0) return new Map()
  const query = itemsIn(db, scope, periods, filter).select('periods.column1 as from').select(sums(scope, now)).groupBy('periods.column1')
  const rows = await db.scan(query)
  return new Map(rows.map(({ from, ...rest }) => [from, rest as Sums]))
}

/** The sums of the feedback of each team's own goals; under null what no team has. */
export async function sumsByTeam(db: Db, scope: Scope, period: Period, now: string): Promise<Map<string | null, Sums>> {
  const query = itemsIn(db, scope, [period], {})
    .leftJoin('goals', 'goals.id', 'feedbackItems.goalId')
    .select('goals.teamId')
    .select(sums(scope, now))
    .groupBy('goals.teamId')
  const rows = await db.scan(query)
  return new Map(rows.map(({ teamId, ...rest }) => [teamId, rest as Sums]))
}

/** Opening an item again forgets its times; only then they are looked up in its history, which is much more work. */
const firstOf = ({ organisationId }: Scope, types: RawBuilder<unknown>, kept: RawBuilder<unknown>) => sql<string | null>`case
  when feedback_items.id in (select feedback_item_id from events where organisation_id = ${organisationId} and type = 'feedback.reopened')
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

const daysFrom = (engine: Engine) =>
  engine === 'sqlite'
    ? sql<number>`julianday(at) - julianday(submitted_at)`
    : sql<number>`cast(extract(epoch from (at::timestamptz - submitted_at::timestamptz)) as double precision) / 86400`

/** The median of days until the first reply or outcome of what came in within each period and has one, and how many that are. */
export async function mediansByPeriod(db: Db, scope: Scope, periods: readonly Period[], filter: LoopFilter, until: keyof typeof first) {
  if (periods.length === 0) return new Map<string, { value: number; n: number }>()
  const items = itemsIn(db, scope, periods, filter)
    .where('feedbackItems.status', '!=', 'merged')
    .select(['periods.column1 as from', 'feedbackItems.submittedAt', first[until](scope).as('at')])
  const waits = db.everywhere
    .selectFrom(items.as('items'))
    .where('at', 'is not', null)
    .select(['from', daysFrom(db.engine).as('days')])
  const ranked = db.everywhere
    .selectFrom(waits.as('waits'))
    .select(['from', 'days'])
    .select(sql<number>`row_number() over (partition by "from" order by days)`.as('place'))
    .select(sql<number>`count(*) over (partition by "from")`.as('n'))
  const query = db.everywhere
    .selectFrom(ranked.as('ranked'))
    .where(sql<boolean>`place * 2 in (n, n + 1, n + 2)`)
    .groupBy(['from', 'n'])
    .select(['from', sql<number>`avg(days)`.as('value'), sql<number>`cast(n as integer)`.as('n')])
  const rows = await db.scan(query)
  return new Map(rows.map(({ from, value, n }) => [from, { value: Math.max(0, Number(value)), n }]))
}

/** Outcomes published for these goals, oldest first. */
export async function outcomesOf(db: Db, scope: Scope, goalIds: string[]): Promise<Map<string, OutcomeMark[]>> {
  const marks = new Map<string, OutcomeMark[]>()
  if (goalIds.length === 0) return marks
  const rows = await db
    .within(scope)
    .selectFrom('outcomes')
    .select(['id', 'goalId', 'title', 'publishedAt'])
    .where('publishedAt', 'is not', null)
    .where('goalId', 'in', goalIds)
    .orderBy('publishedAt')
    .execute()
  for (const { goalId, publishedAt, ...outcome } of rows) marks.set(goalId, [...(marks.get(goalId) ?? []), { ...outcome, at: publishedAt ?? '' }])
  return marks
}
