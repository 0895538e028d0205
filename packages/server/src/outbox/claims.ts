import { type ExpressionBuilder, sql } from 'kysely'
import { type Db, transact } from '../db/db.ts'
import type { DeliveryRow } from '../db/outcome-rows.ts'
import { prepared } from '../db/prepared.ts'
import type { Database } from '../db/schema.ts'
import { forgetful } from './messages.ts'

/** How long a delivery belongs to the worker that claimed it, unless that worker says it is still at it. A killed process's work resumes after this. */
export const CLAIM_SECONDS = 5
/** How long a delivery may stand at `sending` without a sign of life before nobody knows what became of it. */
export const SENDING_SECONDS = 30

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

/** A worker's sign of life for what it has in hand. What is marked at this very moment gets a time of its own: who waits for it would make those who mark wait for what is renewed already. */
export async function renewClaims({ everywhere, engine }: Db, claims: Claim[], now: Date) {
  if (claims.length === 0) return
  const theirs = everywhere.selectFrom('deliveries').select('id').where(isOneOf(claims)).where(isPending)
  await everywhere
    .updateTable('deliveries')
    .set((eb) => ({
      dueAt: eb.case().when('state', '=', 'queued').then(secondsAfter(now, CLAIM_SECONDS)).else(secondsAfter(now, SENDING_SECONDS)).end(),
    }))
    .where('id', 'in', engine === 'postgres' ? theirs.forUpdate().skipLocked() : theirs)
    .execute()
}

/** An answer that comes after others gave up on it (`unknown`) still counts. */
const MAY_BE_SETTLED = ['queued', 'sending', 'unknown']

/** The payload of what is over, emptied for the kinds that forget. */
const forgotten = sql<string>`case when kind in (${sql.join(forgetful)}) then '{}' else payload end`

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

interface AtOnce {
  leaving: string[]
  leavingAttempts: number[]
  sent: string[]
  sentAttempts: number[]
  dueAt: string
  at: string
}

/** Claims as rows. PostgreSQL takes a list to be ten long, and finds each by its id; of a list in JSON it would look through the whole table. */
const rowsOf = (ids: string[], attempts: number[]) =>
  sql<Claim>`unnest(${ids}::text[], ${attempts}::integer[])`.as<'claimed'>(sql`claimed (id, attempts)`)

const writeLeavingAndSent = prepared(({ everywhere }, { leaving, leavingAttempts, sent, sentAttempts, dueAt, at }: AtOnce) =>
  everywhere
    .with('arrived', (db) =>
      db
        .updateTable('deliveries')
        .from(rowsOf(sent, sentAttempts))
        .set({ state: 'sent', reason: null, updatedAt: at, payload: forgotten })
        .whereRef('deliveries.id', '=', 'claimed.id')
        .whereRef('deliveries.attempts', '=', 'claimed.attempts')
        .where('state', 'in', MAY_BE_SETTLED),
    )
    .updateTable('deliveries')
    .from(rowsOf(leaving, leavingAttempts))
    .set({ state: 'sending', dueAt, updatedAt: at })
    .whereRef('deliveries.id', '=', 'claimed.id')
    .whereRef('deliveries.attempts', '=', 'claimed.attempts')
    .where('state', '=', 'queued')
    .returning('deliveries.id'),
)

/** In the order of their ids, so that two who write the same ones never wait for each other. */
const inOrder = (claims: Claim[]) => claims.toSorted((a, b) => (a.id < b.id ? -1 : 1))

/**
 * Marks of several that their content leaves now, and of others that the mail server took them, each by itself, in one statement of PostgreSQL: what a connection sent is written down
 * by the time that the next leaves on it. Answers with the ids of those that may leave: the others are another worker's by now.
 */
export async function markTogether(db: Db, marks: { leaving: Claim[]; sent: Claim[] }, now: Date): Promise<Set<string>> {
  const [leaving, sent] = [inOrder(marks.leaving), inOrder(marks.sent)]
  const marked = await writeLeavingAndSent(db, {
    ...{ leaving: leaving.map(({ id }) => id), leavingAttempts: leaving.map(({ attempts }) => attempts) },
    ...{ sent: sent.map(({ id }) => id), sentAttempts: sent.map(({ attempts }) => attempts) },
    ...{ dueAt: secondsAfter(now, SENDING_SECONDS), at: now.toISOString() },
  })
  return new Set(marked.map(({ id }) => id))
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

const settled = ({ everywhere }: Db, { id, attempts }: Claim) =>
  everywhere.updateTable('deliveries').where('id', '=', id).where('attempts', '=', attempts).where('state', 'in', MAY_BE_SETTLED)

const setOver = prepared((db, { id, attempts, state, reason, at }: Claim & { state: string; reason: string | null; at: string }) =>
  settled(db, { id, attempts }).set({ state, reason, updatedAt: at, payload: forgotten }),
)

/** Writes down what became of an attempt; of one that a person has queued again nothing. */
export async function settle(db: Db, { id, attempts }: Claim, { reason, ...settlement }: Settlement, now: Date): Promise<void> {
  const at = now.toISOString()
  if (settlement.state !== 'queued') await setOver(db, { id, attempts, state: settlement.state, reason, at })
  else {
    const waits = { state: 'queued', reason, updatedAt: at, dueAt: settlement.dueAt.toISOString() }
    const count = settlement.wasTried ? {} : { attempts: attempts - 1 }
    await settled(db, { id, attempts })
      .set({ ...waits, ...count })
      .execute()
  }
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
