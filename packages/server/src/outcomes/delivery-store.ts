import type { DeliveryState } from '@klankbord/shared/deliveries'
import type { Db } from '../db/db.ts'
import type { Scope } from '../db/scope.ts'

interface Asked {
  state?: DeliveryState | undefined
  limit: number
  /** `[queuedAt, id]` of the row after which the page starts. */
  after: string[] | null
}

/** A page of what is sent about something; one row more than `limit` tells that there are more. Thousands are queued at one moment, and are put in order to find the first. */
export function listDeliveries(db: Db, scope: Scope, aboutId: string, { state, limit, after }: Asked) {
  let query = db.within(scope).selectFrom('deliveries').selectAll().where('aboutId', '=', aboutId).where('kind', '=', 'outcome-email')
  if (state) query = query.where('state', '=', state)
  if (after) query = query.where((eb) => eb(eb.refTuple('queuedAt', 'id'), '>', eb.tuple(after[0] ?? '', after[1] ?? '')))
  return db.scan(
    query
      .orderBy('queuedAt')
      .orderBy('id')
      .limit(limit + 1),
  )
}

/** There may be a hundred thousand of them. */
export const countDeliveries = (db: Db, scope: Scope, aboutId: string) =>
  db.scan(
    db
      .within(scope)
      .selectFrom('deliveries')
      .where('aboutId', '=', aboutId)
      .where('kind', '=', 'outcome-email')
      .groupBy('state')
      .select(({ fn, cast }) => ['state', cast<number>(fn.countAll(), 'integer').as('deliveries')]),
  )

export const findDelivery = (db: Db, scope: Scope, id: string) =>
  db.within(scope).selectFrom('deliveries').selectAll().where('id', '=', id).executeTakeFirst()
