import type { RoutingClause, RoutingEffects, RoutingRule } from '@klankbord/shared/routing'
import { transact } from '../db/db.ts'
import { record } from '../db/events.ts'
import { newId } from '../db/ids.ts'
import type { Scope } from '../db/scope.ts'
import { takeTurn } from '../db/take-turn.ts'
import type { Deps } from '../deps.ts'
import { checkAmount, checkEffects, checkPatterns, requireGoal } from './check-rule-input.ts'
import { keepVersion } from './keep-version.ts'
import { insertRule, listRules, moveRules } from './store.ts'

export interface NewRule {
  goalId: string
  when: RoutingClause[]
  effects?: RoutingEffects | undefined
  position?: number | undefined
}

/** Adds a rule at a position, from where the others move down, or last. Positions count from 0 without gaps. */
export function createRule({ db, clock }: Deps, scope: Scope, { goalId, when, effects = {}, position }: NewRule): Promise<RoutingRule> {
  checkPatterns(when)
  return transact(db, async (db) => {
    await takeTurn(db, scope)
    const goal = await requireGoal(db, scope, goalId)
    const checked = await checkEffects(db, scope, effects)
    const rules = await listRules(db, scope)
    checkAmount([...rules, { when }])
    const now = clock()
    const place = Math.min(position ?? rules.length, rules.length)
    const rule = { id: newId(), goalId, when, effects: checked, position: place, createdAt: now.toISOString() }
    await moveRules(db, scope, { from: place }, 1)
    await insertRule(db, scope, rule)
    await record(db, scope, [{ type: 'rule.created', detail: { ruleId: rule.id, goalId, when, effects: checked, position: place } }], now)
    await keepVersion(db, scope, { kind: 'added', ruleId: rule.id, from: null }, now)
    return { ...rule, goal: goal.title }
  })
}
