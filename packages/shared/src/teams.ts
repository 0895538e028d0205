import * as z from 'zod'
import { endpoint } from './endpoint.ts'
import { Id, line, Time } from './fields.ts'
import { pageOf } from './page.ts'

/** The three levels of the tree of teams. */
export const TeamLevel = z.enum(['organisation', 'department', 'team'])
export type TeamLevel = z.infer<typeof TeamLevel>

/** A group of colleagues; `parentId` is null at the top. */
export const Team = z.object({ id: Id, name: z.string(), level: TeamLevel, parentId: Id.nullable(), members: z.int(), createdAt: Time })
export type Team = z.infer<typeof Team>

export const teamEndpoints = {
  listTeams: endpoint('GET', '/api/v1/teams', { access: 'viewer' }, z.object({}), pageOf(Team)),
  createTeam: endpoint(
    'POST',
    '/api/v1/teams',
    { access: 'admin', status: 201 },
    z.object({ name: line(1, 100), level: TeamLevel, parentId: Id.nullable().optional() }),
    Team,
  ),
  changeTeam: endpoint('PATCH', '/api/v1/teams/:id', { access: 'admin' }, z.object({ id: Id, name: line(1, 100).optional() }), Team),
}
