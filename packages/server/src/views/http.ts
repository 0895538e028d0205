import { viewEndpoints } from '@klankbord/shared/views'
import type { Hono } from 'hono'
import type { Deps } from '../deps.ts'
import type { Env } from '../http/context.ts'
import { serve } from '../http/serve.ts'
import { changeView, createView, readViews, removeView } from './keep-view.ts'

/** Views of the inbox that are kept. */
export function mountViews(app: Hono<Env>, deps: Deps) {
  serve(app, viewEndpoints.listViews, async (_, { scope }) => ({ items: await readViews(deps, scope), next: null }))
  serve(app, viewEndpoints.createView, (input, { scope }) => createView(deps, scope, input))
  serve(app, viewEndpoints.changeView, (input, { scope }) => changeView(deps, scope, input))
  serve(app, viewEndpoints.removeView, (input, { scope }) => removeView(deps, scope, input))
}
