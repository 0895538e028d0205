import { loopEndpoints } from '@klankbord/shared/loop'
import { measureEndpoints } from '@klankbord/shared/measures'
import type { Hono } from 'hono'
import type { Deps } from '../deps.ts'
import type { Env } from '../http/context.ts'
import { serve } from '../http/serve.ts'
import { divideLoop } from './divide-loop.ts'
import { rankTeams, readLoop } from './read-loop.ts'
import { readMeasure, readMeasures, readSeries } from './read-measures.ts'
import { readLoopSeries } from './read-series.ts'

/** How well the loop goes, and measures as they are read: some of them are computed from it. */
export function mountLoop(app: Hono<Env>, deps: Deps) {
  serve(app, measureEndpoints.listMeasures, async (input, { scope }) => ({ items: await readMeasures(deps, scope, input), next: null }))
  serve(app, measureEndpoints.readMeasure, ({ id }, { scope }) => readMeasure(deps, scope, id))
  serve(app, measureEndpoints.readMeasureSeries, (input, { scope }) => readSeries(deps, scope, input))
  serve(app, loopEndpoints.readLoop, (input, { scope }) => readLoop(deps, scope, input))
  serve(app, loopEndpoints.divideLoop, (input, { scope }) => divideLoop(deps, scope, input))
  serve(app, loopEndpoints.readLoopSeries, (input, { scope }) => readLoopSeries(deps, scope, input))
  serve(app, loopEndpoints.rankTeams, (input, { scope }) => rankTeams(deps, scope, input))
}
