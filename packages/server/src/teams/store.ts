import type { Team, TeamLevel } from '@klankbord/shared/teams'
import type { Db } from '../db/db.ts'
import type { TeamRow } from '../db/schema.ts'
import type { Scope } from '../db/scope.ts'

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

const present = (row: Row): Team => ({ ...row, level: row.level as TeamLevel, members: row.members ?? 0 })

/** Every team with the number of active members, oldest first. */
export async function listTeams(db: Db, scope: Scope): Promise<Team[]> {
  return (await teams(db, scope).execute()).map(present)
}

export async function findTeam(db: Db, scope: Scope, id: string): Promise<Team | undefined> {
  const row = await teams(db, scope).where('teams.id', '=', id).executeTakeFirst()
  return row && present(row)
}

export async function insertTeam(db: Db, scope: Scope, team: Omit<TeamRow, 'organisationId'>) {
  await db.within(scope).insertInto('teams', team).execute()
}

export async function renameTeam(db: Db, scope: Scope, id: string, name: string) {
  await db.within(scope).updateTable('teams').set({ name }).where('id', '=', id).execute()
}

/** What a member is in a team: `lead` or `member`; undefined for who is not in it. */
export async function membershipIn(db: Db, scope: Scope, teamId: string, memberId: string): Promise<string | undefined> {
  const row = await db
    .within(scope)
    .selectFrom('teamMembers')
    .select('role')
    .where('teamId', '=', teamId)
    .where('memberId', '=', memberId)
    .executeTakeFirst()
  return row?.role
}
