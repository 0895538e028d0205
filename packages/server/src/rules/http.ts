import { routingEndpoints } from '@klankbord/shared/routing'
import type { Hono } from 'hono'
import type { Deps } from '../deps.ts'
import type { Env } from '../http/context.ts'
import { serve } from '../http/serve.ts'
import { changeRule } from './change-rule.ts'
import { checkRule, listRuleWarnings } from './check-rule.ts'
import { createRule } from './create-rule.ts'
import { removeRule } from './remove-rule.ts'
import { listRules } from './store.ts'
import { listRulesVersions, restoreRules } from './versions.ts'

export function mountRules(app: Hono<Env>, deps: Deps) {
  serve(app, routingEndpoints.listRoutingRules, async (_, { scope }) => ({ items: await listRules(deps.db, scope), next: null }))
  serve(app, routingEndpoints.createRoutingRule, (input, { scope }) => createRule(deps, scope, input))
  serve(app, routingEndpoints.checkRoutingRule, (input, { scope }) => checkRule(deps, scope, input))
  serve(app, routingEndpoints.listRuleWarnings, (_, { scope }) => listRuleWarnings(deps, scope))
  serve(app, routingEndpoints.changeRoutingRule, (input, { scope }) => changeRule(deps, scope, input))
  serve(app, routingEndpoints.deleteRoutingRule, (input, { scope }) => removeRule(deps, scope, input))
  serve(app, routingEndpoints.listRulesVersions, (input, { scope }) => listRulesVersions(deps, scope, input))
  serve(app, routingEndpoints.restoreRulesVersion, (input, { scope }) => restoreRules(deps, scope, input))
}
