import type { FeedbackQuery } from '@klankbord/shared/feedback'
import type { Status } from '@klankbord/shared/widget'
import { type ExpressionBuilder, sql } from 'kysely'
import type { Db } from '../../db/db.ts'
import type { Database } from '../../db/schema.ts'
import type { Scope } from '../../db/scope.ts'
import { matches } from '../../db/search.ts'

/** Statuses in which the customer still waits for an outcome. */
export const OPEN: Status[] = ['received', 'routed', 'in_progress', 'reopened']

type Items = ExpressionBuilder<Database, 'feedbackItems'>

/** The promise has a date, nobody has spoken yet, and the item is still open. */
const waits = (eb: Items) =>
  eb.and([eb('feedbackItems.replyBy', 'is not', null), eb('feedbackItems.repliedAt', 'is', null), eb('feedbackItems.status', 'in', OPEN)])
const overdue = (eb: Items, now: string) => eb.and([waits(eb), eb('feedbackItems.replyBy', '<', now)])
const dueSoon = (eb: Items, now: string, soon: string) =>
  eb.and([waits(eb), eb('feedbackItems.replyBy', '>=', now), eb('feedbackItems.replyBy', '<', soon)])

/** Goals of the teams that a member belongs to. */
const goalsOf = (db: Db, scope: Scope, memberId: string) =>
  db
    .within(scope)
    .selectFrom('goals')
    .innerJoin('teamMembers', 'teamMembers.teamId', 'goals.teamId')
    .where('teamMembers.memberId', '=', memberId)
    .select('goals.id')

const goalsOfTeam = (db: Db, scope: Scope, teamId: string) =>
  db.within(scope).selectFrom('goals').where('goals.teamId', '=', teamId).select('goals.id')

const memberOf = ({ who }: Scope) => (who.kind === 'member' ? who.id : '')

function withNames(db: Db, scope: Scope) {
  return db
    .within(scope)
    .selectFrom('feedbackItems')
    .innerJoin('sites', 'sites.id', 'feedbackItems.siteId')
    .innerJoin('customers', 'customers.id', 'feedbackItems.customerId')
    .leftJoin('goals', 'goals.id', 'feedbackItems.goalId')
    .leftJoin('teams', 'teams.id', 'goals.teamId')
    .leftJoin('initiatives', 'initiatives.id', 'feedbackItems.initiativeId')
    .leftJoin('outcomes', 'outcomes.id', 'feedbackItems.outcomeId')
    .selectAll('feedbackItems')
    .select([
      'sites.name as siteName',
      'customers.name as customerName',
      'customers.email as customerEmail',
      'customers.emailConfirmedAt',
      'customers.unsubscribedAt',
      'customers.externalId',
      'goals.title as goalTitle',
      'goals.teamId',
      'teams.name as team',
      'initiatives.title as initiativeTitle',
      'outcomes.kind as outcomeKind',
      'outcomes.title as outcomeTitle',
      'outcomes.did',
      'outcomes.better',
      'outcomes.next',
      'outcomes.translations',
      'outcomes.locale as outcomeLocale',
      'outcomes.publishedAt',
    ])
}

export type NamedItem = Awaited<ReturnType<ReturnType<typeof withNames>['execute']>>[number]

export const findNamedItem = (db: Db, scope: Scope, id: string) => withNames(db, scope).where('feedbackItems.id', '=', id).executeTakeFirst()

interface Asked extends FeedbackQuery {
  now: string
  soon: string
  after: string[] | null
}

/** A page of items, one row more than `limit` to tell that there are more; after `[submittedAt, id]`, or `[rank, replyBy, id]` by due. */
export async function listNamedItems(db: Db, scope: Scope, asked: Asked): Promise<NamedItem[]> {
  const { sort, after, limit } = asked
  if (sort === 'new') return pageOf(filtered(db, scope, asked), { key: 'submittedAt', after, limit })
  const [rank, ...rest] = after ?? []
  const due = () => filtered(db, scope, asked).where('feedbackItems.replyBy', 'is not', null)
  // Two walks along an index each, where sorting by both would read all that is due.
  const high = rank === LOW ? [] : await pageOf(due().where(isHigh), { key: 'replyBy', after: rank === HIGH ? rest : null, limit })
  if (high.length > limit) return high
  const low = pageOf(due().where('feedbackItems.priority', 'is', null), {
    key: 'replyBy',
    after: rank === LOW ? rest : null,
    limit: limit - high.length,
  })
  return [...high, ...(await low)]
}

