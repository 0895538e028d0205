import { randomUUID } from 'node:crypto'
import Sqlite from 'better-sqlite3'
import { newId } from '../src/db/ids.ts'
import { migrate, openDatabase } from '../src/db/open.ts'
import { type Load, load } from './load.ts'
import { startServer } from './server-process.ts'
import { median, type Row } from './table.ts'

const ROUNDS = 3
const SECONDS = 4
const GROUP = 50

const words = 'de remmen van mijn fiets piepen na de beurt en niemand belde terug terwijl dat wel was beloofd op donderdag in de winkel'.split(' ')

/** About as long as what people write: 12 to 60 words. */
function message() {
  const length = 12 + Math.floor(Math.random() * 48)
  return Array.from({ length }, () => words[Math.floor(Math.random() * words.length)]).join(' ')
}

const submission = () => ({
  kind: 'complaint',
  message: message(),
  locale: 'nl',
  pageUrl: 'https://www.example.nl/werkplaats',
  attributes: { orderId: '123' },
})

/** Made beforehand: whoever asks shares the processor with whoever answers. */
const bodies = Array.from({ length: 2000 }, () => JSON.stringify(submission()))

/** A submission as it goes over the wire, under a key of its own. */
export function request(siteKey: string) {
  const body = bodies[Math.floor(Math.random() * bodies.length)] as string
  const head = [
    `POST /widget/v1/sites/${siteKey}/feedback HTTP/1.1`,
    'Host: 127.0.0.1',
    'Content-Type: application/json',
    `Idempotency-Key: ${randomUUID()}`,
    `Content-Length: ${body.length}`,
  ]
  return `${head.join('\r\n')}\r\n\r\n${body}`
}

/** Durable submissions per second over HTTP, against bare better-sqlite3 that keeps the same rows with the same indexes and sync, in groups of 50. */
export async function benchSubmissions(folder: string, port: number): Promise<Row[]> {
  const server = await startServer({ port, dataDir: `${folder}/server` })
  const siteKey = siteKeyIn(`${folder}/server`)
  await load({ port, request: () => request(siteKey), seconds: 2 })
  const ours: Load[] = []
  const sameRows: number[] = []
  const itemOnly: number[] = []
  // In turn, so that whatever else the machine does slows them alike.
  for (let round = 0; round < ROUNDS; round++) {
    ours.push(await load({ port, request: () => request(siteKey), seconds: SECONDS }))
    sameRows.push(await bareInserts(`${folder}/same-rows-${round}`, rowsOfSubmission))
    itemOnly.push(await bareInserts(`${folder}/item-only-${round}`, rowOfItem))
  }
  await server.stop()
  const perSecond = median(ours.map(({ perSecond }) => perSecond))
  const name = 'Durable submissions over HTTP, 64 connections'
  return [
    {
      name,
      unit: '/s',
      ours: perSecond,
      floor: median(sameRows),
      floorIs: 'bare better-sqlite3: the four rows of a submission, same indexes, FULL, groups of 50',
      reach: { atLeast: 0.5 },
    },
    {
      name: '… against the item’s row alone',
      unit: '/s',
      ours: perSecond,
      floor: median(itemOnly),
      floorIs: 'the same, one row with its six indexes and full text',
    },
    { name: '… their p99', unit: 'ms', ours: median(ours.map(({ p99Ms }) => p99Ms)), reach: { atMost: 50 } },
    { name: '… refused', unit: '', ours: ours.reduce((sum, { failed }) => sum + failed, 0), reach: { atMost: 0 } },
  ]
}

export function siteKeyIn(dataDir: string): string {
  const database = new Sqlite(`${dataDir}/klankbord.db`, { readonly: true })
  const key = String(database.prepare('select key from sites').pluck().get())
  database.close()
  return key
}

type Prepare = (database: Sqlite.Database) => () => void

/** Rows (or sets of rows) that better-sqlite3 keeps per second with nothing above it. */
async function bareInserts(folder: string, prepare: Prepare): Promise<number> {
  const db = await openDatabase({ url: `sqlite:${folder}/bare.db` })
  await migrate(db)
  await db.close()
  const database = new Sqlite(`${folder}/bare.db`)
  database.pragma('journal_mode = wal')
  database.pragma('synchronous = full')
  const insert = prepare(database)
  const group = database.transaction(() => {
    for (let i = 0; i < GROUP; i++) insert()
  })
  const started = performance.now()
  let count = 0
  for (; performance.now() < started + SECONDS * 1000; count += GROUP) group()
  const perSecond = count / ((performance.now() - started) / 1000)
  database.close()
  return perSecond
}

const rowOfItem: Prepare = (database) => {
  const item = insertItem(database)
  return () => item.run(newId(), newId(), message(), new Date().toISOString())
}

const rowsOfSubmission: Prepare = (database) => {
  const item = insertItem(database)
  const customer = database.prepare(
    `insert into customers (id, organisation_id, site_id, locale, created_at) values (?, 'organisation', 'site', 'nl', ?)`,
  )
  const event = database.prepare(
    `insert into events (id, organisation_id, feedback_item_id, type, actor_kind, actor_id, detail, created_at) values (?, 'organisation', ?, 'feedback.received', 'site', 'site', '{"siteId":"site"}', ?)`,
  )
  const key = database.prepare('insert into idempotency_keys (place, key, request_hash, answer, created_at) values (?, ?, ?, ?, ?)')
  const answer = 'x'.repeat(330)
  return () => {
    const [id, customerId, at] = [newId(), newId(), new Date().toISOString()]
    customer.run(customerId, at)
    item.run(id, customerId, message(), at)
    event.run(newId(), id, at)
    key.run('site:01a20bd1-ea5c-78d7-92cf-4c2796a55b3c', randomUUID(), id + id.slice(0, 7), answer, at)
  }
}

const insertItem = (database: Sqlite.Database) =>
  database.prepare(`insert into feedback_items (id, organisation_id, site_id, customer_id, kind, message, status, locale, page_url, attributes, submitted_at, routing, news)
    values (?, 'organisation', 'site', ?, 'complaint', ?, 'received', 'nl', 'https://www.example.nl/werkplaats', '{"orderId":"123"}', ?, '{"method":"none","because":[]}', 0)`)
