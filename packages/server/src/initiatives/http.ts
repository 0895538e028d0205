import { initiativeEndpoints } from '@klankbord/shared/initiatives'
import type { Hono } from 'hono'
import { pageFrom, readCursor } from '../db/pages.ts'
import type { Scope } from '../db/scope.ts'
import type { Deps } from '../deps.ts'
import { comment, readComments } from '../goals/about.ts'
import type { Env } from '../http/context.ts'
import { serve } from '../http/serve.ts'
import { notFound } from '../problem-error.ts'
import { changeInitiative, endInitiative } from './change-initiative.ts'
import { createInitiative } from './create-initiative.ts'
import { findInitiative, listInitiatives } from './store.ts'

export function mountInitiatives(app: Hono<Env>, deps: Deps) {
  const requireOne = async (scope: Scope, id: string) => {
    const initiative = await findInitiative(deps.db, scope, id)
    if (!initiative) throw notFound('initiative')
    return initiative
  }
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
  serve(app, initiativeEndpoints.readInitiative, ({ id }, { scope }) => requireOne(scope, id))
  serve(app, initiativeEndpoints.changeInitiative, (input, { scope }) => changeInitiative(deps, scope, input))
  serve(app, initiativeEndpoints.endInitiative, (input, { scope }) => endInitiative(deps, scope, input))
  serve(app, initiativeEndpoints.listInitiativeComments, async ({ id, ...page }, { scope }) => {
    await requireOne(scope, id)
    return readComments(deps.db, scope, id, page)
  })
  serve(app, initiativeEndpoints.commentOnInitiative, async ({ id, text }, { scope }) => {
    await requireOne(scope, id)
    return comment(deps.db, scope, { aboutId: id, text }, deps.clock())
  })
}
