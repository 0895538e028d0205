import { transact } from '../db/db.ts'
import { record } from '../db/events.ts'
import type { Scope } from '../db/scope.ts'
import type { Deps } from '../deps.ts'
import { findItem } from '../feedback/store.ts'
import { notFound } from '../problem-error.ts'
import { setLooked } from './store.ts'

/** Somebody looked at what the flags point to; from then on the item goes its way like any other. Once is enough. */
export async function lookAtFlags({ db, clock }: Deps, scope: Scope, { id }: { id: string }): Promise<void> {
  const now = clock()
  const by = 'name' in scope.who ? scope.who.name : null
  await transact(db, async (db) => {
    if (!(await findItem(db, scope, id))) throw notFound('feedback')
    if (await setLooked(db, scope, id, now.toISOString(), by)) await record(db, scope, [{ type: 'feedback.looked', feedbackItemId: id }], now)
  })
}
