import { askingOnce } from '../db/asking-once.ts'
import { isUnavailable } from '../db/failure.ts'
import type { DeliveryRow } from '../db/outcome-rows.ts'
import { type Scope, systemScope } from '../db/scope.ts'
import type { Deps } from '../deps.ts'
import type { Mail, SendResult } from '../mail/mailer.ts'
import { findSigning } from '../mail/signing-store.ts'
import { atMost } from './at-most.ts'
import { nextAttempt } from './back-off.ts'
import { createBell, sleep } from './bell.ts'
import { type Claim, claimDue, isAnyDue, markAbandoned, markAllSending, renewClaims, type Settlement, settle } from './claims.ts'
import { joined, takeAlong, waitFor } from './join.ts'
import type { MessageKind, Messages } from './messages.ts'
import { together } from './together.ts'

/**
 * Writes each kind of message from what is true when it is sent. Null when nobody wants it any more (erased, unsubscribed, no longer confirmed); it is never sent then.
 * `not-yet` when what it leads to is not there yet; it is asked again soon. A kind without a composer does not compile.
 */
export type Composers = { [Kind in MessageKind]: (deps: Deps, scope: Scope, payload: Messages[Kind]) => Promise<Mail | null | 'not-yet'> }

/** Something else that must happen in time, asked at each turn: publish what is scheduled. It must stand being asked by several processes at once. */
export type Tick = (deps: Deps) => Promise<unknown>

export interface Worker {
  /** Takes no new work, and waits for what is being sent (at most 10 s; what is left then becomes `unknown`). */
  stop(): Promise<void>
  /** One turn, for tests: does all that is due and waits for it. */
  runOnce(): Promise<void>
}

/** Most messages that one process has in hand. Far fewer leave at a time, on the connections of the mailer; the others are written meanwhile. */
const AT_ONCE = 40
/** Claimed together, so that not each message costs a claim of its own. */
const CLAIMED_AT_LEAST = 20
/** Written at one moment: so long everybody else waits for an answer. */
const WRITTEN_AT_ONCE = 20
const RENEW_EVERY_MS = 1_500
/** Polls left out after one that failed. */
const AFTER_FAULT = 6
const PATIENCE_AT_STOP_MS = 10_000
/** What waits for something that is being done is tried again after this. */
const SOON_MS = 2_000

/**
 * Sends what is queued, each delivery at most once, with any number of workers in any number of processes. What may have arrived when the connection broke stays `unknown`.
 * Pass `pollMs: null` for a worker that only works when `runOnce` is called.
 */
export function startWorker(deps: Deps, composers: Composers, ticks: Tick[] = [], { pollMs = 500 }: { pollMs?: number | null } = {}): Worker {
  const inHand = new Map<Claim, Promise<void>>()
  const [bell, few] = [createBell(), atMost(WRITTEN_AT_ONCE)]
  let stopping = false

  const begin = (batch: Batch) => (row: DeliveryRow) =>
    inHand.set(
      row,
      deliver(deps, batch, row).finally(() => {
        inHand.delete(row)
        bell.ring()
      }),
    )

  /** True when there may be more to do at once. */
  async function claim(): Promise<boolean> {
    const free = AT_ONCE - inHand.size
    if (free < CLAIMED_AT_LEAST || stopping || !(await isAnyDue(deps.db, deps.clock()))) return false
    const rows = await claimDue(deps.db, deps.clock(), free)
    rows.forEach(begin(batchOf(deps, composers, few)))
    return rows.length > 0
  }

  async function poll(everyMs: number) {
    let upkeepAt = 0
    while (!stopping) {
      let pause = everyMs
      try {
        if (performance.now() >= upkeepAt) {
          upkeepAt = performance.now() + everyMs
          await upkeep(deps, ticks)
        }
        if ((await claim()) && AT_ONCE - inHand.size >= CLAIMED_AT_LEAST) continue
      } catch (error) {
        deps.log.error({ err: error }, 'outbox')
        pause = everyMs * AFTER_FAULT
      }
      await bell.wait(pause)
    }
  }

  const renewing = startRenewing(deps, inHand)
  const polling = pollMs === null ? Promise.resolve() : poll(pollMs)

  return {
    async runOnce() {
      await upkeep(deps, ticks)
      while (await claim()) await Promise.all(inHand.values())
    },
    async stop() {
      stopping = true
      bell.ring()
      await polling
      await Promise.race([Promise.all(inHand.values()), sleep(PATIENCE_AT_STOP_MS)])
      clearInterval(renewing)
    },
  }
}

function startRenewing({ db, clock, log }: Deps, inHand: Map<Claim, unknown>) {
  return setInterval(() => {
    renewClaims(db, [...inHand.keys()], clock()).catch((error) => log.error({ err: error }, 'outbox'))
  }, RENEW_EVERY_MS).unref()
}

async function upkeep(deps: Deps, ticks: Tick[]) {
  const { db, log, clock } = deps
  const abandoned = (await isAnyDue(db, clock())) ? await markAbandoned(db, clock()) : []
  for (const { id, kind, organisationId, attempts } of abandoned)
    log.warn({ deliveryId: id, kind, organisationId, attempts, state: 'unknown', reason: 'interrupted' }, 'delivery')
  for (const tick of ticks) await tick(deps).catch((error) => log.error({ err: error }, 'outbox'))
}

