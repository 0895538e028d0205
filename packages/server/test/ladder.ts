import type { Role, TeamRole } from '@klankbord/shared/members'
import { newId } from '../src/db/ids.ts'
import type { Scope } from '../src/db/scope.ts'
import type { Deps } from '../src/deps.ts'
import { type Given, givenMember, givenOrganisation } from './builders.ts'

const people = {
  /** Leads the organisation's team. */
  director: ['member', 'company', 'lead'],
  /** Leads the department. */
  manager: ['member', 'department', 'lead'],
  /** In the department, without leading it. */
  secretary: ['member', 'department', 'member'],
  lead: ['member', 'team', 'lead'],
  colleague: ['member', 'team', 'member'],
  /** In the team, but only to look. */
  trainee: ['viewer', 'team', 'member'],
  /** Leads another team of the department. */
  neighbour: ['member', 'otherTeam', 'lead'],
  /** In no team. */
  owner: ['owner', null, null],
  admin: ['admin', null, null],
  stranger: ['member', null, null],
  viewer: ['viewer', null, null],
} as const

type Person = keyof typeof people
type Team = 'company' | 'department' | 'team' | 'otherTeam'

/** An organisation of three levels, with somebody in every place from which the rights table is read. */
export interface Ladder extends Given {
  teams: Record<Team, string>
  as: Record<Person | 'adminKey' | 'memberKey' | 'viewerKey', Scope>
}

export const idOf = ({ who }: Scope) => ('id' in who ? who.id : '')

/** A ladder; the goal that comes with it belongs to the team. */
export async function givenLadder(deps: Deps): Promise<Ladder> {
  const given = await givenOrganisation(deps)
  const { organisationId } = given.scope
  const mine = deps.db.within(given.scope)
  const teams = { company: newId(), department: newId(), team: given.teamId, otherTeam: newId() }
  const createdAt = deps.clock().toISOString()
  await mine
    .insertInto('teams', [
      { id: teams.company, name: 'Bakker Fietsen', level: 'organisation', parentId: null, createdAt },
      { id: teams.department, name: 'Winkels', level: 'department', parentId: teams.company, createdAt },
      { id: teams.otherTeam, name: 'Magazijn', level: 'team', parentId: teams.department, createdAt },
    ])
    .execute()
  await mine.updateTable('teams').set({ parentId: teams.department }).where('id', '=', teams.team).execute()
  // The owner of the organisation is in no team here.
  await mine.deleteFrom('teamMembers').execute()
  const as = {} as Ladder['as']
  for (const [name, [role, team, part]] of Object.entries(people) as [Person, [Role, Team | null, TeamRole | null]][]) {
    as[name] = await givenMember(deps, organisationId, role)
    if (team && part) await mine.insertInto('teamMembers', { teamId: teams[team], memberId: idOf(as[name]), role: part }).execute()
  }
  for (const role of ['admin', 'member', 'viewer'] as const)
    as[`${role}Key`] = { organisationId, who: { kind: 'api-key', id: newId(), name: `Sleutel ${role}`, role } }
  return { ...given, teams, as }
}
