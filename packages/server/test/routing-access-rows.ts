import type { routingEndpoints } from '@klankbord/shared/routing'
import type { suggestionEndpoints } from '@klankbord/shared/suggestions'
import { about, item, nothing, type Row } from './access-row.ts'
import type { Tenant } from './tenants.ts'

const routed = (t: Tenant) => ({ goalId: t.goalId, effects: { notify: [t.people.owner.id] } })

/** Of the rules, and of what was learned. */
export const routingRows: { [Name in keyof typeof routingEndpoints | keyof typeof suggestionEndpoints]: Row } = {
  listRoutingRules: nothing,
  createRoutingRule: about(routed, { when: [{ field: 'kind', op: 'is', value: 'idea' }] }),
  changeRoutingRule: about((t) => ({ id: t.ruleId, ...routed(t) })),
  checkRoutingRule: about((t) => ({ id: t.ruleId, ...routed(t) }), { when: [{ field: 'kind', op: 'is', value: 'idea' }] }),
  listRuleWarnings: nothing,
  listRulesVersions: nothing,
  // Each organisation counts its own versions: another's second is one that ours does not have.
  restoreRulesVersion: { input: () => ({ number: 1 }), foreign: () => ({ number: 2 }) },
  deleteRoutingRule: about((t) => ({ id: t.ruleId })),

  readSuggestion: about(item),
  listSimilar: about(item),
  lookAtFlags: about(item),
  readRoutingModel: nothing,
  changeRoutingModel: {
    input: (t) => ({ threshold: 0.8, wanted: [{ goalId: t.goalId, wanted: true }] }),
    foreign: (t) => ({ wanted: [{ goalId: t.goalId, wanted: true }] }),
  },
  rebuildRoutingModel: nothing,
  readRoutingQuality: nothing,
  listThemes: nothing,
  routeTheme: about((t) => ({ goalId: t.goalId, feedbackIds: [t.customer.feedbackId] })),
  dryRunRouting: {
    input: () => ({ last: 10 }),
    foreign: (t) => ({
      rules: [{ goalId: t.goalId, when: [{ field: 'kind', op: 'is', value: 'idea' }] }],
      goals: [{ goalId: t.goalId, title: 'Een ander doel' }],
    }),
  },
  readFlagWords: nothing,
  replaceFlagWords: { input: () => ({ safety: ['gevaar'], discrimination: [], legal: [], press: [] }) },
}
