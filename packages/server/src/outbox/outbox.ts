import { sql } from 'kysely'
import type { Db } from '../db/db.ts'
import { prepared } from '../db/prepared.ts'
import type { DeliveryRow } from '../db/schema.ts'
import { type Scope, systemScope } from '../db/scope.ts'
import { forgetful, type MessageKind, type NewDelivery } from './messages.ts'

/** How long a delivery belongs to the worker that claimed it, unless that worker says it is still at it. A killed process's work resumes after this. */
export const CLAIM_SECONDS = 6
/** How long a delivery may stand at `sending` without a sign of life before nobody knows what became of it. */
export const SENDING_SECONDS = 30

type Row = Pick<DeliveryRow, 'id' | 'kind' | 'payload' | 'aboutId' | 'customerId' | 'receiver'>

const queued = ({ id, kind, payload, aboutId, customerId, receiver }: Row, at: string) => ({
  ...{ id, kind, payload, aboutId, customerId, receiver },
  ...{ state: 'queued', attempts: 0, reason: null, queuedAt: at, dueAt: at, updatedAt: at },
})

const insertRows = (db: Db, organisationId: string, rows: ReturnType<typeof queued>[]) =>
  db
    .within(systemScope(organisationId))
    .insertInto('deliveries', rows)
    .onConflict((conflict) => conflict.column('id').doNothing())

/** For what every submission may queue. */
const insertOne = prepared((db, row: Row & { organisationId: string; at: string }) => insertRows(db, row.organisationId, [queued(row, row.at)]))

/** More than this go together in a statement, so many at most: a database takes only so many values in one. */
const FEW = 20
const AT_ONCE = 500

/** Queues messages in the transaction of the change that causes them; one that was queued before stays as it is. */
export async function enqueue<Kind extends MessageKind>(db: Db, { organisationId }: Scope, deliveries: NewDelivery<Kind>[], now: Date) {
  const at = now.toISOString()
  const rows = deliveries.map(({ payload, ...delivery }) => ({ ...delivery, payload: JSON.stringify(payload) }))
  if (rows.length <= FEW) for (const row of rows) await insertOne(db, { ...row, organisationId, at })
  else
    for (let from = 0; from < rows.length; from += AT_ONCE) {
      const some = rows.slice(from, from + AT_ONCE).map((row) => queued(row, at))
      await insertRows(db, organisationId, some).execute()
    }
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

/** A worker's sign of life for what it has in hand. */
export async function renewClaims({ everywhere }: Db, claims: Claim[], now: Date) {
  for (const { id, attempts } of claims)
    await everywhere
      .updateTable('deliveries')
      .set((eb) => ({
        dueAt: eb.case().when('state', '=', 'queued').then(secondsAfter(now, CLAIM_SECONDS)).else(secondsAfter(now, SENDING_SECONDS)).end(),
      }))
      .where('id', '=', id)
      .where('attempts', '=', attempts)
      .where(isPending)
      .execute()
}

/** Marks that the content leaves now. False when the delivery is no longer this worker's: then nothing may be sent. */
export async function markSending({ everywhere }: Db, { id, attempts }: Claim, now: Date): Promise<boolean> {
  const { numUpdatedRows } = await everywhere
    .updateTable('deliveries')
    .set({ state: 'sending', dueAt: secondsAfter(now, SENDING_SECONDS), updatedAt: now.toISOString() })
    .where('id', '=', id)
    .where('attempts', '=', attempts)
    .where('state', '=', 'queued')
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

export type Settlement = { state: 'sent' | 'failed' | 'unknown'; reason: string | null } | { state: 'queued'; reason: string; dueAt: Date }

/** The payload of what is over, emptied for the kinds that forget. */
const forgotten = sql<string>`case when kind in (${sql.join(forgetful)}) then '{}' else payload end`

/** Writes down what became of an attempt. An answer that comes after others gave up on it (`unknown`) still counts; one that a person has queued again is left alone. */
export async function settle({ everywhere }: Db, { id, attempts }: Claim, settlement: Settlement, now: Date): Promise<void> {
  await everywhere
    .updateTable('deliveries')
    .set({
      state: settlement.state,
      reason: settlement.reason,
      updatedAt: now.toISOString(),
      ...(settlement.state === 'queued' ? { dueAt: settlement.dueAt.toISOString() } : { payload: forgotten }),
    })
    .where('id', '=', id)
    .where('attempts', '=', attempts)
    .where('state', 'in', ['queued', 'sending', 'unknown'])
    .execute()
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
