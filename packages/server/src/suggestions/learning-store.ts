import { sql } from 'kysely'
import type { Db } from '../db/db.ts'
import { idsIn } from '../db/ids-in.ts'
import type { Scope } from '../db/scope.ts'

/* What people decided, as lessons and as marks. */

const TAUGHT_NOTHING = ['spam', 'merged']
/** So many in one page: enough to go on, few enough that reading them holds nobody up. */
const PAGE = 200

const lessons = (db: Db, scope: Scope) =>
  db
    .within(scope)
    .selectFrom('routingDecisions')
    .innerJoin('feedbackItems', 'feedbackItems.id', 'routingDecisions.feedbackItemId')
    .select(['routingDecisions.feedbackItemId as id', 'routingDecisions.goalId', 'routingDecisions.at', 'feedbackItems.message as text'])
    .where('feedbackItems.status', 'not in', TAUGHT_NOTHING)
    .where('feedbackItems.erasedAt', 'is', null)

/** Pages of what people decided, newest first, of at most so many. */
export async function* newestLessons(db: Db, scope: Scope, most: number) {
  let before: { at: string; id: string } | null = null
  for (let read = 0; read < most; read += PAGE) {
    let query = lessons(db, scope)
    const last: { at: string; id: string } | null = before
    if (last) query = query.where((eb) => eb(eb.refTuple('routingDecisions.at', 'routingDecisions.feedbackItemId'), '<', eb.tuple(last.at, last.id)))
    const rows = await db.scan(query.orderBy('routingDecisions.at', 'desc').orderBy('routingDecisions.feedbackItemId', 'desc').limit(PAGE))
    if (rows.length > 0) yield rows
    const end = rows.at(-1)
    if (!end || rows.length < PAGE) return
    before = end
  }
}

/** What people decided from a time on. */
export const lessonsSince = (db: Db, scope: Scope, at: string) =>
  db.scan(lessons(db, scope).where('routingDecisions.at', '>=', at).orderBy('routingDecisions.at').limit(1000))

/** What was decided anywhere from a time on, oldest first. */
export const decidedSince = ({ everywhere }: Db, at: string) =>
  everywhere
    .selectFrom('routingDecisions')
    .select(['feedbackItemId', 'organisationId', 'goalId', 'at'])
    .where('at', '>=', at)
    .orderBy('at')
    .limit(5000)
    .execute()

/** What items say, to learn from what was decided about them. */
export const listLessons = (db: Db, scope: Scope, ids: readonly string[]) =>
  lessons(db, scope).where('feedbackItems.id', 'in', idsIn(db.engine, ids)).execute()

/** What was suggested for items that people decided about since a time, oldest first: the model's marks in use. */
export const marksSince = (db: Db, scope: Scope, at: string) =>
  db
    .within(scope)
    .selectFrom('routingDecisions')
    .select(['goalId', 'suggestedGoalId', 'confidence', 'modelGoalId'])
    .where('at', '>=', at)
    .orderBy('at')
    .limit(5000)
    .execute()

/** The newest of what customers said, as they said it, with the kind that they chose. */
export const newestSaid = (db: Db, scope: Scope, limit: number, before: string | null) => {
  let query = db
    .within(scope)
    .selectFrom('feedbackItems')
    .select(['id', 'message', 'kind'])
    .where('status', 'not in', TAUGHT_NOTHING)
    .where('erasedAt', 'is', null)
  if (before !== null) query = query.where('id', '<', before)
  return db.scan(query.orderBy('id', 'desc').limit(limit))
}

/** What newly waits to be routed, newest first. */
export const listPile = (db: Db, scope: Scope, limit: number) =>
  db.scan(
    db
      .within(scope)
      .selectFrom('feedbackItems')
      .leftJoin('suggestions', 'suggestions.feedbackItemId', 'feedbackItems.id')
      .select(['feedbackItems.id', 'message', 'suggestions.candidates'])
      .where('status', 'in', ['received', 'reopened'])
      .where('feedbackItems.goalId', 'is', null)
      .where('erasedAt', 'is', null)
      .orderBy('submittedAt', 'desc')
      .orderBy('feedbackItems.id', 'desc')
      .limit(limit),
  )

/** The newest items as rules and model see them. */
export const listTried = (db: Db, scope: Scope, limit: number) =>
  db.scan(
    db
      .within(scope)
      .selectFrom('feedbackItems')
      .innerJoin('sites', 'sites.id', 'feedbackItems.siteId')
      .select(['feedbackItems.id', 'kind', 'message', 'pageUrl', 'feedbackItems.locale', 'ratingScale', 'ratingValue', 'attributes'])
      .select(['sites.id as siteId', 'sites.key as siteKey', 'sites.name as siteName'])
      .where('status', 'not in', TAUGHT_NOTHING)
      .where('erasedAt', 'is', null)
      .orderBy('submittedAt', 'desc')
      .orderBy('feedbackItems.id', 'desc')
      .limit(limit),
  )

const count = sql<number>`cast(count(*) as integer)`

/** How often each goal was suggested and each was chosen by people, by day, in a period. */
export const countDecided = (db: Db, scope: Scope, from: string, to: string) =>
  db.scan(
    db
      .within(scope)
      .selectFrom('routingDecisions')
      .select(['suggestedGoalId', 'goalId', sql<string>`substr(at, 1, 13)`.as('hour'), count.as('count')])
      .where('suggestedGoalId', 'is not', null)
      .where('at', '>=', from)
      .where('at', '<', to)
      .groupBy(['suggestedGoalId', 'goalId', 'hour']),
  )

/** How many decisions there are of each goal. */
export async function countExamples(db: Db, scope: Scope): Promise<Map<string, number>> {
  const rows = await db.scan(
    db
      .within(scope)
      .selectFrom('routingDecisions')
      .select(['goalId', count.as('count')])
      .groupBy('goalId'),
  )
  return new Map(rows.map(({ goalId, count }) => [goalId, count]))
}
