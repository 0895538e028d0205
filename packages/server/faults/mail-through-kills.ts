import { setTimeout as wait } from 'node:timers/promises'
import type { Db } from '../src/db/db.ts'
import { isUnavailable } from '../src/db/failure.ts'
import { openDatabase } from '../src/db/open.ts'
import { CLAIM_SECONDS } from '../src/outbox/claims.ts'
import { givenOrganisation } from '../test/builders.ts'
import { type Product, startProduct } from '../test/product.ts'
import { queueLetters } from '../test/queued-letters.ts'
import { type MailPeer, startMailPeer, type Temper } from './mail-peer.ts'

export interface Ordeal {
  engine: Product['engine']
  temper: Temper
  letters: number
  /** How often the server is killed while it mails, each time after as many letters as leave some for the next. */
  kills: number
}

/** What came of letters that were mailed by a server that was killed again and again. */
export interface Survived {
  /** Letters that the mail server took more than once. */
  twice: number
  /** Letters of which nobody knows whether they arrived, without those that the mail server took and never answered. */
  unknown: number
  /** Letters that stand as sent and were not taken, or that nobody would ever send. */
  lost: number
  /** From each kill until the next letter was taken, for each of them: fewer than were wanted where the letters ran out. */
  resumedMs: number[]
  output: string
}

/** Longest that anything is waited for. */
const PATIENCE_MS = 60_000
/** Letters that are left at the end: some were leaving at a kill and never arrived, and nobody waits for these. */
const SPARE = 20

/** Queues letters, kills the server while it mails them, and lets it go on until each is somewhere for good. */
export async function mailThroughKills({ engine, temper, letters, kills }: Ordeal): Promise<Survived> {
  const peer = await startMailPeer(temper)
  const product = await startProduct({ engine, env: { SMTP_URL: peer.url, LOG_LEVEL: 'info' } })
  const db = await openDatabase({ url: product.env.DATABASE_URL ?? `sqlite:${product.dataDir}/klankbord.db` })
  try {
    await product.kill('SIGKILL')
    const clock = () => new Date()
    await queueLetters({ db, clock }, await givenOrganisation({ db, clock } as never), letters)
    const hastening = setInterval(() => hasten(db).catch(() => {}), 500)
    const resumedMs = await killWhileMailing(product, peer, { letters, kills }).finally(() => clearInterval(hastening))
    await untilOver(db)
    return { ...(await countUp(db, peer)), resumedMs, output: product.output() }
  } finally {
    await db.close()
    await product.stop()
    await peer.close()
  }
}

async function killWhileMailing(product: Product, { taken }: MailPeer, { letters, kills }: Pick<Ordeal, 'letters' | 'kills'>): Promise<number[]> {
  const resumedMs: number[] = []
  await product.start()
  while (resumedMs.length < kills && taken.length < letters - SPARE) {
    // As many as leave some for each of the kills to come, less those that leave while the server is being started and killed.
    const share = Math.floor((letters - SPARE - taken.length) / (kills - resumedMs.length + 1)) - 10
    const enough = taken.length + Math.max(0, share)
    await until(() => taken.length >= enough)
    await wait(Math.random() * 20)
    await product.kill('SIGKILL')
    const [at, before] = [Date.now(), taken.length]
    await product.start()
    await until(() => taken.length > before)
    resumedMs.push(Date.now() - at)
  }
  return resumedMs
}

/** Brings forward what was refused and waits for another try, in which nobody is at it, and what a killed process was at half a minute ago. */
async function hasten({ everywhere }: Db, everything = false) {
  const [now, claimed] = [new Date(), new Date(Date.now() + (CLAIM_SECONDS + 1) * 1000)].map((at) => at.toISOString()) as [string, string]
  const waiting = everywhere.updateTable('deliveries').set({ dueAt: now })
  await waiting.where('state', '=', 'queued').where('reason', 'is not', null).where('dueAt', '>', claimed).execute()
  if (everything) await waiting.where('state', '=', 'sending').execute()
}

/** Waits until nothing is queued any more. What was leaving when the server was last killed is found after half a minute, which is said to be over. */
async function untilOver(db: Db) {
  const count = async (state: string) => (await db.everywhere.selectFrom('deliveries').select('id').where('state', '=', state).execute()).length
  await until(async () => {
    await hasten(db)
    return (await count('queued')) === 0
  })
  await wait(2_000)
  await until(async () => {
    await hasten(db, true)
    return (await count('sending')) === 0
  })
}

/** Also past a moment in which the server keeps the database to itself. */
async function until(isSo: () => boolean | Promise<boolean>) {
  const deadline = Date.now() + PATIENCE_MS
  const unlessBusy = async () => {
    try {
      return await isSo()
    } catch (error) {
      if (isUnavailable(error)) return false
      throw error
    }
  }
  while (!(await unlessBusy())) {
    if (Date.now() > deadline) throw new Error(`This did not come about within ${PATIENCE_MS} ms: ${isSo}`)
    await wait(10)
  }
}

async function countUp(db: Db, { taken, dropped }: MailPeer): Promise<Pick<Survived, 'twice' | 'unknown' | 'lost'>> {
  const rows = await db.everywhere.selectFrom('deliveries').select(['receiver', 'state']).where('kind', '=', 'outcome-email').execute()
  const arrived = new Set(taken)
  const isLost = (row: { receiver: string; state: string }) => (row.state === 'sent' ? !arrived.has(row.receiver) : row.state !== 'unknown')
  return {
    twice: taken.length - arrived.size,
    unknown: rows.filter(({ state }) => state === 'unknown').length - dropped(),
    lost: rows.filter(isLost).length,
  }
}
