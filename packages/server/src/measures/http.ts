import { type Measure, measureEndpoints } from '@klankbord/shared/measures'
import type { Hono } from 'hono'
import type { Deps } from '../deps.ts'
import type { Env } from '../http/context.ts'
import { serve } from '../http/serve.ts'
import { notFound } from '../problem-error.ts'
import { changeMeasure } from './change-measure.ts'
import { createMeasure } from './create-measure.ts'
import { importPoints } from './imports/import-points.ts'
import { previewImport } from './imports/preview-import.ts'
import { undoImport } from './imports/undo-import.ts'
import { putPoints } from './put-points.ts'
import { removeMeasure } from './remove-measure.ts'
import { removePoint } from './remove-point.ts'
import { findMeasure, listMeasureEvents } from './store.ts'

/** What is done to measures; `loop/http.ts` reads them, since some are computed from the loop. */
export function mountMeasures(app: Hono<Env>, deps: Deps) {
  serve(app, measureEndpoints.previewMeasureImport, (input, { scope, bytes }) => previewImport(deps, scope, bytes, input))
  serve(app, measureEndpoints.importMeasures, (input, { scope, bytes }) => importPoints(deps, scope, bytes, input))
  serve(app, measureEndpoints.undoMeasureImport, ({ importId }, { scope }) => undoImport(deps, scope, importId))
  serve(app, measureEndpoints.createMeasure, (input, { scope }) => createMeasure(deps, scope, input))
  serve(app, measureEndpoints.changeMeasure, (input, { scope }): Promise<Measure> => changeMeasure(deps, scope, input))
  serve(app, measureEndpoints.removeMeasure, ({ id }, { scope }) => removeMeasure(deps, scope, id))
  serve(app, measureEndpoints.putMeasurePoints, (input, { scope }) => putPoints(deps, scope, input))
  serve(app, measureEndpoints.removeMeasurePoint, (input, { scope }) => removePoint(deps, scope, input))
  serve(app, measureEndpoints.listMeasureEvents, async ({ id }, { scope }) => {
    if (!(await findMeasure(deps.db, scope, id))) throw notFound('measure')
    const events = await listMeasureEvents(deps.db, scope, id)
    const items = events.map(({ actorName, detail, createdAt, ...event }) => ({
      ...event,
      actor: actorName,
      at: createdAt,
      detail: JSON.parse(detail),
    }))
    return { items, next: null }
  })
}
