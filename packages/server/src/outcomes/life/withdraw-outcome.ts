import type { Outcome } from '@klankbord/shared/outcomes'
import { transact } from '../../db/db.ts'
import type { Scope } from '../../db/scope.ts'
import type { Deps } from '../../deps.ts'
import { readOutcome } from '../read-outcome.ts'
import { keepVersion } from '../version-store.ts'
import { followUp } from './follow-up.ts'
import { requireOut } from './require-out.ts'
import { updatePublished } from './store.ts'

/** Takes an outcome back: its customers read that, and why, and their items wait for their teams again, with a new promise. */
export function withdrawOutcome({ db, clock }: Deps, scope: Scope, { id, because }: { id: string; because: string }): Promise<Outcome> {
  const at = clock().toISOString()
  return transact(db, async (db) => {
    await requireOut(db, scope, id)
    // Held first, so that it is read as it is left.
    if (!(await updatePublished(db, scope, id, { answering: null }))) await requireOut(db, scope, id)
    const outcome = await requireOut(db, scope, id)
    await updatePublished(db, scope, id, { withdrawnAt: at, withdrawnBecause: because })
    await keepVersion(db, scope, { id, step: 'withdrawn', because, at })
    await followUp(db, scope, outcome, { does: 'withdraw', who: scope.who, at, after: '', reopened: {} })
    return readOutcome({ db }, scope, id)
  })
}
