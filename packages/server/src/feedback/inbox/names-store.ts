import type { Db } from '../../db/db.ts'
import type { Scope } from '../../db/scope.ts'
import { foldWord } from '../../db/stems.ts'

const ids = (rows: { id: string }[]) => rows.map(({ id }) => id)

/** Goals of the teams that a member belongs to. */
export const goalsOfMember = async (db: Db, scope: Scope, memberId: string): Promise<string[]> =>
  ids(
    await db
      .within(scope)
      .selectFrom('goals')
      .innerJoin('teamMembers', 'teamMembers.teamId', 'goals.teamId')
      .where('teamMembers.memberId', '=', memberId)
      .select('goals.id')
      .execute(),
  )

export const goalsOfTeam = async (db: Db, scope: Scope, teamId: string): Promise<string[]> =>
  ids(await db.within(scope).selectFrom('goals').where('goals.teamId', '=', teamId).select('goals.id').execute())

/** Those with this name, or, when there are none, those with it in their name. */
function named<Row extends { name: string }>(rows: Row[], name: string): Row[] {
  const wanted = foldWord(name)
  const whole = rows.filter((row) => foldWord(row.name) === wanted)
  return whole.length > 0 ? whole : rows.filter((row) => foldWord(row.name).includes(wanted))
}

export async function goalsOfTeamsNamed(db: Db, scope: Scope, name: string): Promise<string[]> {
  const teams = named(await db.within(scope).selectFrom('teams').select(['id', 'name']).execute(), name)
  if (teams.length === 0) return []
  return ids(await db.within(scope).selectFrom('goals').where('teamId', 'in', ids(teams)).select('id').execute())
}

export async function goalsNamed(db: Db, scope: Scope, name: string): Promise<string[]> {
  return ids(named(await db.within(scope).selectFrom('goals').select(['id', 'title as name']).execute(), name))
}

export async function sitesNamed(db: Db, scope: Scope, name: string): Promise<string[]> {
  return ids(named(await db.within(scope).selectFrom('sites').select(['id', 'name']).execute(), name))
}
