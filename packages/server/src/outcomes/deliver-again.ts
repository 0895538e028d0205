import { DeliveryState } from '@klankbord/shared/deliveries'
import type { Delivery } from '@klankbord/shared/outcomes'
import type { Page } from '@klankbord/shared/page'
import { transact } from '../db/db.ts'
import { record } from '../db/events.ts'
import type { DeliveryRow } from '../db/outcome-rows.ts'
import { pageFrom, readCursor } from '../db/pages.ts'
import type { Scope } from '../db/scope.ts'
import type { Deps } from '../deps.ts'
import { requeue } from '../outbox/outbox.ts'
import { notFound, ProblemError } from '../problem-error.ts'
import { countDeliveries, findDelivery, listDeliveries } from './delivery-store.ts'
import { findOutcome } from './store.ts'

interface Asked {
  id: string
  state?: DeliveryState | undefined
  limit: number
  cursor?: string | undefined
}

/** Where the e-mails of an outcome stand. */
export async function readDeliveries(
  { db }: Deps,
  scope: Scope,
  { id, state, limit, cursor }: Asked,
): Promise<Page<Delivery> & { counts: Record<DeliveryState, number> }> {
  if (!(await findOutcome(db, scope, id))) throw notFound('outcome')
  const rows = await listDeliveries(db, scope, id, { state, limit, after: cursor === undefined ? null : readCursor(cursor, 2) })
  const counts = Object.fromEntries(DeliveryState.options.map((state) => [state, 0])) as Record<DeliveryState, number>
  for (const { state, deliveries } of await countDeliveries(db, scope, id)) counts[state as DeliveryState] = deliveries
  return { ...pageFrom(rows, limit, ({ queuedAt, id }) => [queuedAt, id], present), counts }
}

/** Sends once more what did not arrive for certain: a person's decision, since it may then arrive twice. */
export async function resendDelivery({ db, clock }: Deps, scope: Scope, deliveryId: string): Promise<Delivery> {
  const now = clock()
  return transact(db, async (db) => {
    const before = await findDelivery(db, scope, deliveryId)
    if (!before) throw notFound('delivery')
    const row = await requeue(db, scope, deliveryId, now)
    if (!row) throw new ProblemError('conflict', 'This e-mail was sent, or is on its way. Only one that failed or is unknown can be sent again.')
    await record(db, scope, [{ type: 'delivery.resent', detail: { deliveryId, from: before.state } }], now)
    return present(row)
  })
}

const present = ({ id, kind, receiver, state, attempts, reason, updatedAt }: DeliveryRow): Delivery => ({
  id,
  kind,
  receiver,
  state: state as DeliveryState,
  attempts,
  reason,
  at: updatedAt,
})
