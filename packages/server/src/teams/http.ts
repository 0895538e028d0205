import { teamEndpoints } from '@klankbord/shared/teams'
import type { Hono } from 'hono'
import type { Deps } from '../deps.ts'
import type { Env } from '../http/context.ts'
import { serve } from '../http/serve.ts'
import { notFound } from '../problem-error.ts'
import { changeTeam } from './change-team.ts'
import { createTeam } from './create-team.ts'
import { findTeam, listPeople, listTeams } from './store.ts'

export function mountTeams(app: Hono<Env>, deps: Deps) {
  serve(app, teamEndpoints.listTeams, async (_, { scope }) => ({ items: await listTeams(deps.db, scope), next: null }))
  serve(app, teamEndpoints.createTeam, (input, { scope }) => createTeam(deps, scope, input))
  serve(app, teamEndpoints.changeTeam, (input, { scope }) => changeTeam(deps, scope, input))
  serve(app, teamEndpoints.listTeamPeople, async ({ id }, { scope }) => {
    if (!(await findTeam(deps.db, scope, id))) throw notFound('team')
    return { items: await listPeople(deps.db, scope, id), next: null }
  })
}
