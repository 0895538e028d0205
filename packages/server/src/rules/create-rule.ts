import type { RoutingCondition, RoutingRule } from '@klankbord/shared/routing'
import { transact } from '../db/db.ts'
import { record } from '../db/events.ts'
import { newId } from '../db/ids.ts'
import type { Scope } from '../db/scope.ts'
import { takeTurn } from '../db/take-turn.ts'
import type { Deps } from '../deps.ts'
import { findGoal } from '../goals/store.ts'
import { badField, notFoundAt } from '../problem-error.ts'
import { countRules, insertRule, moveRules } from './store.ts'

interface NewRule {
  goalId: string
  when: RoutingCondition[]
  position?: number | undefined
}

/** Adds a rule at a position, from where the others move down, or last. Positions count from 0 without gaps. */
export function createRule({ db, clock }: Deps, scope: Scope, { goalId, when, position }: NewRule): Promise<RoutingRule> {
  return transact(db, async (db) => {
    await takeTurn(db, scope)
    const goal = await findGoal(db, scope, goalId)
    if (!goal) throw notFoundAt('goalId', 'goal')
    if (goal.endedAt !== null) throw badField('goalId', 'This goal has ended, so no feedback goes to it. Choose another, or take it up again')
    const last = await countRules(db, scope)
    const now = clock()
    const rule = { id: newId(), goalId, when, position: Math.min(position ?? last, last), createdAt: now.toISOString() }
    await moveRules(db, scope, rule.position, 1)
    await insertRule(db, scope, rule)
    await record(db, scope, [{ type: 'rule.created', detail: { ruleId: rule.id, goalId, when, position: rule.position } }], now)
    return { ...rule, goal: goal.title, effects: {} }
  })
}
