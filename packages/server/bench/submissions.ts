import { rm } from 'node:fs/promises'
import Sqlite from 'better-sqlite3'
import { newId } from '../src/db/ids.ts'
import { migrate, openDatabase } from '../src/db/open.ts'
import { load } from './load.ts'
import { startServer } from './server-process.ts'
import type { Row } from './table.ts'

const SECONDS = 8
const GROUP = 50

const words = 'de remmen van mijn fiets piepen na de beurt en niemand belde terug terwijl dat wel was beloofd op donderdag in de winkel'.split(' ')

/** About as long as what people write: 12 to 60 words. */
export function message() {
  const length = 12 + Math.floor(Math.random() * 48)
  return Array.from({ length }, () => words[Math.floor(Math.random() * words.length)]).join(' ')
}

/** Durable submissions per second over HTTP, against bare better-sqlite3 with the same table, indexes and sync, in groups of 50. */
export async function benchSubmissions(folder: string, port: number): Promise<Row[]> {
  const floor = await bareInserts(`${folder}/bare`)
  const server = await startServer({ port, dataDir: `${folder}/server` })
  const siteKey = siteKeyIn(`${folder}/server/klankbord.db`)
  const shot = {
    url: `${server.url}/widget/v1/sites/${siteKey}/feedback`,
    method: 'POST' as const,
    headers: { 'content-type': 'application/json' },
    body: () =>
      JSON.stringify({
        kind: 'complaint',
        message: message(),
        locale: 'nl',
        pageUrl: 'https://www.example.nl/werkplaats',
        attributes: { orderId: '123' },
      }),
  }
  await load({ ...shot, seconds: 2 })
  const ours = await load({ ...shot, seconds: SECONDS })
  await server.stop()
  await rm(folder, { recursive: true, force: true })
  return [
    {
      name: 'Durable submissions over HTTP, 64 connections',
      unit: '/s',
      ours: ours.perSecond,
      floor: floor,
      floorIs: 'bare better-sqlite3, same indexes, FULL, groups of 50',
      ratio: ours.perSecond / floor,
      reach: { atLeast: 0.5 },
    },
    { name: '… their p99', unit: 'ms', ours: ours.p99Ms, reach: { atMost: 50 } },
    { name: '… refused', unit: '', ours: ours.failed, reach: { atMost: 0 } },
  ]
}

export function siteKeyIn(file: string): string {
  const database = new Sqlite(file, { readonly: true })
  const key = String(database.prepare('select key from sites').pluck().get())
  database.close()
  return key
}

async function bareInserts(folder: string): Promise<number> {
  const file = `${folder}/bare.db`
  const db = await openDatabase({ url: `sqlite:${file}` })
  await migrate(db)
  await db.close()
  const database = new Sqlite(file)
  database.pragma('journal_mode = wal')
  database.pragma('synchronous = full')
  const insert =
    database.prepare(`insert into feedback_items (id, organisation_id, site_id, customer_id, kind, message, status, locale, page_url, attributes, submitted_at, routing, news)
    values (?, 'organisation', 'site', ?, 'complaint', ?, 'received', 'nl', 'https://www.example.nl/werkplaats', '{"orderId":"123"}', ?, '{"method":"none","because":[]}', 0)`)
  const group = database.transaction(() => {
    for (let i = 0; i < GROUP; i++) insert.run(newId(), newId(), message(), new Date().toISOString())
  })
  const until = performance.now() + SECONDS * 1000
  let rows = 0
  const started = performance.now()
  for (; performance.now() < until; rows += GROUP) group()
  const perSecond = rows / ((performance.now() - started) / 1000)
  database.close()
  return perSecond
}
