import { type SelectQueryBuilder, sql } from 'kysely'
import type { Db } from '../db/db.ts'
import type { DeliveryRow } from '../db/outcome-rows.ts'
import { prepared } from '../db/prepared.ts'
import type { Database } from '../db/schema.ts'
import { type Scope, systemScope } from '../db/scope.ts'
import type { MessageKind, NewDelivery } from './messages.ts'

type Row = Pick<DeliveryRow, 'id' | 'kind' | 'payload' | 'aboutId' | 'customerId' | 'receiver'>

const queued = ({ id, kind, payload, aboutId, customerId, receiver }: Row, at: string, dueAt: string) => ({
  ...{ id, kind, payload, aboutId, customerId, receiver },
  ...{ state: 'queued', attempts: 0, reason: null, queuedAt: at, dueAt, updatedAt: at },
})

const insertRows = (db: Db, organisationId: string, rows: ReturnType<typeof queued>[]) =>
  db
    .within(systemScope(organisationId))
    .insertInto('deliveries', rows)
    .onConflict((conflict) => conflict.column('id').doNothing())

/** For what every submission may queue. */
const insertOne = prepared((db, row: Row & { organisationId: string; at: string; dueAt: string }) =>
  insertRows(db, row.organisationId, [queued(row, row.at, row.dueAt)]),
)

/** More than this go together in a statement, so many at most: a database takes only so many values in one. */
const FEW = 20
const AT_ONCE = 500

/** Queues messages in the transaction of the change that causes them; one that was queued before stays as it is. They are not sent before `due`. */
export async function enqueue<Kind extends MessageKind>(db: Db, { organisationId }: Scope, deliveries: NewDelivery<Kind>[], now: Date, due = now) {
  const [at, dueAt] = [now.toISOString(), due.toISOString()]
  const rows = deliveries.map(({ payload, ...delivery }) => ({ ...delivery, payload: JSON.stringify(payload) }))
  if (rows.length <= FEW) for (const row of rows) await insertOne(db, { ...row, organisationId, at, dueAt })
  else
    for (let from = 0; from < rows.length; from += AT_ONCE) {
      const some = rows.slice(from, from + AT_ONCE).map((row) => queued(row, at, dueAt))
      await insertRows(db, organisationId, some).execute()
    }
}

interface ByAddress {
  /** Begins the id of each delivery, which the customer's ends. */
  key: string
  kind: MessageKind
  aboutId: string
  /** What the payload says beside the customer. */
  payload: object
  at: string
  /** They are not sent before; at once unless told. */
  dueAt?: string
}

/** Queues a message for each address among the customers of a query, however many customers have it, in one statement: there may be a hundred thousand. */
export async function queueByAddress<From extends keyof Database>(
  db: Db,
  { organisationId }: Scope,
  customers: SelectQueryBuilder<Database, From | 'customers', object>,
  { key, kind, aboutId, payload, at, dueAt = at }: ByAddress,
) {
  const about = JSON.stringify(payload).slice(0, -1)
  const rows = (customers as SelectQueryBuilder<Database, 'customers', object>)
    .groupBy('customers.email')
    .select([
      sql<string>`${`${key}:`} || min(customers.id)`.as('id'),
      sql<string>`${organisationId}`.as('organisationId'),
      sql<string>`${kind}`.as('kind'),
      sql<string>`${aboutId}`.as('aboutId'),
      sql<string>`min(customers.id)`.as('customerId'),
      sql<string>`customers.email`.as('receiver'),
      sql<string>`${`${about},"customerId":"`} || min(customers.id) || ${'"}'}`.as('payload'),
      sql<string>`${'queued'}`.as('state'),
      sql<number>`0`.as('attempts'),
      sql<string>`${at}`.as('queuedAt'),
      sql<string>`${dueAt}`.as('dueAt'),
      sql<string>`${at}`.as('updatedAt'),
    ])
  await db.everywhere
    .insertInto('deliveries')
    .columns(['id', 'organisationId', 'kind', 'aboutId', 'customerId', 'receiver', 'payload', 'state', 'attempts', 'queuedAt', 'dueAt', 'updatedAt'])
    .expression(rows)
    .onConflict((conflict) => conflict.column('id').doNothing())
    .execute()
}

/** Queues once more what ended without arriving for certain. Undefined when there is no such delivery in one of these states. */
export function requeue(db: Db, scope: Scope, id: string, now: Date): Promise<DeliveryRow | undefined> {
  const at = now.toISOString()
  return (
    db
      .within(scope)
      .updateTable('deliveries')
      .set({ state: 'queued', reason: null, queuedAt: at, dueAt: at, updatedAt: at })
      .where('id', '=', id)
      .where('state', 'in', ['unknown', 'failed', 'bounced'])
      // Its receiver was erased with the customer.
      .where('receiver', '!=', '')
      .returningAll()
      .executeTakeFirst()
  )
}
