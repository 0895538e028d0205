import * as z from 'zod'
import { SettingVersion } from './changes.ts'
import { endpoint } from './endpoint.ts'
import { Id, line, Time } from './fields.ts'
import { TeamRole } from './members.ts'
import { pageOf } from './page.ts'

/** The three levels of the tree of teams. */
export const TeamLevel = z.enum(['organisation', 'department', 'team'])
export type TeamLevel = z.infer<typeof TeamLevel>

/** A group of colleagues; `parentId` is null at the top. `leads` are the names of who leads it. */
export const Team = z.object({
  id: Id,
  name: z.string(),
  level: TeamLevel,
  parentId: Id.nullable(),
  members: z.int(),
  leads: z.array(z.string()),
  version: SettingVersion,
  createdAt: Time,
})
export type Team = z.infer<typeof Team>

/** A colleague in a team, leads first. */
export const TeamPerson = z.object({ id: Id, name: z.string(), role: TeamRole })
export type TeamPerson = z.infer<typeof TeamPerson>

export const teamEndpoints = {
  listTeams: endpoint('GET', '/api/v1/teams', { access: 'viewer' }, z.object({}), pageOf(Team)),
  createTeam: endpoint(
    'POST',
    '/api/v1/teams',
    { access: 'admin', status: 201 },
    z.object({ name: line(1, 100), level: TeamLevel, parentId: Id.nullable().optional() }),
    Team,
  ),
  /** Renames it, or moves it with all below it under another team of a higher level. */
  changeTeam: endpoint(
    'PATCH',
    '/api/v1/teams/:id',
    { access: 'admin' },
    z.object({ id: Id, name: line(1, 100).optional(), parentId: Id.nullable().optional(), version: SettingVersion.optional() }),
    Team,
  ),
  /**
   * Refused (`conflict`) while it has teams below it, or goals and no `goalsTo`: another team that takes them over, with their feedback. Its measures, and those computed from
   * what came in for it, go to that team too, else to the team above; its pulses and letters end, and links to its story and page are revoked.
   */
  removeTeam: endpoint('DELETE', '/api/v1/teams/:id', { access: 'admin', status: 204 }, z.object({ id: Id, goalsTo: Id.optional() }), z.void()),
  listTeamPeople: endpoint('GET', '/api/v1/teams/:id/people', { access: 'viewer' }, z.object({ id: Id }), pageOf(TeamPerson)),
}
