import type { RulesVersion } from '@klankbord/shared/routing'
import type { Db } from '../db/db.ts'
import type { Scope } from '../db/scope.ts'
import { listRules } from './store.ts'
import { deleteVersionsUntil, insertVersion, newestVersion } from './version-store.ts'

/** So many versions are kept; older ones are forgotten. The history still tells of each change. */
const KEPT = 200

/** Keeps the rules as they now stand, after a change of them in the same transaction. Who calls this has taken its turn, so that no number is given twice. */
export async function keepVersion(db: Db, scope: Scope, change: RulesVersion['change'], now: Date): Promise<RulesVersion> {
  const rules = await listRules(db, scope)
  const number = (await newestVersion(db, scope)) + 1
  const version = { number, at: now.toISOString(), by: 'name' in scope.who ? scope.who.name : null, change }
  await insertVersion(db, scope, { ...version, rules: rules.map(({ goal, ...kept }) => kept) })
  await deleteVersionsUntil(db, scope, number - KEPT)
  return { ...version, rules }
}
