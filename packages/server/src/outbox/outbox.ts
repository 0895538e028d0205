import type { Db } from '../db/db.ts'
import type { Scope } from '../db/scope.ts'
import type { MessageKind, NewDelivery } from './messages.ts'

/** Queues messages in the transaction of the change that causes them; one that was queued before stays as it is. */
export async function enqueue<Kind extends MessageKind>(db: Db, scope: Scope, deliveries: NewDelivery<Kind>[], now: Date) {
  if (deliveries.length === 0) return
  const at = now.toISOString()
  const rows = deliveries.map(({ payload, ...delivery }) => ({
    ...delivery,
    payload: JSON.stringify(payload),
    state: 'queued',
    attempts: 0,
    reason: null,
    queuedAt: at,
    dueAt: at,
    updatedAt: at,
  }))
  await db
    .within(scope)
    .insertInto('deliveries', rows)
    .onConflict((conflict) => conflict.column('id').doNothing())
    .execute()
}
