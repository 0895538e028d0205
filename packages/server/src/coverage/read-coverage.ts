import type { Coverage, CoverageGoal, CoveragePerson, CoverageTeam, GoalGap, PersonGap } from '@klankbord/shared/coverage'
import type { Page, PageQuery } from '@klankbord/shared/page'
import type { TeamLevel } from '@klankbord/shared/teams'
import { pageFrom, readCursor } from '../db/pages.ts'
import type { Scope } from '../db/scope.ts'
import { whileUnchanged } from '../db/while-unchanged.ts'
import type { Deps } from '../deps.ts'
import { notFoundAt } from '../problem-error.ts'
import {
  countActive,
  countPlaces,
  goalsWithInitiative,
  goalsWithMeasure,
  listLiveGoals,
  listPeople,
  listPlaces,
  teamsOfGone,
  teamsOfSpread,
  teamsOfThoseWithGoals,
} from './store.ts'
import { type Alike, countAll, type Goals, standingOf, surveyGoals } from './survey.ts'

/** So far back feedback counts: a quarter of a year, in which a goal that customers know of is spoken of. */
const FEEDBACK_DAYS = 90

interface Within {
  teamId?: string | undefined
}

const sinceOf = (now: Date) => new Date(now.getTime() - FEEDBACK_DAYS * 24 * 60 * 60 * 1000).toISOString().slice(0, 10)

async function readGoals({ db, clock }: Deps, scope: Scope): Promise<Goals> {
  const goalsAsked = [listLiveGoals(db, scope, sinceOf(clock())), goalsWithMeasure(db, scope), goalsWithInitiative(db, scope)] as const
  const [places, goals, measure, initiative] = await Promise.all([listPlaces(db, scope), ...goalsAsked])
  return surveyGoals(places, goals, { measure, initiative })
}

/** Everybody, before it is known how anybody stands: by name where more is to be said of them than the one team that they are in. */
async function readEverybody({ db }: Deps, scope: Scope) {
  const asked = [
    countPlaces(db, scope),
    teamsOfSpread(db, scope),
    teamsOfThoseWithGoals(db, scope),
    teamsOfGone(db, scope),
    countActive(db, scope),
  ] as const
  const [places, spread, withGoals, gone, active] = await Promise.all(asked)
  return { places, named: new Map([...spread, ...withGoals]), gone, active }
}

/** Everybody who is active, as groups of people who are alike. */
function groupsOf(goals: Goals, { places, named, gone, active }: Awaited<ReturnType<typeof readEverybody>>): Alike[] {
  const others = new Map(places)
  for (const teams of new Map([...named, ...gone]).values()) for (const id of teams) others.set(id, (others.get(id) ?? 0) - 1)
  const groups: Alike[] = []
  for (const [id, people] of others) groups.push({ teams: [id], people, standing: standingOf(goals, [id]) })
  for (const [id, teams] of named) if (!gone.has(id)) groups.push({ teams, people: 1, standing: standingOf(goals, teams, id) })
  // Who has a goal and no team.
  for (const id of goals.having.people) if (!named.has(id)) groups.push({ teams: [], people: 1, standing: standingOf(goals, [], id) })
  const counted = groups.reduce((sum, { people }) => sum + people, 0)
  return [...groups, { teams: [], people: active - counted, standing: 'no-goal' }]
}

interface Survey {
  goals: Goals
  numbers: ReturnType<typeof countAll>
}

/** A page asks for several parts of it at once, and of a large organisation it is a tenth of a second's work. */
const surveys = whileUnchanged<Survey>()

/** The goals of an organisation with everybody counted, as they stand now. */
const survey = (deps: Deps, scope: Scope): Promise<Survey> =>
  surveys(deps.db, `${scope.organisationId} ${sinceOf(deps.clock())}`, () => surveyAnew(deps, scope))

async function surveyAnew(deps: Deps, scope: Scope): Promise<Survey> {
  // Goals are looked at in a thread of their own, people meanwhile.
  const [goals, everybody] = await Promise.all([readGoals(deps, scope), readEverybody(deps, scope)])
  return { goals, numbers: countAll(goals, groupsOf(goals, everybody)) }
}

