import type { CoveragePerson, PersonGap } from '@klankbord/shared/coverage'
import { statuses } from '@klankbord/shared/widget'
import { sql } from 'kysely'
import type { Db } from '../db/db.ts'
import { idsIn } from '../db/ids-in.ts'
import type { Scope } from '../db/scope.ts'

export const listPlaces = (db: Db, scope: Scope) =>
  db.within(scope).selectFrom('teams').select(['id', 'name', 'level', 'parentId']).orderBy('name').orderBy('id').execute()

const COUNTED = statuses.filter((status) => status !== 'spam')

const liveGoals = (db: Db, scope: Scope, since: string) =>
  db
    .within(scope)
    .selectFrom('goals')
    .leftJoin('teamMembers as place', (join) => join.onRef('place.teamId', '=', 'goals.teamId').onRef('place.memberId', '=', 'goals.memberId'))
    .leftJoin('members as person', (join) => join.onRef('person.id', '=', 'place.memberId').on('person.deactivatedAt', 'is', null))
    .leftJoin('members as owner', (join) => join.onRef('owner.id', '=', 'goals.ownerId').on('owner.deactivatedAt', 'is', null))
    .select(['goals.id', 'goals.title', 'goals.teamId', 'goals.parentId', 'goals.memberId', 'person.id as personId', 'owner.id as ownerId'])
    .select((eb) => eb.case().when('goals.ownerId', 'is', null).then(eb.ref('person.name')).else(eb.ref('owner.name')).end().as('owner'))
    .select((eb) =>
      eb
        .selectFrom('feedbackItems')
        .select(sql<number>`1`.as('yes'))
        .where('feedbackItems.organisationId', '=', scope.organisationId)
        .whereRef('feedbackItems.goalId', '=', 'goals.id')
        .where('feedbackItems.submittedAt', '>=', since)
        // Each status by name, so that the index over a goal's items is the best that a database can choose, and not all of a quarter for each goal.
        .where('feedbackItems.status', 'in', COUNTED)
        .limit(1)
        .as('hasFeedback'),
    )
    .where('goals.state', '=', 'agreed')

/** Every goal that is agreed and has not ended. `hasFeedback` is null where none came; `personId` and `ownerId` are null for who has left. */
export const listLiveGoals = (db: Db, scope: Scope, since: string) => db.scan(liveGoals(db, scope, since))

const idsOf = (rows: { goalId: string | null }[]) => new Set(rows.map(({ goalId }) => goalId))

export const goalsWithMeasure = async (db: Db, scope: Scope) =>
  idsOf(await db.within(scope).selectFrom('measures').select('goalId').distinct().execute())

/** Goals for which the team has planned or done something. */
export const goalsWithInitiative = async (db: Db, scope: Scope) =>
  idsOf(
    await db.within(scope).selectFrom('initiatives').where('state', 'in', ['planned', 'started', 'finished']).select('goalId').distinct().execute(),
  )

export type LiveGoal = Awaited<ReturnType<typeof listLiveGoals>>[number]

const memberships = (db: Db, scope: Scope) => db.within(scope).selectFrom('teamMembers').select(['teamMembers.memberId', 'teamMembers.teamId'])

/** How many places each team has; who has left keeps theirs. */
export async function countPlaces(db: Db, scope: Scope): Promise<Map<string, number>> {
  const rows = await db
    .within(scope)
    .selectFrom('teams')
    .select((eb) => [
      'teams.id',
      eb
        .selectFrom('teamMembers')
        .whereRef('teamMembers.teamId', '=', 'teams.id')
        .select(({ fn, cast }) => cast<number>(fn.countAll(), 'integer').as('places'))
        .as('places'),
    ])
    .execute()
  return new Map(rows.map(({ id, places }) => [id, places ?? 0]))
}

/** The teams of whoever is in more than one. */
export async function teamsOfSpread(db: Db, scope: Scope): Promise<Map<string, string[]>> {
  const spread = db
    .within(scope)
    .selectFrom('teamMembers')
    .select('memberId')
    .groupBy('memberId')
    .having(({ fn }) => fn.countAll(), '>', 1)
  return byMember(await db.scan(memberships(db, scope).where('memberId', 'in', spread)))
}

