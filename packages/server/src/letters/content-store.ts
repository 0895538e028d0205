import { sql } from 'kysely'
import type { Db } from '../db/db.ts'
import type { Scope } from '../db/scope.ts'
import { arrivedAt } from '../feedback/arrival-store.ts'
import { pointsBefore } from '../measures/points-store.ts'

/** Statuses in which the customer still waits for an outcome. */
const OPEN = ['received', 'routed', 'in_progress', 'reopened']

/** The time that a letter is about: from `since`, and until just before `until`, with which the next one begins. */
export interface Span {
  since: string
  until: string
}

export const listTeamsOf = (db: Db, scope: Scope, memberId: string) =>
  db
    .within(scope)
    .selectFrom('teamMembers')
    .innerJoin('teams', 'teams.id', 'teamMembers.teamId')
    .where('teamMembers.memberId', '=', memberId)
    .select(['teams.id', 'teams.name'])
    .orderBy('teams.name')
    .orderBy('teams.id')
    .execute()

export const findTeamName = (db: Db, scope: Scope, id: string) =>
  db.within(scope).selectFrom('teams').select(['id', 'name']).where('id', '=', id).executeTakeFirst()

/** A team and all below it. */
export async function teamsBelow({ everywhere }: Db, { organisationId }: Scope, teamId: string): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`with recursive below (id) as (
    select id from teams where id = ${teamId} and organisation_id = ${organisationId}
    union select teams.id from teams join below on teams.parent_id = below.id) select id from below`.execute(everywhere)
  return rows.map(({ id }) => id)
}

const itemsOf = (db: Db, scope: Scope, teamIds: string[]) =>
  db
    .within(scope)
    .selectFrom('feedbackItems')
    .innerJoin('goals', 'goals.id', 'feedbackItems.goalId')
    .where('goals.teamId', 'in', teamIds)
    .where('feedbackItems.erasedAt', 'is', null)
    .where('feedbackItems.status', 'not in', ['spam', 'merged'])

/** Compliments that reached these teams, newest first; `name` and `email` are the customer’s own, to be left out of their words. */
export async function readCompliments(db: Db, scope: Scope, teamIds: string[], { since, until }: Span, limit: number) {
  const compliments = itemsOf(db, scope, teamIds)
    // Written out, so that SQLite sees that the index over compliments holds all of them.
    .where('feedbackItems.kind', '=', sql.lit('compliment'))
    .where(arrivedAt, '>=', since)
    .where(arrivedAt, '<', until)
  const [shown, all] = await Promise.all([
    compliments
      .innerJoin('customers', 'customers.id', 'feedbackItems.customerId')
      .select(['feedbackItems.message', 'customers.name', 'customers.email'])
      .orderBy(arrivedAt, 'desc')
      .orderBy('feedbackItems.id')
      .limit(limit)
      .execute(),
    compliments.select(({ fn, cast }) => cast<number>(fn.countAll(), 'integer').as('count')).executeTakeFirstOrThrow(),
  ])
  return { shown, count: all.count }
}

/** Promises of a team that are late, or come within the days after `until`; soonest first. */
export async function readDue(db: Db, scope: Scope, teamId: string, { until, soon, limit }: { until: string; soon: string; limit: number }) {
  const waiting = itemsOf(db, scope, [teamId])
    .where('feedbackItems.status', 'in', OPEN)
    .where('feedbackItems.repliedAt', 'is', null)
    .where('feedbackItems.replyBy', 'is not', null)
    .where('feedbackItems.replyBy', '<', soon)
  const [next, counts] = await Promise.all([
    waiting
      .innerJoin('customers', 'customers.id', 'feedbackItems.customerId')
      .where('feedbackItems.replyBy', '>=', until)
      // Compliments have been quoted above.
      .where('feedbackItems.kind', '!=', 'compliment')
      .select(['feedbackItems.message', 'feedbackItems.replyBy', 'customers.name', 'customers.email'])
      .orderBy('feedbackItems.replyBy')
      .orderBy('feedbackItems.id')
      .limit(limit)
      .execute(),
    waiting
      .select([
        sql<number>`cast(count(*) filter (where reply_by < ${until}) as integer)`.as('overdue'),
        sql<number>`cast(count(*) filter (where reply_by >= ${until}) as integer)`.as('soon'),
      ])
      .executeTakeFirstOrThrow(),
  ])
  return { next, ...counts }
}

/** Outcomes that were published, with how many items each answered, and what customers said of outcomes. */
export async function readAnswered(db: Db, scope: Scope, teamIds: string[], { since, until }: Span, limit: number) {
  const outcomes = await db
    .within(scope)
    .selectFrom('outcomes')
    .innerJoin('goals', 'goals.id', 'outcomes.goalId')
    .where('goals.teamId', 'in', teamIds)
    .where('outcomes.publishedAt', '>=', since)
    .where('outcomes.publishedAt', '<', until)
    .select(['outcomes.id', 'outcomes.title'])
    .select((eb) =>
      eb
        .selectFrom('feedbackItems')
        .whereRef('feedbackItems.outcomeId', '=', 'outcomes.id')
        .select(({ fn, cast }) => cast<number>(fn.countAll(), 'integer').as('count'))
        .as('answers'),
    )
    .orderBy('outcomes.publishedAt', 'desc')
    .orderBy('outcomes.id')
    .limit(limit)
    .execute()
  const reactions = await itemsOf(db, scope, teamIds)
    .where('feedbackItems.reactedAt', '>=', since)
    .where('feedbackItems.reactedAt', '<', until)
    .select([
      sql<number>`cast(count(*) as integer)`.as('all'),
      sql<number>`cast(count(*) filter (where feedback_items.helped = 'yes') as integer)`.as('yes'),
    ])
    .executeTakeFirstOrThrow()
  return { outcomes: outcomes.map(({ title, answers }) => ({ title, answers: answers ?? 0 })), reactions }
}

/** The last value of a measure before a letter's time, and its last in it; null where there was nothing. */
export async function readStanding(db: Db, scope: Scope, measureId: string, { since, until }: Span) {
  const [[before], [after]] = await Promise.all([pointsBefore(db, scope, measureId, 1, since), pointsBefore(db, scope, measureId, 1, until)])
  return { before: before?.value ?? null, after: after && after.at >= since ? after.value : null }
}

/** The goals that a team works on. */
export const listTalkable = (db: Db, scope: Scope, teamId: string) =>
  db
    .within(scope)
    .selectFrom('goals')
    .where('teamId', '=', teamId)
    .where('state', '=', 'agreed')
    .select(['id', 'title', 'why'])
    .orderBy('createdAt')
    .orderBy('id')
    .execute()