/** The numbers of the organisation, or of a team and all below it. */
export async function readCoverage(deps: Deps, scope: Scope, { teamId }: Within): Promise<Coverage> {
  const numbers = (await survey(deps, scope)).numbers.get(teamId ?? null)
  if (!numbers) throw notFoundAt('teamId', 'team')
  const { people, reached } = numbers
  return { ...numbers, share: people === 0 ? null : reached / people, since: sinceOf(deps.clock()) }
}

/** The teams at and below one; null for all. */
function within({ places, lines }: Goals, { teamId }: Within): Set<string> | null {
  if (teamId === undefined) return null
  if (!lines.has(teamId)) throw notFoundAt('teamId', 'team')
  return new Set(places.filter(({ id }) => lines.get(id)?.includes(teamId)).map(({ id }) => id))
}

interface TeamsQuery extends PageQuery, Within {
  parentId?: string | undefined
  gap?: 'no-goal' | undefined
}

export async function listCoverageTeams(deps: Deps, scope: Scope, query: TeamsQuery): Promise<Page<CoverageTeam>> {
  const { parentId, gap } = query
  const { goals, numbers } = await survey(deps, scope)
  if (parentId !== undefined && !goals.lines.has(parentId)) throw notFoundAt('parentId', 'team')
  const inside = within(goals, query)
  const parents = new Set(goals.places.map((place) => place.parentId))
  const asked = goals.places
    .filter(({ id }) => inside?.has(id) ?? true)
    .filter((place) => (gap ? !goals.having.teams.has(place.id) : place.parentId === (parentId ?? null)))
  return pageOfSorted(
    asked,
    query,
    ({ name }) => name,
    (place) => ({
      ...(numbers.get(place.id) as NonNullable<ReturnType<typeof numbers.get>>),
      ...place,
      level: place.level as TeamLevel,
      hasGoal: goals.having.teams.has(place.id),
      hasTeams: parents.has(place.id),
    }),
  )
}

interface GoalsQuery extends PageQuery, Within {
  gap: GoalGap
}

export async function listCoverageGoals(deps: Deps, scope: Scope, query: GoalsQuery): Promise<Page<CoverageGoal>> {
  const { goals } = await survey(deps, scope)
  const inside = within(goals, query)
  const names = new Map(goals.places.map(({ id, name }) => [id, name]))
  const asked = goals.goals.filter(({ id, teamId }) => goals.gaps.get(id)?.includes(query.gap) && (inside?.has(teamId) ?? true))
  return pageOfSorted(
    asked,
    query,
    ({ title }) => title,
    ({ id, title, teamId, owner }) => ({
      id,
      title,
      teamId,
      team: names.get(teamId) ?? '',
      owner,
      gaps: goals.gaps.get(id) ?? [],
    }),
  )
}

interface PeopleQuery extends PageQuery, Within {
  gap: PersonGap
}

export async function listCoveragePeople(deps: Deps, scope: Scope, query: PeopleQuery): Promise<Page<CoveragePerson>> {
  const { goals } = await survey(deps, scope)
  const { having, reaching } = goals
  const { gap, limit, cursor } = query
  const after = cursor === undefined ? null : readCursor(cursor, 2)
  const people = await listPeople(deps.db, scope, { gap, having, reaching, within: within(goals, query), limit, after })
  return pageFrom(
    people,
    limit,
    ({ name, id }) => [name, id],
    (person) => person,
  )
}

/** A page of what is in memory as a whole, in the order of a name. */
function pageOfSorted<Row extends { id: string }, Item>(
  rows: Row[],
  { limit, cursor }: PageQuery,
  nameOf: (row: Row) => string,
  present: (row: Row) => Item,
): Page<Item> {
  const keysOf = (row: Row): [string, string] => [nameOf(row), row.id]
  const [name = '', id = ''] = cursor === undefined ? [] : readCursor(cursor, 2)
  const rest = rows.filter((row) => compare(keysOf(row), [name, id]) > 0).toSorted((a, b) => compare(keysOf(a), keysOf(b)))
  return pageFrom(rest.slice(0, limit + 1), limit, keysOf, present)
}

const compare = ([name, id]: [string, string], [otherName, otherId]: [string, string]) =>
  order.compare(name, otherName) || (id < otherId ? -1 : id > otherId ? 1 : 0)

const order = new Intl.Collator('nl', { numeric: true })
