import type { Db } from '../db/db.ts'
import type { Scope } from '../db/scope.ts'
import type { NewDelivery } from '../outbox/messages.ts'
import { enqueue } from '../outbox/outbox.ts'
import { listReached, listUntold, setReached, writeAnew } from './arrival-store.ts'
import { findTop } from './merging/store.ts'
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

/**
 * Tells a customer who confirmed their address only now of their compliments that reached a team before, as they would have been told then. In the transaction that
 * confirms it.
 */
export async function tellConfirmed(db: Db, scope: Scope, customerId: string, now: Date) {
  for (const { id } of await listReached(db, scope, customerId)) await queueArrived(db, scope, { ids: [id], top: await findTop(db, scope, id) }, now)
}

interface Arrived {
  ids: readonly string[]
  /** What these were merged into. */
  top: string | null
}

async function tell(db: Db, scope: Scope, { ids, top }: Arrived, now: Date) {
  const arrived = ids.length === 0 ? [] : await setReached(db, scope, ids, now.toISOString())
  if (arrived.length === 0) return
  await writeAnew(db, scope, arrived)
  await queueArrived(db, scope, { ids: arrived, top }, now)
}

async function queueArrived(db: Db, scope: Scope, arrived: Arrived, now: Date) {
  const untold = await listUntold(db, scope, arrived)
  const mails = untold.map(({ id, customerId, version, email }): NewDelivery<'compliment-arrived'> => {
    const about = { payload: { feedbackItemId: id }, aboutId: id, customerId, receiver: String(email) }
    return { ...about, id: `compliment-arrived:${id}:${version}`, kind: 'compliment-arrived' }
  })
  await enqueue(db, scope, mails, now, new Date(now.getTime() + SECOND_THOUGHTS_MS))
}
