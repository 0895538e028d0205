import { setTimeout as wait } from 'node:timers/promises'
import { sql } from 'kysely'
import { newId } from '../src/db/ids.ts'
import { openDatabase } from '../src/db/open.ts'
import { stepOf as readStep, type Step } from '../src/outcomes/answer-part.ts'
import { freePort } from '../test/free-port.ts'
import { startPostgres } from '../test/postgres.ts'
import { begin, whileWriting } from './bulk.ts'
import { startServer } from './server-process.ts'
import type { Row } from './table.ts'

const PEOPLE = Number(process.env.BENCH_OUTCOME_PEOPLE ?? 100_000)
const engines = (process.env.BENCH_ADMIN_ENGINES ?? 'sqlite,postgres').split(',') as ('sqlite' | 'postgres')[]

/** One outcome published to 100,000 customers while others write, beside a bare `insert … select` of as many rows. */
export async function benchOutcomes(folder: string): Promise<Row[]> {
  const rows: Row[] = []
  for (const engine of engines) {
    const postgres = engine === 'postgres' ? await startPostgres() : undefined
    const dataDir = `${folder}/outcomes-${engine}`
    const env: Record<string, string> = postgres ? { DATABASE_URL: postgres.url, SECRET_KEY: 'a secret key for a bench, long enough' } : {}
    const server = await startServer({ port: await freePort(), dataDir, env })
    const bench = await begin(server)
    const url = postgres?.url ?? `sqlite:${dataDir}/klankbord.db`
    const { id, bare } = await fill(url, bench.goalId)
    // Filling kept this process busy: connections that the server closed meanwhile are noticed now.
    await wait(500)
    const counted = (await bench.call('GET', `/api/v1/outcomes/${id}/receivers?limit=1`)) as Receivers
    const alone = await whileWriting(bench, () => wait(3_000))
    const times = { answer: 0, queued: 0, answered: 0 }
    const told = await whileWriting(bench, async () => {
      const began = performance.now()
      const until = async (isSo: () => Promise<boolean>) => {
        while (!(await isSo())) await wait(200)
        return (performance.now() - began) / 1000
      }
      await bench.call('PUT', `/api/v1/outcomes/${id}/publication`)
      times.answer = performance.now() - began
      times.queued = await until(async () => (await stepOf(url, id)) !== 'telling')
      times.answered = await until(async () => (await stepOf(url, id)) === null)
    })
    const all = (await bench.call('GET', `/api/v1/outcomes/${id}/receivers?limit=1`)) as Receivers
    await server.stop()
    await postgres?.stop()
    rows.push(
      {
        name: `${engine}: an outcome published to ${counted.counts.channels.email.toLocaleString('en')}, answer of the request`,
        unit: 'ms',
        ours: times.answer,
        reach: { atMost: 300 },
      },
      { name: '… until all mails are queued', unit: 's', ours: times.queued, floor: bare / 1000, floorIs: 'a bare insert … select' },
      { name: '… until all items are answered', unit: 's', ours: times.answered },
      { name: '… p99 of submissions until then, 50 a second', unit: 'ms', ours: told.p99Ms, reach: { atMost: 50 } },
      { name: '… p99 of submissions without it', unit: 'ms', ours: alone.p99Ms },
      {
        name: '… told more or fewer than were counted before',
        unit: '',
        ours: Math.abs(sum(all.counts.deliveries) - counted.counts.channels.email),
        reach: { atMost: 0 },
      },
    )
  }
  return rows
}

interface Receivers {
  counts: { channels: { email: number }; deliveries: Record<string, number> }
}

const sum = (counts: Record<string, number>) => Object.values(counts).reduce((one, other) => one + other, 0)

/** What the outcome still has to do: asked of the database, since counting all of its mails again and again would be part of what is measured. */
async function stepOf(url: string, id: string): Promise<Step | null> {
  const db = await openDatabase({ url })
  const row = await db.everywhere.selectFrom('outcomes').select('answering').where('id', '=', id).executeTakeFirstOrThrow()
  await db.close()
  return readStep(row.answering)
}

/** Customers with a confirmed address and an item each, an outcome for all of these, and what writing as many rows costs at the least. */
async function fill(url: string, goalId: string) {
  const db = await openDatabase({ url })
  const run = (statement: string) => sql.raw(statement).execute(db.everywhere)
  const id = newId()
  const numbers = (from: number) =>
    db.engine === 'postgres'
      ? `generate_series(${from}, ${from + 9_999}) as numbers (i)`
      : `(with recursive numbers (i) as (select ${from} union all select i + 1 from numbers where i < ${from + 9_999}) select i from numbers) as numbers`
  const at = '2026-01-01T00:00:00.000Z'
  await run(`insert into outcomes (id, organisation_id, goal_id, kind, title, did, better, next, locale, translations, created_at)
    select '${id}', organisation_id, id, 'done', 'Sneller klaar', 'Een tweede plakbank.', 'Dezelfde dag klaar.', 'Reserveren.', 'nl', '{}', '${at}' from goals where id = '${goalId}'`)
  for (let from = 0; from < PEOPLE; from += 10_000) {
    await run(`insert into customers (id, organisation_id, site_id, locale, email, email_confirmed_at, created_at)
      select 'customer-' || i, organisation_id, id, 'nl', 'klant' || i || '@example.com', '${at}', '${at}' from sites cross join ${numbers(from)}`)
    await run(`insert into feedback_items (id, organisation_id, site_id, customer_id, kind, message, stems, status, goal_id, locale, attributes, submitted_at, routing, news)
      select 'item-' || i, organisation_id, id, 'customer-' || i, 'complaint', 'Het duurde te lang', '', 'routed', '${goalId}', 'nl', '{}', '${at}',
        '{"method":"none","because":[]}', 0 from sites cross join ${numbers(from)}`)
    await run(
      `insert into outcome_items (organisation_id, outcome_id, feedback_item_id) select organisation_id, '${id}', 'item-' || i from sites cross join ${numbers(from)}`,
    )
  }
  await run('create table bare as select * from deliveries where 1 = 0')
  const began = performance.now()
  await run(`insert into bare (id, organisation_id, kind, about_id, customer_id, receiver, payload, state, attempts, queued_at, due_at, updated_at)
    select 'x' || id, organisation_id, 'outcome-email', '${id}', id, email, '{}', 'queued', 0, '${at}', '${at}', '${at}' from customers where email is not null`)
  const bare = performance.now() - began
  await run('drop table bare')
  if (db.engine === 'postgres') await run('analyze')
  await db.close()
  return { id, bare }
}
