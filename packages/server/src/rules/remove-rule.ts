import { transact } from '../db/db.ts'
import { record } from '../db/events.ts'
import type { Scope } from '../db/scope.ts'
import { takeTurn } from '../db/take-turn.ts'
import type { Deps } from '../deps.ts'
import { notFound } from '../problem-error.ts'
import { deleteRule, moveRules } from './store.ts'

/** Takes a rule away; what it routed stays where it is, with its reasons. The whole rule stays in the history. */
export async function removeRule({ db, clock }: Deps, scope: Scope, { id }: { id: string }): Promise<void> {
  await transact(db, async (db) => {
    await takeTurn(db, scope)
    const rule = await deleteRule(db, scope, id)
    if (!rule) throw notFound('routing rule')
    await moveRules(db, scope, rule.position, -1)
    await record(db, scope, [{ type: 'rule.deleted', detail: { ruleId: id, ...rule } }], clock())
  })
}
