import { plainWords } from '@klankbord/shared/formatted'
import type { GoalState } from '@klankbord/shared/goals'
import type { StoryGoal, StoryMeasure, StoryOutcome } from '@klankbord/shared/stories'
import type { OutcomeKind } from '@klankbord/shared/widget'
import { sql } from 'kysely'
import type { Db } from '../db/db.ts'
import { idsIn } from '../db/ids-in.ts'
import type { Scope } from '../db/scope.ts'
import { arrivedAt } from '../feedback/arrival-store.ts'

/** Whose page it is, and how it speaks and looks: in the organisation's language, in the colour of its first site. */
export async function readHouse(db: Db, scope: Scope) {
  const { look, ...house } = await db.everywhere
    .selectFrom('organisations')
    .select(['organisations.name', 'organisations.locale', 'organisations.timeZone'])
    .select((eb) =>
      eb.selectFrom('sites').select('look').whereRef('sites.organisationId', '=', 'organisations.id').orderBy('createdAt').limit(1).as('look'),
    )
    .where('id', '=', scope.organisationId)
    .executeTakeFirstOrThrow()
  return { ...house, accent: look === null ? undefined : (JSON.parse(look) as { accent?: string }).accent }
}

export type House = Awaited<ReturnType<typeof readHouse>>

const goals = (db: Db, scope: Scope) =>
  db
    .within(scope)
    .selectFrom('goals')
    .innerJoin('teams', 'teams.id', 'goals.teamId')
    .select(['goals.id', 'goals.title', 'goals.why', 'teams.name as team', 'goals.target', 'goals.endsOn', 'goals.state'])
    .orderBy('goals.createdAt')
    .orderBy('goals.id')

const present = <Row extends { state: string }>(rows: Row[]) => rows.map((row) => ({ ...row, state: row.state as GoalState }))

/** What these teams have agreed on as a whole. */
export async function listOwnGoals(db: Db, scope: Scope, teamIds: Iterable<string>): Promise<StoryGoal[]> {
  const own = goals(db, scope).where('goals.teamId', 'in', idsIn(db.engine, teamIds)).where('goals.memberId', 'is', null)
  return present(await own.where('goals.state', '=', 'agreed').execute())
}

/** The goals directly below these: what is agreed on, and what was achieved since. */
export async function listGoalsBelow(db: Db, scope: Scope, goalIds: string[], since: string): Promise<StoryGoal[]> {
  const below = goals(db, scope)
    .where('goals.parentId', 'in', idsIn(db.engine, goalIds))
    .where('goals.id', 'not in', idsIn(db.engine, goalIds))
    .where('goals.memberId', 'is', null)
    .where((eb) => eb.or([eb('goals.state', '=', 'agreed'), eb.and([eb('goals.state', '=', 'achieved'), eb('goals.endedAt', '>=', since)])]))
  return present(await below.execute())
}

/** The measures of these goals, in the order of the goals. */
export async function listMeasures(db: Db, scope: Scope, goalIds: string[]): Promise<Omit<StoryMeasure, 'points'>[]> {
  const rows = await db
    .within(scope)
    .selectFrom('measures')
    .innerJoin('goals', 'goals.id', 'measures.goalId')
    .select(['measures.id', 'measures.name', 'measures.goalId', 'goals.title as goal', 'measures.unit', 'measures.direction'])
    .select(['measures.baseline', 'measures.target'])
    .where('measures.goalId', 'in', idsIn(db.engine, goalIds))
    .orderBy('measures.createdAt')
    .orderBy('measures.id')
    .execute()
  const order = new Map(goalIds.map((id, i) => [id, i]))
  return rows
    .toSorted((a, b) => (order.get(a.goalId ?? '') ?? 0) - (order.get(b.goalId ?? '') ?? 0))
    .map(({ goalId, direction, ...row }) => ({ ...row, direction: direction as StoryMeasure['direction'] }))
}

/** Teams whose voices are heard; null for everything that customers said, also what belongs to no goal. */
export type Listening = ReadonlySet<string> | null

const goalsOf = (db: Db, scope: Scope, teamIds: Iterable<string>) =>
  db.within(scope).selectFrom('goals').select('goals.id').where('goals.teamId', 'in', idsIn(db.engine, teamIds))

function complimentsSince(db: Db, scope: Scope, teams: Listening, since: string) {
  const all = db
    .within(scope)
    .selectFrom('feedbackItems')
    // Written out, so that SQLite sees that the index over compliments holds all of them.
    .where('feedbackItems.kind', '=', sql.lit('compliment'))
    .where(arrivedAt, '>=', since)
    .where('feedbackItems.status', 'not in', ['spam', 'merged'])
    .where('feedbackItems.erasedAt', 'is', null)
  return teams === null ? all : all.where('feedbackItems.goalId', 'in', goalsOf(db, scope, teams))
}

export async function countCompliments(db: Db, scope: Scope, teams: Listening, since: string): Promise<number> {
  const { items } = await complimentsSince(db, scope, teams, since)
    .select(({ fn, cast }) => cast<number>(fn.countAll(), 'integer').as('items'))
    .executeTakeFirstOrThrow()
  return items
}

/** Compliments, newest first, with the names that their customers are known by, to be taken out of the words. */
export const listCompliments = (db: Db, scope: Scope, teams: Listening, { since, limit }: { since: string; limit: number }) =>
  complimentsSince(db, scope, teams, since)
    .innerJoin('customers', 'customers.id', 'feedbackItems.customerId')
    .leftJoin('goals', 'goals.id', 'feedbackItems.goalId')
    .leftJoin('teams', 'teams.id', 'goals.teamId')
    .select(['feedbackItems.message', 'feedbackItems.submittedAt', 'teams.name as team', 'customers.name', 'customers.email'])
    .orderBy(arrivedAt, 'desc')
    .orderBy('feedbackItems.id', 'desc')
    .limit(limit)
    .execute()

/** Outcomes that everyone may read, newest first. */
export async function listOutcomesSince(
  db: Db,
  scope: Scope,
  teams: Listening,
  { since, language }: { since: string; language: string },
): Promise<StoryOutcome[]> {
  const all = db
    .within(scope)
    .selectFrom('outcomes')
    .innerJoin('goals', 'goals.id', 'outcomes.goalId')
    .innerJoin('teams', 'teams.id', 'goals.teamId')
    .where('outcomes.publishedAt', '>=', since)
    .where('outcomes.publicAt', 'is not', null)
    .select(['outcomes.id', 'outcomes.kind', 'outcomes.title', 'outcomes.did', 'outcomes.translations', 'outcomes.publishedAt', 'teams.name as team'])
    .orderBy('outcomes.publishedAt', 'desc')
    .orderBy('outcomes.id', 'desc')
  const rows = await (teams === null ? all : all.where('goals.teamId', 'in', idsIn(db.engine, teams))).execute()
  return rows.map(({ id, kind, title, did, translations, publishedAt, team }) => {
    const translated = (JSON.parse(translations) as Record<string, { title?: string; did?: string } | undefined>)[language]
    return { id, kind: kind as OutcomeKind, title: translated?.title ?? title, did: plainWords(translated?.did ?? did), team, at: publishedAt ?? '' }
  })
}
