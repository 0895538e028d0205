import type { TeamRole } from '@klankbord/shared/members'
import type { Team, TeamLevel, TeamPerson } from '@klankbord/shared/teams'
import type { Db } from '../db/db.ts'
import { prepared } from '../db/prepared.ts'
import type { TeamRow } from '../db/schema.ts'
import { type Scope, systemScope } from '../db/scope.ts'
import { versionOfSetting } from '../db/setting-version.ts'

const teams = (db: Db, scope: Scope) =>
  db
    .within(scope)
    .selectFrom('teams')
    .select(['teams.id', 'teams.name', 'teams.level', 'teams.parentId', 'teams.createdAt'])
    .select((eb) =>
      eb
        .selectFrom('teamMembers')
        .innerJoin('members', 'members.id', 'teamMembers.memberId')
        .whereRef('teamMembers.teamId', '=', 'teams.id')
        .where('members.deactivatedAt', 'is', null)
        .select(({ fn, cast }) => cast<number>(fn.countAll(), 'integer').as('count'))
        .as('members'),
    )
    .orderBy('teams.createdAt')
    .orderBy('teams.id')

type Row = Awaited<ReturnType<ReturnType<typeof teams>['execute']>>[number]

/** The names of who leads each team, or the one that is asked for. */
async function leadNames(db: Db, scope: Scope, teamId?: string): Promise<Map<string, string[]>> {
  const leads = db
    .within(scope)
    .selectFrom('teamMembers')
    .innerJoin('members', 'members.id', 'teamMembers.memberId')
    .where('members.deactivatedAt', 'is', null)
    .where('teamMembers.role', '=', 'lead')
    .select(['teamMembers.teamId', 'members.name'])
  const rows = await (teamId === undefined ? leads : leads.where('teamMembers.teamId', '=', teamId)).orderBy('members.name').execute()
  const names = new Map<string, string[]>()
  for (const { teamId, name } of rows) names.set(teamId, [...(names.get(teamId) ?? []), name])
  return names
}

const present = (row: Row, leads: Map<string, string[]>): Team => ({
  ...row,
  level: row.level as TeamLevel,
  version: versionOfSetting(teamSettings(row)),
  members: row.members ?? 0,
  leads: leads.get(row.id) ?? [],
})

/** What an admin sets of a team. */
export const teamSettings = ({ name, parentId }: Pick<Team, 'name' | 'parentId'>) => ({ name, parentId })

/** Every team with the number of active members and who leads it, oldest first. */
export async function listTeams(db: Db, scope: Scope): Promise<Team[]> {
  const leads = await leadNames(db, scope)
  return (await teams(db, scope).execute()).map((row) => present(row, leads))
}

export async function findTeam(db: Db, scope: Scope, id: string): Promise<Team | undefined> {
  const row = await teams(db, scope).where('teams.id', '=', id).executeTakeFirst()
  return row && present(row, await leadNames(db, scope, id))
}

export async function insertTeam(db: Db, scope: Scope, team: Omit<TeamRow, 'organisationId'>) {
  await db.within(scope).insertInto('teams', team).execute()
}

export async function updateTeam(db: Db, scope: Scope, id: string, changes: Partial<Pick<TeamRow, 'name' | 'parentId'>>) {
  await db.within(scope).updateTable('teams').set(changes).where('id', '=', id).execute()
}

/** Takes a team away, with the places in it. */
export async function deleteTeam(db: Db, scope: Scope, id: string) {
  await db.within(scope).deleteFrom('teamMembers').where('teamId', '=', id).execute()
  await db.within(scope).deleteFrom('teams').where('id', '=', id).execute()
}

export async function hasTeamsBelow(db: Db, scope: Scope, id: string): Promise<boolean> {
  return (await db.within(scope).selectFrom('teams').select('id').where('parentId', '=', id).executeTakeFirst()) !== undefined
}

const onePlace = prepared((db, { organisationId, teamId, memberId }: { organisationId: string; teamId: string; memberId: string }) =>
  db.within(systemScope(organisationId)).selectFrom('teamMembers').select('role').where('teamId', '=', teamId).where('memberId', '=', memberId),
)

/** What a member is in a team: `lead` or `member`; undefined for who is not in it. */
export async function membershipIn(db: Db, { organisationId }: Scope, teamId: string, memberId: string): Promise<string | undefined> {
  const [row] = await onePlace(db, { organisationId, teamId, memberId })
  return row?.role
}

const oneParent = prepared((db, { organisationId, id }: { organisationId: string; id: string }) =>
  db.within(systemScope(organisationId)).selectFrom('teams').select('parentId').where('id', '=', id),
)

/** A team and those above it, from near to far. */
export async function lineOf(db: Db, { organisationId }: Scope, teamId: string): Promise<string[]> {
  const line: string[] = []
  for (let id: string | null = teamId; id !== null && !line.includes(id); ) {
    const [row]: { parentId: string | null }[] = await oneParent(db, { organisationId, id })
    if (!row) break
    line.push(id)
    id = row.parentId
  }
  return line
}

const acting = (db: Db, scope: Scope, teamIds: string[]) =>
  db
    .within(scope)
    .selectFrom('teamMembers')
    .innerJoin('members', 'members.id', 'teamMembers.memberId')
    .where('teamMembers.teamId', 'in', teamIds)
    .where('members.deactivatedAt', 'is', null)
    .where('members.role', '!=', 'viewer')

/** The leads of these teams who can act: active, and no viewers. */
export function leadsOf(db: Db, scope: Scope, teamIds: string[]): Promise<{ teamId: string; memberId: string }[]> {
  return acting(db, scope, teamIds).where('teamMembers.role', '=', 'lead').select(['teamMembers.teamId', 'teamMembers.memberId']).execute()
}

/** True when somebody in the team can act. */
export async function hasHands(db: Db, scope: Scope, teamId: string): Promise<boolean> {
  return (await acting(db, scope, [teamId]).select('teamMembers.memberId').executeTakeFirst()) !== undefined
}

/** The teams that a member is in. */
export async function teamsOf(db: Db, scope: Scope, memberId: string): Promise<string[]> {
  const rows = await db.within(scope).selectFrom('teamMembers').select('teamId').where('memberId', '=', memberId).execute()
  return rows.map(({ teamId }) => teamId)
}

/** The active colleagues in a team, leads first. */
export async function listPeople(db: Db, scope: Scope, teamId: string): Promise<TeamPerson[]> {
  const rows = await db
    .within(scope)
    .selectFrom('teamMembers')
    .innerJoin('members', 'members.id', 'teamMembers.memberId')
    .where('teamMembers.teamId', '=', teamId)
    .where('members.deactivatedAt', 'is', null)
    .select(['members.id', 'members.name', 'teamMembers.role'])
    .orderBy('teamMembers.role')
    .orderBy('members.name')
    .orderBy('members.id')
    .execute()
  return rows.map(({ role, ...person }) => ({ ...person, role: role as TeamRole }))
}

export type TreeTeam = Pick<TeamRow, 'id' | 'name' | 'level' | 'parentId'>

/** Every team as the tree shows it, oldest first. */
export function listTreeTeams(db: Db, scope: Scope): Promise<TreeTeam[]> {
  return db.within(scope).selectFrom('teams').select(['id', 'name', 'level', 'parentId']).orderBy('createdAt').orderBy('id').execute()
}
