import { writeFile } from 'node:fs/promises'
import { load } from './load.ts'
import { startServer } from './server-process.ts'
import { siteKeyIn } from './submissions.ts'
import type { Row } from './table.ts'

const SECONDS = 6

/** Reading one status by its token, against a bare `node:http` server that looks up one row of the same file. */
export async function benchStatus(folder: string, port: number): Promise<Row[]> {
  const server = await startServer({ port, dataDir: folder })
  const siteKey = siteKeyIn(`${folder}/klankbord.db`)
  const receipt = (await (
    await fetch(`${server.url}/widget/v1/sites/${siteKey}/feedback`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'idempotency-key': 'status' },
      body: JSON.stringify({ kind: 'idea', message: 'Een bankje bij de ingang zou fijn zijn.' }),
    })
  ).json()) as { id: string; customerToken: string }
  const shot = { url: `${server.url}/widget/v1/mine/feedback/${receipt.id}`, headers: { authorization: `Bearer ${receipt.customerToken}` } }
  await load({ ...shot, seconds: 2 })
  const ours = await load({ ...shot, seconds: SECONDS })
  await server.stop()
  const floor = await bareLookup(folder, port, receipt.id)
  return [
    {
      name: 'Reading one status by its token, 64 connections',
      unit: '/s',
      ours: ours.perSecond,
      floor,
      floorIs: 'bare node:http, one row looked up',
      ratio: ours.perSecond / floor,
      reach: { atLeast: 0.5 },
    },
    { name: '… refused', unit: '', ours: ours.failed, reach: { atMost: 0 } },
  ]
}

async function bareLookup(folder: string, port: number, id: string): Promise<number> {
  const script = new URL(`./.bare-${process.pid}.mjs`, import.meta.url).pathname
  await writeFile(
    script,
    `import { createServer } from 'node:http'
import Sqlite from 'better-sqlite3'
const find = new Sqlite(process.env.DATA_DIR + '/klankbord.db').prepare('select * from feedback_items where id = ?')
createServer((request, response) => {
  const row = find.get(request.url.slice(1))
  response.writeHead(row ? 200 : 404, { 'Content-Type': 'application/json' }).end(JSON.stringify(row ?? null))
}).listen(Number(process.env.PORT), '127.0.0.1')`,
  )
  const { rm } = await import('node:fs/promises')
  try {
    const bare = await startServer({ port, dataDir: folder, script, ready: `/${id}` })
    await load({ url: `${bare.url}/${id}`, seconds: 2 })
    const { perSecond } = await load({ url: `${bare.url}/${id}`, seconds: SECONDS })
    await bare.stop()
    return perSecond
  } finally {
    await rm(script, { force: true })
  }
}
