import type { Generated } from 'kysely'
import type { Tenant } from './schema.ts'

export interface RoutingRuleRow extends Tenant {
  id: string
  goalId: string
  /** JSON: RoutingClause[]. */
  conditions: string
  /** JSON: RoutingEffects. */
  effects: Generated<string>
  position: number
  createdAt: string
}

/** The rules of an organisation as they stood from a moment on. */
export interface RoutingVersionRow extends Tenant {
  number: number
  madeAt: string
  /** The name of who made it; null for the system. */
  madeBy: string | null
  /** JSON: RulesVersion['change']. */
  change: string
  /** JSON: KeptRule[]. */
  rules: string
}
