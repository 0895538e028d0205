import type { DeliveryState } from '@klankbord/shared/outcomes'
import type { Db } from '../db/db.ts'
import type { Scope } from '../db/scope.ts'
import { NOT_ANSWERED } from './store.ts'

/** The customers of an outcome's items, one row each, with the first of their items. */
export const listCustomers = (db: Db, scope: Scope, outcomeId: string) =>
  db
    .within(scope)
    .selectFrom('outcomeItems')
    .innerJoin('feedbackItems', 'feedbackItems.id', 'outcomeItems.feedbackItemId')
    .innerJoin('customers', 'customers.id', 'feedbackItems.customerId')
    .where('outcomeItems.outcomeId', '=', outcomeId)
    .where('feedbackItems.status', 'not in', NOT_ANSWERED)
    .groupBy(['customers.id', 'customers.name', 'customers.email', 'customers.emailConfirmedAt', 'customers.unsubscribedAt', 'customers.locale'])
    .select((eb) => [
      eb.fn.min('feedbackItems.id').as('feedbackId'),
      'customers.name',
      'customers.email as customerEmail',
      'customers.emailConfirmedAt',
      'customers.unsubscribedAt',
      'customers.locale',
    ])
    .orderBy('customers.id')
    .execute()

interface Asked {
  state?: DeliveryState | undefined
  limit: number
  /** `[queuedAt, id]` of the row after which the page starts. */
  after: string[] | null
}

/** A page of what is sent about something; one row more than `limit` tells that there are more. */
export function listDeliveries(db: Db, scope: Scope, aboutId: string, { state, limit, after }: Asked) {
  let query = db.within(scope).selectFrom('deliveries').selectAll().where('aboutId', '=', aboutId)
  if (state) query = query.where('state', '=', state)
  if (after) query = query.where((eb) => eb(eb.refTuple('queuedAt', 'id'), '>', eb.tuple(after[0] ?? '', after[1] ?? '')))
  return query
    .orderBy('queuedAt')
    .orderBy('id')
    .limit(limit + 1)
    .execute()
}

export const countDeliveries = (db: Db, scope: Scope, aboutId: string) =>
  db
    .within(scope)
    .selectFrom('deliveries')
    .where('aboutId', '=', aboutId)
    .groupBy('state')
    .select(({ fn, cast }) => ['state', cast<number>(fn.countAll(), 'integer').as('deliveries')])
    .execute()

export const findDelivery = (db: Db, scope: Scope, id: string) =>
  db.within(scope).selectFrom('deliveries').selectAll().where('id', '=', id).executeTakeFirst()
