import { join } from 'node:path'
import { benchGoalPages } from '../../admin/bench/goals.ts'
import { fillBigOrganisation } from '../test/big-organisation.ts'
import { type ServerProcess, startServer } from './server-process.ts'
import { p95, type Row } from './table.ts'

const REQUESTS = 30
const MOST_MS = 150

/** What an organisation of 50,000 people and 5,000 goals looks at most: each asked 30 times after a warm-up, one at a time. */
export async function benchViews(folder: string, port: number): Promise<Row[]> {
  const options = { port, dataDir: folder }
  await (await startServer(options)).stop()
  const { departmentId, teamId } = fillBigOrganisation(join(folder, 'klankbord.db'), new Date())
  const server = await startServer(options)
  const headers = { cookie: await signIn(server.url), 'accept-encoding': 'identity' }
  const looks = {
    'the tree of teams and goals': '/api/v1/goals/tree',
    coverage: '/api/v1/coverage',
    'coverage by team': '/api/v1/coverage/teams',
    'the story of all': '/api/v1/story',
    'the story of a department': `/api/v1/story?teamId=${departmentId}`,
    'the story of a team': `/api/v1/story?teamId=${teamId}`,
  }
  const rows: Row[] = []
  const afterChange = await p95Of(`${server.url}/api/v1/coverage`, headers, (i) => changeSomething(server.url, headers, i))
  rows.push({ name: '50,000 people, 5,000 goals: coverage right after a change, p95', unit: 'ms', ours: afterChange, reach: { atMost: MOST_MS } })
  for (const [name, path] of Object.entries(looks)) {
    const ours = await p95Of(`${server.url}${path}`, headers)
    rows.push({ name: `50,000 people, 5,000 goals: ${name}, p95`, unit: 'ms', ours, reach: { atMost: MOST_MS } })
  }
  await untilIdle(server)
  rows.push(...(await benchGoalPages({ server, cookie: headers.cookie })))
  await server.stop()
  return rows
}

const IDLE_SECONDS = 5
const PATIENCE_SECONDS = 120

/** What follows a start, such as a first model, is done by the time that anybody looks. */
async function untilIdle(server: ServerProcess) {
  let before = server.processorSeconds()
  let idle = 0
  for (let second = 0; idle < IDLE_SECONDS; second++) {
    if (second > PATIENCE_SECONDS) throw new Error(`The server still had something to do after ${PATIENCE_SECONDS} s`)
    await new Promise((resolve) => setTimeout(resolve, 1_000))
    const now = server.processorSeconds()
    idle = now - before < 0.1 ? idle + 1 : 0
    before = now
  }
}

async function signIn(url: string): Promise<string> {
  const answer = await fetch(`${url}/api/v1/session`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ email: 'bench@example.nl', password: 'bench-wachtwoord' }),
  })
  return answer.headers.getSetCookie()[0]?.split(';')[0] ?? ''
}

/** Whatever is written, all that was kept in memory is read anew. */
async function changeSomething(url: string, headers: Record<string, string>, i: number) {
  const body = JSON.stringify({ name: `Bench ${i}` })
  const answer = await fetch(`${url}/api/v1/me`, { method: 'PATCH', headers: { ...headers, 'Content-Type': 'application/json' }, body })
  if (!answer.ok) throw new Error(`The change was answered with ${answer.status}`)
}

async function p95Of(url: string, headers: Record<string, string>, before?: (i: number) => Promise<void>): Promise<number> {
  const taken: number[] = []
  for (let i = 0; i < REQUESTS + 5; i++) {
    await before?.(i)
    const started = performance.now()
    const answer = await fetch(url, { headers })
    await answer.arrayBuffer()
    if (!answer.ok) throw new Error(`${url} answered ${answer.status}`)
    if (i >= 5) taken.push(performance.now() - started)
  }
  return p95(taken)
}
