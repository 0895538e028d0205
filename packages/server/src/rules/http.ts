import { type RoutingCondition, routingEndpoints } from '@klankbord/shared/routing'
import type { Hono } from 'hono'
import type { Deps } from '../deps.ts'
import type { Env } from '../http/context.ts'
import { serve } from '../http/serve.ts'
import { createRule } from './create-rule.ts'
import { removeRule } from './remove-rule.ts'
import { listRules } from './store.ts'

export function mountRules(app: Hono<Env>, deps: Deps) {
  serve(app, routingEndpoints.listRoutingRules, async (_, { scope }) => ({ items: await listRules(deps.db, scope), next: null }))
  serve(app, routingEndpoints.createRoutingRule, (input, { scope }) => createRule(deps, scope, { ...input, when: input.when as RoutingCondition[] }))
  serve(app, routingEndpoints.deleteRoutingRule, (input, { scope }) => removeRule(deps, scope, input))
}
