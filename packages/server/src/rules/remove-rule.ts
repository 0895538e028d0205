import { transact } from '../db/db.ts'
import { record } from '../db/events.ts'
import type { Scope } from '../db/scope.ts'
import { takeTurn } from '../db/take-turn.ts'
import type { Deps } from '../deps.ts'
import { notFound } from '../problem-error.ts'
import { keepVersion } from './keep-version.ts'
import { deleteRule, listRules, moveRules } from './store.ts'

/** Takes a rule away; what it routed stays where it is, with its reasons. The whole rule stays in the history. */
export async function removeRule({ db, clock }: Deps, scope: Scope, { id }: { id: string }): Promise<void> {
  await transact(db, async (db) => {
    await takeTurn(db, scope)
    const rule = (await listRules(db, scope)).find((one) => one.id === id)
    if (!rule) throw notFound('routing rule')
    await deleteRule(db, scope, id)
    await moveRules(db, scope, { from: rule.position }, -1)
    const { goalId, when, effects, position } = rule
    const now = clock()
    await record(db, scope, [{ type: 'rule.deleted', detail: { ruleId: id, goalId, when, effects, position } }], now)
    await keepVersion(db, scope, { kind: 'removed', ruleId: id, from: null }, now)
  })
}
