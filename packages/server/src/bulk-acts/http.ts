import { bulkActEndpoints } from '@klankbord/shared/bulk-acts'
import type { Hono } from 'hono'
import type { Deps } from '../deps.ts'
import type { Env } from '../http/context.ts'
import { serve } from '../http/serve.ts'
import { cancelBulkAct, undoBulkAct } from './end-act.ts'
import { countFound } from './find-all.ts'
import { listBulkActs, listSkipped, readBulkAct } from './read-act.ts'
import { startBulkAct } from './start-act.ts'

/** Acts on many items at once, which go on in the background. */
export function mountBulkActs(app: Hono<Env>, deps: Deps) {
  serve(app, bulkActEndpoints.countFound, (filter, { scope }) => countFound(deps, scope, filter))
  serve(app, bulkActEndpoints.startBulkAct, (input, { scope }) => startBulkAct(deps, scope, input))
  serve(app, bulkActEndpoints.listBulkActs, (query, { scope }) => listBulkActs(deps, scope, query))
  serve(app, bulkActEndpoints.readBulkAct, ({ id }, { scope }) => readBulkAct(deps, scope, id))
  serve(app, bulkActEndpoints.listSkipped, (query, { scope }) => listSkipped(deps, scope, query))
  serve(app, bulkActEndpoints.cancelBulkAct, ({ id }, { scope }) => cancelBulkAct(deps, scope, id))
  serve(app, bulkActEndpoints.undoBulkAct, ({ id }, { scope }) => undoBulkAct(deps, scope, id))
}
