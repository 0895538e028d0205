import { type ClientRequest, get } from 'node:http'
import { setTimeout as wait } from 'node:timers/promises'
import { sql } from 'kysely'
import { openDatabase } from '../src/db/open.ts'
import { freePort } from '../test/free-port.ts'
import { startPostgres } from '../test/postgres.ts'
import { type ServerProcess, startServer } from './server-process.ts'
import { request } from './submissions.ts'
import type { Row } from './table.ts'

const ITEMS = Number(process.env.BENCH_BULK_ITEMS ?? 100_000)
/** Submissions that arrive meanwhile, one every so often whether or not the one before was answered. */
const EVERY_MS = 20
const TABS = 1_000

const engines = (process.env.BENCH_ADMIN_ENGINES ?? 'sqlite,postgres').split(',') as ('sqlite' | 'postgres')[]

export interface Bench {
  server: ServerProcess
  siteKey: string
  goalId: string
  call: (method: string, path: string, body?: unknown) => Promise<never>
  cookie: string
}

/** An act on 100,000 items with its undo while customers go on writing, and 1,000 pages that listen to one process. */
export async function benchBulk(folder: string): Promise<Row[]> {
  const rows: Row[] = []
  for (const engine of engines) {
    const postgres = engine === 'postgres' ? await startPostgres() : undefined
    const dataDir = `${folder}/bulk-${engine}`
    const url = postgres?.url ?? `sqlite:${dataDir}/klankbord.db`
    const env: Record<string, string> = postgres ? { DATABASE_URL: postgres.url, SECRET_KEY: 'a secret key for a bench, long enough' } : {}
    const server = await startServer({ port: await freePort(), dataDir, env })
    const bench = await begin(server)
    await fill(url)
    rows.push(...(await benchActs(engine, bench)), ...(await benchTabs(engine, bench)))
    await server.stop()
    await postgres?.stop()
  }
  return rows
}