const [HIGH, LOW] = ['0', '1'] as const

/** In the words of the partial index on it: SQLite uses the index only then. */
const isHigh = sql<boolean>`feedback_items.priority = 'high'`

/** What a list by due is sorted by first. */
export const rankOf = ({ priority }: Pick<NamedItem, 'priority'>) => (priority === 'high' ? HIGH : LOW)

/** One row more than `limit`, by this key: what is due soonest, or what is newest, first. */
function pageOf(
  query: ReturnType<typeof withNames>,
  { key, after, limit }: { key: 'replyBy' | 'submittedAt'; after: string[] | null; limit: number },
): Promise<NamedItem[]> {
  const [direction, comparison] = key === 'replyBy' ? (['asc', '>'] as const) : (['desc', '<'] as const)
  const from = after
    ? query.where((eb) => eb(eb.refTuple(`feedbackItems.${key}`, 'feedbackItems.id'), comparison, eb.tuple(after[0] ?? '', after[1] ?? '')))
    : query
  return from
    .orderBy(`feedbackItems.${key}`, direction)
    .orderBy('feedbackItems.id', direction)
    .limit(limit + 1)
    .execute()
}

function filtered(db: Db, scope: Scope, { status, goalId, initiativeId, teamId, kind, q, due, flagged, now, soon }: Asked) {
  // What a customer erased is a number only: there is nothing in it to read or to answer.
  let query = withNames(db, scope).where('feedbackItems.erasedAt', 'is', null)
  if (status) query = query.where('feedbackItems.status', 'in', status.split(','))
  else query = query.where('feedbackItems.status', '!=', 'spam')
  if (goalId) query = goalId === 'none' ? query.where('feedbackItems.goalId', 'is', null) : query.where('feedbackItems.goalId', '=', goalId)
  if (initiativeId) query = query.where('feedbackItems.initiativeId', '=', initiativeId)
  if (teamId)
    query = query.where('feedbackItems.goalId', 'in', teamId === 'mine' ? goalsOf(db, scope, memberOf(scope)) : goalsOfTeam(db, scope, teamId))
  if (kind) query = query.where('feedbackItems.kind', '=', kind)
  if (q) query = query.where(matches(db.engine, q))
  if (flagged) query = query.where('feedbackItems.flaggedAt', 'is not', null).where('feedbackItems.status', 'in', OPEN)
  if (due) query = query.where((eb) => (due === 'overdue' ? overdue(eb as unknown as Items, now) : dueSoon(eb as unknown as Items, now, soon)))
  return query
}

/** How many items wait in each view. */
export function countViews(db: Db, scope: Scope, { now, soon }: { now: string; soon: string }) {
  const mine = goalsOf(db, scope, memberOf(scope))
  return db
    .within(scope)
    .selectFrom('feedbackItems')
    .where('feedbackItems.status', 'in', OPEN)
    .where('feedbackItems.erasedAt', 'is', null)
    .select((eb) => [
      sql<number>`cast(count(*) filter (where ${eb.and([eb('goalId', 'is', null), eb('status', 'in', ['received', 'reopened'])])}) as integer)`.as(
        'toRoute',
      ),
      sql<number>`cast(count(*) filter (where ${eb('goalId', 'in', mine)}) as integer)`.as('mine'),
      sql<number>`cast(count(*) filter (where ${dueSoon(eb, now, soon)}) as integer)`.as('dueSoon'),
      sql<number>`cast(count(*) filter (where ${overdue(eb, now)}) as integer)`.as('overdue'),
      sql<number>`cast(count(*) filter (where ${eb('status', 'in', ['routed', 'in_progress'])}) as integer)`.as('waiting'),
      sql<number>`cast(count(*) filter (where ${eb('status', '=', 'reopened')}) as integer)`.as('reopened'),
      sql<number>`cast(count(*) filter (where ${eb('flaggedAt', 'is not', null)}) as integer)`.as('flagged'),
    ])
    .executeTakeFirstOrThrow()
}
