import { coverageEndpoints } from '@klankbord/shared/coverage'
import type { Hono } from 'hono'
import type { Deps } from '../deps.ts'
import type { Env } from '../http/context.ts'
import { serve } from '../http/serve.ts'
import { listCoverageGoals, listCoveragePeople, listCoverageTeams, readCoverage } from './read-coverage.ts'

export function mountCoverage(app: Hono<Env>, deps: Deps) {
  serve(app, coverageEndpoints.readCoverage, (query, { scope }) => readCoverage(deps, scope, query))
  serve(app, coverageEndpoints.listCoverageTeams, (query, { scope }) => listCoverageTeams(deps, scope, query))
  serve(app, coverageEndpoints.listCoveragePeople, (query, { scope }) => listCoveragePeople(deps, scope, query))
  serve(app, coverageEndpoints.listCoverageGoals, (query, { scope }) => listCoverageGoals(deps, scope, query))
}
