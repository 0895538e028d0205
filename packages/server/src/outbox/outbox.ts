import { type ExpressionBuilder, type SelectQueryBuilder, sql } from 'kysely'
import { type Db, transact } from '../db/db.ts'
import type { DeliveryRow } from '../db/outcome-rows.ts'
import { prepared } from '../db/prepared.ts'
import type { Database } from '../db/schema.ts'
import { type Scope, systemScope } from '../db/scope.ts'
import { forgetful, type MessageKind, type NewDelivery } from './messages.ts'

/** How long a delivery belongs to the worker that claimed it, unless that worker says it is still at it. A killed process's work resumes after this. */
export const CLAIM_SECONDS = 5
/** How long a delivery may stand at `sending` without a sign of life before nobody knows what became of it. */
export const SENDING_SECONDS = 30

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

/** The part of a delivery that its worker holds on to. `attempts` is counted up by each claim, so that a worker that was too slow can tell it lost the delivery. */
export type Claim = Pick<DeliveryRow, 'id' | 'attempts'>

const secondsAfter = (now: Date, seconds: number) => new Date(now.getTime() + seconds * 1000).toISOString()

/** Says what the partial index on `dueAt` says, in its words: SQLite uses the index only then. */
const isPending = sql<boolean>`state in ('queued', 'sending')`

/** Whether there is anything to claim or to give up on. Only reads, so that a worker with nothing to do never waits for, or takes, SQLite's one write lock. */
export async function isAnyDue({ everywhere }: Db, now: Date): Promise<boolean> {
  const due = everywhere.selectFrom('deliveries').select('id').where(isPending).where('dueAt', '<=', now.toISOString()).limit(1)
  return (await due.executeTakeFirst()) !== undefined
}

/**
 * Leases due deliveries to one worker. The outer conditions repeat the inner ones on purpose: PostgreSQL checks them again after waiting for a row lock,
 * so that no delivery is leased twice.
 */
export function claimDue({ everywhere }: Db, now: Date, limit: number): Promise<DeliveryRow[]> {
  const at = now.toISOString()
  return everywhere
    .updateTable('deliveries')
    .set((eb) => ({ dueAt: secondsAfter(now, CLAIM_SECONDS), attempts: eb('attempts', '+', 1) }))
    .where('id', 'in', (eb) =>
      eb.selectFrom('deliveries').select('id').where(isPending).where('state', '=', 'queued').where('dueAt', '<=', at).orderBy('dueAt').limit(limit),
    )
    .where('state', '=', 'queued')
    .where('dueAt', '<=', at)
    .returningAll()
    .execute()
}

/** What these workers hold on to, and nobody else by now. */
const isOneOf = (claims: Claim[]) => (eb: ExpressionBuilder<Database, 'deliveries'>) =>
  eb.or(claims.map(({ id, attempts }) => eb.and([eb('id', '=', id), eb('attempts', '=', attempts)])))

/** A worker's sign of life for what it has in hand. */
export async function renewClaims({ everywhere }: Db, claims: Claim[], now: Date) {
  if (claims.length === 0) return
  await everywhere
    .updateTable('deliveries')
    .set((eb) => ({
      dueAt: eb.case().when('state', '=', 'queued').then(secondsAfter(now, CLAIM_SECONDS)).else(secondsAfter(now, SENDING_SECONDS)).end(),
    }))
    .where(isOneOf(claims))
    .where(isPending)
    .execute()
}

const setSending = prepared((db, { id, attempts, dueAt, at }: Claim & { dueAt: string; at: string }) =>
  db.everywhere
    .updateTable('deliveries')
    .set({ state: 'sending', dueAt, updatedAt: at })
    .where('id', '=', id)
    .where('attempts', '=', attempts)
    .where('state', '=', 'queued')
    .returning('id'),
)

/** Marks that the content leaves now. False when the delivery is no longer this worker's: then nothing may be sent. */
export async function markSending(db: Db, { id, attempts }: Claim, now: Date): Promise<boolean> {
  return (await setSending(db, { id, attempts, dueAt: secondsAfter(now, SENDING_SECONDS), at: now.toISOString() })).length > 0
}

/** The same for several at once, each by itself. */
export async function markEachSending({ everywhere }: Db, claims: Claim[], now: Date): Promise<boolean[]> {
  const marked = await everywhere
    .updateTable('deliveries')
    .set({ state: 'sending', dueAt: secondsAfter(now, SENDING_SECONDS), updatedAt: now.toISOString() })
    .where(isOneOf(claims))
    .where('state', '=', 'queued')
    .returning('id')
    .execute()
  const ids = new Set(marked.map(({ id }) => id))
  return claims.map(({ id }) => ids.has(id))
}

/** The same for several that leave as one message: all of them or none. */
export async function markAllSending(db: Db, claims: Claim[], now: Date): Promise<boolean> {
  if (claims.length === 1 && claims[0]) return markSending(db, claims[0], now)
  const lost = new Error('One of these deliveries is another worker’s by now')
  return transact(db, async (db) => {
    for (const claim of claims) if (!(await markSending(db, claim, now))) throw lost
    return true
  }).catch((error) => {
    if (error === lost) return false
    throw error
  })
}

export type Settlement =
  | { state: 'sent' | 'failed' | 'unknown'; reason: string | null }
  /** `wasTried` is false for what only waits: no server was asked, so the next refusal is not met with a longer wait. */
  | { state: 'queued'; reason: string | null; dueAt: Date; wasTried: boolean }

/** The payload of what is over, emptied for the kinds that forget. */
const forgotten = sql<string>`case when kind in (${sql.join(forgetful)}) then '{}' else payload end`

const settled = ({ everywhere }: Db, claims: Claim[]) =>
  everywhere.updateTable('deliveries').where(isOneOf(claims)).where('state', 'in', ['queued', 'sending', 'unknown'])

const setOver = prepared((db, { id, attempts, state, reason, at }: Claim & { state: string; reason: string | null; at: string }) =>
  settled(db, [{ id, attempts }]).set({ state, reason, updatedAt: at, payload: forgotten }),
)

/** Writes down what became of an attempt. An answer that comes after others gave up on it (`unknown`) still counts; one that a person has queued again is left alone. */
export async function settle(db: Db, { id, attempts }: Claim, { reason, ...settlement }: Settlement, now: Date): Promise<void> {
  const at = now.toISOString()
  if (settlement.state !== 'queued') await setOver(db, { id, attempts, state: settlement.state, reason, at })
  else {
    const waits = { state: 'queued', reason, updatedAt: at, dueAt: settlement.dueAt.toISOString() }
    const count = settlement.wasTried ? {} : { attempts: attempts - 1 }
    await settled(db, [{ id, attempts }])
      .set({ ...waits, ...count })
      .execute()
  }
}

/** The same for several that the mail server took. */
export async function settleSent(db: Db, claims: Claim[], now: Date): Promise<void> {
  await settled(db, claims).set({ state: 'sent', reason: null, updatedAt: now.toISOString(), payload: forgotten }).execute()
}

/** Deliveries whose worker died while the content was leaving. They may have arrived, so only a person sends them again. */
export function markAbandoned({ everywhere }: Db, now: Date): Promise<Pick<DeliveryRow, 'id' | 'kind' | 'organisationId' | 'attempts'>[]> {
  return everywhere
    .updateTable('deliveries')
    .set({ state: 'unknown', reason: 'interrupted', payload: forgotten, updatedAt: now.toISOString() })
    .where(isPending)
    .where('state', '=', 'sending')
    .where('dueAt', '<=', now.toISOString())
    .returning(['id', 'kind', 'organisationId', 'attempts'])
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