export async function begin(server: ServerProcess): Promise<Bench> {
  const body = JSON.stringify({ email: 'bench@example.nl', password: 'bench-wachtwoord' })
  const headers = { 'Content-Type': 'application/json', Origin: server.url }
  const signedIn = await fetch(`${server.url}/api/v1/session`, { method: 'POST', headers, body })
  const cookie = signedIn.headers.getSetCookie()[0]?.split(';')[0] ?? ''
  const call: Bench['call'] = async (method, path, body) => {
    const answer = await fetch(server.url + path, {
      method,
      headers: { ...headers, cookie },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    })
    if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${await answer.text()}`)
    return (await answer.json()) as never
  }
  const { items } = (await call('GET', '/api/v1/sites')) as { items: { key: string }[] }
  const { id: teamId } = (await call('POST', '/api/v1/teams', { name: 'Werkplaats', level: 'team' })) as { id: string }
  const { id: goalId } = (await call('POST', '/api/v1/goals', { title: 'Elke fiets klaar', teamId, replyWithinDays: 3 })) as { id: string }
  return { server, siteKey: items[0]?.key ?? '', goalId, call, cookie }
}

/** Items that wait to be routed, each with a customer of its own. */
async function fill(url: string) {
  const db = await openDatabase({ url })
  const run = (statement: string) => sql.raw(statement).execute(db.everywhere)
  const numbers = (from: number) =>
    db.engine === 'postgres'
      ? `generate_series(${from}, ${from + 9_999}) as numbers (i)`
      : `(with recursive numbers (i) as (select ${from} union all select i + 1 from numbers where i < ${from + 9_999}) select i from numbers) as numbers`
  for (let from = 0; from < ITEMS; from += 10_000) {
    await run(`insert into customers (id, organisation_id, site_id, locale, created_at)
      select 'customer-' || i, sites.organisation_id, sites.id, 'nl', '2026-01-01T00:00:00.000Z' from sites cross join ${numbers(from)}`)
    await run(`insert into feedback_items (id, organisation_id, site_id, customer_id, kind, message, stems, status, locale, attributes, submitted_at, routing, news)
      select 'item-' || i, sites.organisation_id, sites.id, 'customer-' || i, 'complaint', 'De remmen van mijn fiets piepen na de beurt en niemand belde terug', '',
        'received', 'nl', '{}', '2026-01-01T00:00:00.000Z', '{"method":"none","because":[]}', 0 from sites cross join ${numbers(from)}`)
  }
  // They have been there for long: what is suggested for them is not made while this is measured.
  await run(`insert into suggestions (feedback_item_id, organisation_id, seq, model, at, threshold, candidates, similar_items, flags, terms)
    select id, organisation_id, seq, 0, submitted_at, 0.7, '[]', '[]', '[]', '[]' from feedback_items where id like 'item-%'`)
  if (db.engine === 'postgres') await run('analyze')
  await db.close()
}

interface Act {
  id: string
  state: string
  undo: string
  done: number
  undone: number
}

async function benchActs(engine: string, bench: Bench): Promise<Row[]> {
  const { call, goalId } = bench
  const alone = await whileWriting(bench, () => wait(5_000))
  let act = {} as Act
  const until = async (isOver: (act: Act) => boolean) => {
    do {
      await wait(100)
      act = await call('GET', `/api/v1/feedback/acts/${act.id}`)
    } while (!isOver(act))
  }
  const done = await whileWriting(bench, async () => {
    const what = { filter: { status: 'received', to: '2026-01-31' } }
    act = await call('POST', '/api/v1/feedback/acts', { what, act: { type: 'route', goalId } })
    await until(({ state }) => state !== 'running')
  })
  const counted = act.done
  const undone = await whileWriting(bench, async () => {
    act = await call('POST', `/api/v1/feedback/acts/${act.id}/undo`)
    await until(({ undo }) => undo !== 'running')
  })
  return [
    { name: `${engine}: an act on ${counted.toLocaleString('en')} items, from asking to done`, unit: 's', ours: done.seconds, reach: { atMost: 60 } },
    { name: '… p99 of submissions meanwhile, 50 a second', unit: 'ms', ours: done.p99Ms, reach: { atMost: 50 } },
    { name: '… p99 of submissions without it', unit: 'ms', ours: alone.p99Ms },
    { name: `… its undo, ${act.undone.toLocaleString('en')} items`, unit: 's', ours: undone.seconds, reach: { atMost: 60 } },
    { name: '… p99 of submissions meanwhile', unit: 'ms', ours: undone.p99Ms, reach: { atMost: 50 } },
    { name: '… submissions refused', unit: '', ours: alone.failed + done.failed + undone.failed, reach: { atMost: 0 } },
  ]
}

/** How long the work took, and how long submissions that came meanwhile waited for their answer. */
export async function whileWriting({ server, siteKey }: Bench, work: () => Promise<unknown>) {
  const taken: number[] = []
  let failed = 0
  const submit = async () => {
    const [head = '', body = ''] = request(siteKey).split('\r\n\r\n')
    const began = performance.now()
    const headers = { 'Content-Type': 'application/json', 'Idempotency-Key': /Idempotency-Key: (.*)/.exec(head)?.[1] ?? '' }
    const answer = await fetch(`${server.url}/widget/v1/sites/${siteKey}/feedback`, { method: 'POST', headers, body }).catch(() => null)
    await answer?.arrayBuffer()
    taken.push(performance.now() - began)
    if (answer?.status !== 201) failed++
  }
  const under: Promise<void>[] = []
  const writing = setInterval(() => under.push(submit()), EVERY_MS)
  const began = performance.now()
  await work()
  const seconds = (performance.now() - began) / 1000
  clearInterval(writing)
  await Promise.all(under)
  taken.sort((a, b) => a - b)
  return { seconds, failed, p99Ms: taken[Math.floor(taken.length * 0.99)] ?? Number.NaN }
}

async function benchTabs(engine: string, bench: Bench): Promise<Row[]> {
  const { server, siteKey } = bench
  const before = server.residentMiB()
  const heard: number[] = []
  const tabs: ClientRequest[] = []
  for (let i = 0; i < TABS; i++) tabs.push(await listen(bench, () => heard.push(performance.now())))
  await wait(2_000)
  heard.length = 0
  const used = server.processorSeconds()
  await wait(10_000)
  const idle = (server.processorSeconds() - used) * 10
  const memory = server.residentMiB() - before
  heard.length = 0
  const [head = '', body = ''] = request(siteKey).split('\r\n\r\n')
  const headers = { 'Content-Type': 'application/json', 'Idempotency-Key': /Idempotency-Key: (.*)/.exec(head)?.[1] ?? '' }
  const began = performance.now()
  await fetch(`${server.url}/widget/v1/sites/${siteKey}/feedback`, { method: 'POST', headers, body })
  while (heard.length < TABS && performance.now() < began + 10_000) await wait(10)
  const slowest = Math.max(...heard.slice(0, TABS)) - began
  for (const tab of tabs) tab.destroy()
  return [
    { name: `${engine}: ${TABS.toLocaleString('en')} pages that listen, memory`, unit: 'MiB', ours: memory },
    { name: '… processor while nothing happens', unit: '% of one', ours: idle },
    {
      name: '… told of a submission, the last of them after',
      unit: 'ms',
      ours: heard.length < TABS ? Number.NaN : slowest,
      reach: { atMost: 1_000 },
    },
  ]
}

function listen({ server, cookie }: Bench, hear: () => void): Promise<ClientRequest> {
  return new Promise((resolve, reject) => {
    const asking = get(`${server.url}/api/v1/live`, { headers: { cookie }, agent: false }, (answer) => {
      answer.setEncoding('utf8').on('data', (chunk: string) => chunk.includes('event: feedback') && hear())
      resolve(asking)
    })
    asking.on('error', reject)
  })
}
