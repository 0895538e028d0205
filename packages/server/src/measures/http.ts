import { measureEndpoints } from '@klankbord/shared/measures'
import type { Hono } from 'hono'
import type { Deps } from '../deps.ts'
import type { Env } from '../http/context.ts'
import { serve } from '../http/serve.ts'
import { createMeasure } from './create-measure.ts'
import { putPoints } from './put-points.ts'
import { listMeasures } from './store.ts'

export function mountMeasures(app: Hono<Env>, deps: Deps) {
  serve(app, measureEndpoints.listMeasures, async ({ goalId }, { scope }) => ({ items: await listMeasures(deps.db, scope, goalId), next: null }))
  serve(app, measureEndpoints.createMeasure, (input, { scope }) => createMeasure(deps, scope, input))
  serve(app, measureEndpoints.putMeasurePoints, (input, { scope }) => putPoints(deps, scope, input))
}
