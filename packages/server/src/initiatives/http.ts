import { initiativeEndpoints } from '@klankbord/shared/initiatives'
import type { Hono } from 'hono'
import { pageFrom, readCursor } from '../db/pages.ts'
import type { Deps } from '../deps.ts'
import type { Env } from '../http/context.ts'
import { serve } from '../http/serve.ts'
import { createInitiative } from './create-initiative.ts'
import { listInitiatives } from './store.ts'

export function mountInitiatives(app: Hono<Env>, deps: Deps) {
  serve(app, initiativeEndpoints.listInitiatives, async ({ goalId, limit, cursor }, { scope }) => {
    const after = cursor === undefined ? null : readCursor(cursor, 2)
    const rows = await listInitiatives(deps.db, scope, { goalId, limit, after })
    return pageFrom(
      rows,
      limit,
      ({ createdAt, id }) => [createdAt, id],
      (row) => row,
    )
  })
  serve(app, initiativeEndpoints.createInitiative, (input, { scope }) => createInitiative(deps, scope, input))
}
