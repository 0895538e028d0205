import type { Db } from '../db/db.ts'
import type { Scope } from '../db/scope.ts'
import type { NewDelivery } from '../outbox/messages.ts'
import { enqueue } from '../outbox/outbox.ts'
import { listUntold, setReached, writeAnew } from './arrival-store.ts'
import { SECOND_THOUGHTS_MS } from './merging/tell.ts'
import { listCarried } from './store.ts'

/**
 * Tells the customers of those of these items that are compliments, once, that they reached a team: by e-mail who can be told and was not, the others read it on their own
 * page. In the transaction that gives the items to a goal. `withMerged` are those that others were merged into.
 */
export async function tellArrived(db: Db, scope: Scope, ids: readonly string[], withMerged: ReadonlySet<string>, now: Date) {
  await tell(db, scope, { ids, top: null }, now)
  for (const top of withMerged) await tell(db, scope, { ids: await listCarried(db, scope, top), top }, now)
}

async function tell(db: Db, scope: Scope, { ids, top }: { ids: readonly string[]; top: string | null }, now: Date) {
  const arrived = ids.length === 0 ? [] : await setReached(db, scope, ids, now.toISOString())
  if (arrived.length === 0) return
  await writeAnew(db, scope, arrived)
  const untold = await listUntold(db, scope, { ids: arrived, top })
  const mails = untold.map(({ id, customerId, version, email }): NewDelivery<'compliment-arrived'> => {
    const about = { payload: { feedbackItemId: id }, aboutId: id, customerId, receiver: String(email) }
    return { ...about, id: `compliment-arrived:${id}:${version}`, kind: 'compliment-arrived' }
  })
  await enqueue(db, scope, mails, now, new Date(now.getTime() + SECOND_THOUGHTS_MS))
}