/** What is asked of deliveries that were claimed together. */
interface Batch {
  /** What one waits for; null when it may go now. */
  waits(row: DeliveryRow): Promise<Settlement | null>
  /** Its mail, or what becomes of one that has none. */
  write(row: DeliveryRow): Promise<Mail | Settlement>
}

/** They ask for the outcome that they are about, for the organisation's look and its key once, and for what each needs of its own together. */
function batchOf(deps: Deps, composers: Composers, few: ReturnType<typeof atMost>): Batch {
  const reading = { ...deps, db: askingOnce(deps.db) }
  return { waits: (row) => waitFor(reading.db, row, deps.clock()), write: (row) => few(() => composeFor(reading, composers, row)) }
}

/** Never throws: a delivery that can't be settled now is claimed again, or found abandoned, when its lease is over. */
async function deliver(deps: Deps, batch: Batch, row: DeliveryRow): Promise<void> {
  const { db, clock, log } = deps
  const { id, kind, organisationId, attempts } = row
  const about = { deliveryId: id, kind, organisationId, attempts }
  try {
    const settlement = await attempt(deps, batch, row)
    if (!settlement) return
    await insist(() => together(db).settle(row, settlement, clock()))
    const { state, reason } = settlement
    log[state === 'sent' ? 'info' : 'warn']({ ...about, state, ...(reason && { reason }) }, 'delivery')
  } catch (error) {
    log.error({ ...about, err: error }, 'delivery could not be settled')
  }
}

/** What became of a message is known only here: a database that is busy for a moment must not make it unknown. */
async function insist(work: () => Promise<void>) {
  for (const wait of [200, 1_000, 5_000]) {
    try {
      return await work()
    } catch (error) {
      if (!isUnavailable(error)) throw error
      await sleep(wait)
    }
  }
  return work()
}

/** Null when the delivery turned out to be another worker's. */
async function attempt(deps: Deps, { waits, write }: Batch, row: DeliveryRow): Promise<Settlement | null> {
  const { db, clock, mailer } = deps
  const waiting = await waits(row)
  if (waiting) return waiting
  const own = await write(row)
  if ('state' in own) return own
  const along = await composeAlong(deps, write, await takeAlong(db, row, clock()))
  let lost = false
  const result = await mailer.send(
    joined([own, ...along.map(({ mail }) => mail)]),
    async () => {
      if (await (along.length === 0 ? together(db).leaves(row, clock()) : markAllSending(db, [row, ...along.map(({ row }) => row)], clock()))) return
      lost = true
      throw new Error('This delivery is another worker’s by now')
    },
    row.id,
  )
  if (lost) return null
  for (const { row } of along) await insist(() => settle(db, row, settlementOf(row, result, clock()), clock()))
  return settlementOf(row, result, clock())
}

/** The mail, or what becomes of a delivery that has none. */
async function composeFor(deps: Deps, composers: Composers, row: DeliveryRow): Promise<Mail | Settlement> {
  try {
    const [mail, signing] = await Promise.all([compose(deps, composers, row), findSigning(deps.db, deps.config, row.organisationId)])
    if (mail === 'not-yet') return { state: 'queued', reason: null, dueAt: new Date(deps.clock().getTime() + SOON_MS), wasTried: false }
    // Whoever has another address by now is told there of what comes next; this delivery was to the one they had.
    if (mail?.to !== row.receiver) return { state: 'failed', reason: 'not-wanted' }
    return { ...mail, signing }
  } catch (error) {
    deps.log.error({ deliveryId: row.id, kind: row.kind, fault: faultOf(error) }, 'delivery could not be composed')
    return again(row, 'not-composed', deps.clock())
  }
}

/** What goes along with another; what is not wanted any more is settled at once. */
async function composeAlong(deps: Deps, write: Batch['write'], rows: DeliveryRow[]) {
  const along: { row: DeliveryRow; mail: Mail }[] = []
  for (const row of rows) {
    const mail = await write(row)
    if ('state' in mail) await settle(deps.db, row, mail, deps.clock())
    else along.push({ row, mail })
  }
  return along
}

function compose(deps: Deps, composers: Composers, { kind, organisationId, payload }: DeliveryRow): Promise<Mail | null | 'not-yet'> {
  // The kind and its payload were written together by `enqueue`; a row of a later version has a kind that is not in the table and is tried again.
  const composer = composers[kind as MessageKind] as (deps: Deps, scope: Scope, payload: unknown) => Promise<Mail | null | 'not-yet'>
  return composer(deps, systemScope(organisationId), JSON.parse(payload))
}

function settlementOf(row: DeliveryRow, result: SendResult, now: Date): Settlement {
  if (result.state === 'sent') return { state: 'sent', reason: null }
  if (result.state === 'unknown') return { state: 'unknown', reason: result.reason }
  return result.again ? again(row, result.reason, now) : { state: 'failed', reason: result.reason }
}

function again({ attempts, queuedAt }: DeliveryRow, reason: string, now: Date): Settlement {
  const dueAt = nextAttempt(attempts, new Date(queuedAt), now)
  return dueAt ? { state: 'queued', reason, dueAt, wasTried: true } : { state: 'failed', reason }
}

/** Where a composer broke, without its words: they may hold a customer's. */
const faultOf = (error: unknown) =>
  error instanceof Error ? [error.name, ...(error.stack?.split('\n').filter((line) => /^\s+at /.test(line)) ?? [])].slice(0, 6) : typeof error
