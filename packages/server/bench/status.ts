import { rm, writeFile } from 'node:fs/promises'
import { freePort } from '../test/free-port.ts'
import { type Load, load } from './load.ts'
import { startServer } from './server-process.ts'
import { request, siteKeyIn } from './submissions.ts'
import { median, type Row } from './table.ts'

const ROUNDS = 3
const SECONDS = 3

/**
 * Reading one status by its token (what the widget asks when it looks for news), against a bare `node:http` server that looks up one row of the same file.
 */
export async function benchStatus(folder: string, port: number): Promise<Row[]> {
  const server = await startServer({ port, dataDir: folder })
  const siteKey = siteKeyIn(folder)
  // Among others, as in life: the indexes have to find it.
  await load({ port, request: () => request(siteKey), seconds: 2 })
  const { id, customerToken } = await submit(`${server.url}/widget/v1/sites/${siteKey}/feedback`)
  const ask = get('/widget/v1/mine/feedback', `Authorization: Bearer ${customerToken}\r\n`)
  await load({ port, request: ask, seconds: 2 })
  const askWhole = get(`/widget/v1/mine/feedback/${id}`, `Authorization: Bearer ${customerToken}\r\n`)
  const ours: Load[] = []
  const whole: Load[] = []
  const bare: Load[] = []
  await withBareLookup(folder, await freePort(), id, async (lookUp) => {
    // In turn, so that whatever else the machine does slows them alike.
    for (let round = 0; round < ROUNDS; round++) {
      ours.push(await load({ port, request: ask, seconds: SECONDS }))
      whole.push(await load({ port, request: askWhole, seconds: SECONDS }))
      bare.push(await lookUp(SECONDS))
    }
  })
  await server.stop()
  const speed = (loads: Load[]) => median(loads.map(({ perSecond }) => perSecond))
  const floor = speed(bare)
  const floorIs = 'bare node:http, one row looked up'
  return [
    { name: 'Reading one status by its token, 64 connections', unit: '/s', ours: speed(ours), floor, floorIs, reach: { atLeast: 0.5 } },
    { name: '… with its whole thread', unit: '/s', ours: speed(whole), floor, floorIs },
    { name: '… refused', unit: '', ours: [...ours, ...whole].reduce((sum, { failed }) => sum + failed, 0), reach: { atMost: 0 } },
  ]
}

const get =
  (path: string, headers = '') =>
  () =>
    `GET ${path} HTTP/1.1\r\nHost: 127.0.0.1\r\n${headers}\r\n`

async function submit(url: string): Promise<{ id: string; customerToken: string }> {
  const headers = { 'Content-Type': 'application/json', 'Idempotency-Key': 'status' }
  const answer = await fetch(url, {
    method: 'POST',
    headers,
    body: JSON.stringify({ kind: 'idea', message: 'Een bankje bij de ingang zou fijn zijn.' }),
  })
  return answer.json() as Promise<{ id: string; customerToken: string }>
}

const BARE = `import { createServer } from 'node:http'
import Sqlite from 'better-sqlite3'
const find = new Sqlite(process.env.DATA_DIR + '/klankbord.db').prepare('select id, kind, message, status, submitted_at, news from feedback_items where id = ?')
createServer((request, response) => {
  const row = find.get(request.url.slice(1))
  const body = JSON.stringify(row ?? null)
  response.writeHead(row ? 200 : 404, { 'Content-Type': 'application/json', 'Content-Length': Buffer.byteLength(body) }).end(body)
}).listen(Number(process.env.PORT), '127.0.0.1')`

async function withBareLookup(folder: string, port: number, id: string, work: (lookUp: (seconds: number) => Promise<Load>) => Promise<void>) {
  // Beside this file, so that it finds better-sqlite3.
  const script = new URL(`./.bare-${process.pid}.mjs`, import.meta.url).pathname
  await writeFile(script, BARE)
  try {
    const bare = await startServer({ port, dataDir: folder, script, ready: `/${id}` })
    const lookUp = (seconds: number) => load({ port, request: get(`/${id}`), seconds })
    await lookUp(2)
    await work(lookUp)
    await bare.stop()
  } finally {
    await rm(script, { force: true })
  }
}