/** The teams of whoever has a goal of their own or answers for one. */
export async function teamsOfThoseWithGoals(db: Db, scope: Scope): Promise<Map<string, string[]>> {
  const agreed = db.within(scope).selectFrom('goals').where('state', '=', 'agreed')
  const theirs = agreed
    .where('memberId', 'is not', null)
    .select('memberId as id')
    .union(agreed.where('ownerId', 'is not', null).select('ownerId as id'))
  return byMember(await memberships(db, scope).where('memberId', 'in', theirs).execute())
}

/** The teams of who has left, where their place in them was kept. */
export async function teamsOfGone(db: Db, scope: Scope): Promise<Map<string, string[]>> {
  const gone = db.within(scope).selectFrom('members').select('id').where('deactivatedAt', 'is not', null)
  return byMember(await memberships(db, scope).where('memberId', 'in', gone).execute())
}

function byMember(rows: { memberId: string; teamId: string }[]): Map<string, string[]> {
  const teams = new Map<string, string[]>()
  for (const { memberId, teamId } of rows) {
    const known = teams.get(memberId)
    if (known) known.push(teamId)
    else teams.set(memberId, [teamId])
  }
  return teams
}

/** How many colleagues are active: all without those who left, since SQLite counts each of these two in a small index of its own. */
export async function countActive(db: Db, scope: Scope): Promise<number> {
  const members = db
    .within(scope)
    .selectFrom('members')
    .select(({ fn, cast }) => cast<number>(fn.countAll(), 'integer').as('people'))
  const [all, gone] = await Promise.all([members, members.where('deactivatedAt', 'is not', null)].map((asked) => asked.executeTakeFirstOrThrow()))
  return (all?.people ?? 0) - (gone?.people ?? 0)
}

/** Whose goals there are, and which teams have one as a whole: of all, and of those that reach the top. */
export interface Having {
  people: ReadonlySet<string>
  teams: ReadonlySet<string>
}

interface Asked {
  gap: PersonGap
  having: Having
  reaching: Having
  /** Null for everybody. */
  within: ReadonlySet<string> | null
  limit: number
  after: string[] | null
}

/** Colleagues with a gap, by name; one more than `limit` when there are more. */
export async function listPeople(db: Db, scope: Scope, { gap, having, reaching, within, limit, after }: Asked): Promise<CoveragePerson[]> {
  // Each set is read once for all, and not again for each colleague.
  const isIn = (teams: Iterable<string>) =>
    sql<boolean>`members.id in (select member_id from team_members where organisation_id = ${scope.organisationId} and team_id in ${idsIn(db.engine, teams)})`
  const has = ({ people, teams }: Having) => sql<boolean>`(members.id in ${idsIn(db.engine, people)} or ${isIn(teams)})`
  let query = db.within(scope).selectFrom('members').where('members.deactivatedAt', 'is', null).select(['members.id', 'members.name'])
  query = gap === 'no-goal' ? query.where(sql<boolean>`not ${has(having)}`) : query.where(has(having)).where(sql<boolean>`not ${has(reaching)}`)
  if (within) query = query.where(isIn(within))
  const [name = '', id = ''] = after ?? []
  if (after) query = query.where((eb) => eb(eb.refTuple('members.name', 'members.id'), '>', eb.tuple(name, id)))
  const people = await query
    .orderBy('members.name')
    .orderBy('members.id')
    .limit(limit + 1)
    .execute()
  const teams = await namedTeamsOf(
    db,
    scope,
    people.map(({ id }) => id),
  )
  return people.map((person) => ({ ...person, teams: teams.get(person.id) ?? [] }))
}

async function namedTeamsOf(db: Db, scope: Scope, memberIds: string[]) {
  const rows = await db
    .within(scope)
    .selectFrom('teamMembers')
    .innerJoin('teams', 'teams.id', 'teamMembers.teamId')
    .select(['teamMembers.memberId', 'teams.id', 'teams.name'])
    .where('teamMembers.memberId', 'in', idsIn(db.engine, memberIds))
    .orderBy('teams.name')
    .execute()
  const teams = new Map<string, CoveragePerson['teams']>(memberIds.map((id) => [id, []]))
  for (const { memberId, ...team } of rows) teams.get(memberId)?.push(team)
  return teams
}
