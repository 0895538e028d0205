import type { RoutingRule } from '@klankbord/shared/routing'
import { type Db, transact } from '../db/db.ts'
import { record } from '../db/events.ts'
import type { Scope } from '../db/scope.ts'
import { takeTurn } from '../db/take-turn.ts'
import type { Deps } from '../deps.ts'
import { notFound } from '../problem-error.ts'
import { checkAmount, checkEffects, checkPatterns, requireGoal } from './check-rule-input.ts'
import type { NewRule } from './create-rule.ts'
import { keepVersion } from './keep-version.ts'
import { listRules, moveRules, updateRule } from './store.ts'

type RuleChange = { id: string } & { [Field in keyof NewRule]?: NewRule[Field] | undefined }

const fields = ['goalId', 'when', 'effects', 'position'] as const

/** Changes what is given; with a position it moves there, and those between move up or down. What it routed before stays where it is. */
export function changeRule({ db, clock }: Deps, scope: Scope, { id, ...input }: RuleChange): Promise<RoutingRule> {
  if (input.when) checkPatterns(input.when)
  return transact(db, async (db) => {
    await takeTurn(db, scope)
    const rules = await listRules(db, scope)
    const rule = rules.find((one) => one.id === id)
    if (!rule) throw notFound('routing rule')
    const changed = await changedRule(db, scope, rule, input, rules.length - 1)
    const differing = fields.filter((field) => JSON.stringify(changed[field]) !== JSON.stringify(rule[field]))
    if (differing.length === 0) return rule
    checkAmount(rules.map((one) => (one === rule ? changed : one)))
    await move(db, scope, rule.position, changed.position)
    await updateRule(db, scope, changed)
    const now = clock()
    const only = (of: RoutingRule) => Object.fromEntries(differing.map((field) => [field, of[field]]))
    await record(db, scope, [{ type: 'rule.changed', detail: { ruleId: id, from: only(rule), to: only(changed) } }], now)
    const kind = differing.every((field) => field === 'position') ? 'moved' : 'changed'
    await keepVersion(db, scope, { kind, ruleId: id, from: null }, now)
    return changed
  })
}

async function changedRule(db: Db, scope: Scope, rule: RoutingRule, input: Omit<RuleChange, 'id'>, last: number): Promise<RoutingRule> {
  const { goalId = rule.goalId, when = rule.when, position = rule.position } = input
  // A rule may keep a goal that has ended while something else of it is changed.
  const { title: goal } = goalId === rule.goalId ? { title: rule.goal } : await requireGoal(db, scope, goalId)
  const effects = input.effects ? await checkEffects(db, scope, input.effects) : rule.effects
  return { ...rule, goalId, goal, when, effects, position: Math.min(position, last) }
}

async function move(db: Db, scope: Scope, from: number, to: number) {
  if (to > from) await moveRules(db, scope, { from: from + 1, before: to + 1 }, -1)
  if (to < from) await moveRules(db, scope, { from: to, before: from }, 1)
}
