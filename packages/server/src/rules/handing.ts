import type { RoutingRule } from '@klankbord/shared/routing'
import type { Db } from '../db/db.ts'
import { record } from '../db/events.ts'
import type { Scope } from '../db/scope.ts'
import type { Hands } from '../members/hand-over.ts'
import { keepVersion } from './keep-version.ts'
import { listRules, updateRule } from './store.ts'

const notified = ({ effects }: RoutingRule) => effects.notify ?? []
const ruleOf = async (db: Db, scope: Scope, id: string) => (await listRules(db, scope)).find((rule) => rule.id === id)

async function mail(db: Db, scope: Scope, rule: RoutingRule, memberIds: string[], now: Date) {
  const effects = { ...rule.effects, notify: memberIds }
  await updateRule(db, scope, { ...rule, effects })
  await record(db, scope, [{ type: 'rule.changed', detail: { ruleId: rule.id, from: { effects: rule.effects }, to: { effects } } }], now)
  await keepVersion(db, scope, { kind: 'changed', ruleId: rule.id, from: null }, now)
}

/** Rules that mail somebody about each item they take. */
export const mailingRules: Hands = {
  async list(db, scope, memberId) {
    const rules = (await listRules(db, scope)).filter((rule) => notified(rule).includes(memberId))
    return rules.map(({ id, goal }) => ({ id, name: goal, teamId: null, team: null }))
  },
  async pass(db, scope, id, { from, to }, now) {
    const rule = await ruleOf(db, scope, id)
    if (!rule) return null
    const rest = notified(rule).filter((memberId) => memberId !== from)
    const holder = rest.includes(to) ? null : to
    await mail(db, scope, rule, holder ? [...rest, holder] : rest, now)
    return holder
  },
  async takeBack(db, scope, id, { owner, holder }, now) {
    const rule = await ruleOf(db, scope, id)
    if (!rule || notified(rule).includes(owner) || (holder !== null && !notified(rule).includes(holder))) return
    await mail(db, scope, rule, [...notified(rule).filter((memberId) => memberId !== holder), owner], now)
  },
}
