import { FeedbackQuery } from '@klankbord/shared/finding'
import { LoopPart } from '@klankbord/shared/loop'
import { sql } from 'kysely'
import type { Db, OpenDb } from '../src/db/db.ts'
import { migrate, openDatabase } from '../src/db/open.ts'
import type { Scope } from '../src/db/scope.ts'
import type { Deps } from '../src/deps.ts'
import { countInbox } from '../src/feedback/inbox/count-feedback.ts'
import { listFeedback } from '../src/feedback/inbox/read-feedback.ts'
import { divideLoop } from '../src/loop/divide-loop.ts'
import { readLoop } from '../src/loop/read-loop.ts'
import { startPostgres } from '../test/postgres.ts'
import { fillForAdmin } from './admin-data.ts'
import { p95, type Row } from './table.ts'

const ASKED = 40
const SIZES = (process.env.BENCH_ADMIN_SIZES ?? '10000,100000,1000000').split(',').map(Number)
const ENGINES = (process.env.BENCH_ADMIN_ENGINES ?? 'sqlite,postgres').split(',') as Db['engine'][]

const views = {
  'all, newest': {},
  'mine, open, by date': { teamId: 'mine', status: 'received,routed,in_progress,reopened', sort: 'due' },
  'one team, newest': { teamId: 'team-7' },
  'one goal, answered': { goalId: 'goal-42', status: 'answered' },
  'to route': { goalId: 'none', status: 'received,reopened' },
  overdue: { due: 'overdue', sort: 'due' },
  'a rare language': { locale: 'fr' },
  'low ratings, worst first': { rating: 'low', sort: 'rating' },
} as const
const searches = {
  'a rare word': { q: 'kanarie' },
  'a common word': { q: 'fietsen' },
  'a rare word, one team': { q: 'kanarie', teamId: 'team-7' },
  'a common word, one team': { q: 'fietsen', teamId: 'team-7' },
  'a word in 1 %, one team': { q: 'zeldzaam', teamId: 'team-7' },
  'a phrase without a word': { q: '"mijn fiets" -kanarie' },
}

/** What the inbox asks, asked of the verbs themselves in this process: 40 times each after a warm-up, one at a time. BENCH_ADMIN_SIZES and BENCH_ADMIN_ENGINES choose less. */
export async function benchAdmin(folder: string): Promise<Row[]> {
  const rows: Row[] = []
  const postgres = ENGINES.includes('postgres') ? await startPostgres() : undefined
  for (const engine of ENGINES) {
    const small = new Map<string, number>()
    for (const size of SIZES) {
      const url = engine === 'sqlite' ? `sqlite:${folder}/${size}.db` : await freshDatabase(postgres?.url ?? '', `bench_${size}`)
      const db = await openDatabase({ url })
      await migrate(db)
      rows.push(...(await benchSize(db, await fillForAdmin(db, size), size, small)))
      await db.close()
    }
  }
  await postgres?.stop()
  return rows
}

async function freshDatabase(url: string, name: string): Promise<string> {
  const db = await openDatabase({ url })
  await sql.raw(`create database ${name}`).execute(db.everywhere)
  await db.close()
  return Object.assign(new URL(url), { pathname: `/${name}` }).href
}

async function benchSize(db: OpenDb, scope: Scope, size: number, small: Map<string, number>): Promise<Row[]> {
  const deps = { db, clock: () => new Date() } as unknown as Deps
  const about = `${db.engine}, ${size.toLocaleString('en')} items`
  const list = (query: object, limit: number) => () => listFeedback(deps, scope, FeedbackQuery.parse({ ...query, limit }))
  const from = new Date(Date.now() - 364 * 86_400_000).toISOString().slice(0, 10)
  const floor = await p95Of(() =>
    sql`select id from feedback_items where organisation_id = ${scope.organisationId} order by submitted_at desc, id desc limit 50`.execute(
      db.everywhere,
    ),
  )
  const rows: Row[] = [{ name: `${about}: floor, 50 ids of the newest`, unit: 'ms', ours: floor }]
  const add = async (name: string, most: number, ask: () => Promise<unknown>) => {
    const ours = await p95Of(ask)
    rows.push({ name: `${about}: ${name}, p95`, unit: 'ms', ours, reach: { atMost: most } })
    return ours
  }
  for (const [name, query] of Object.entries(views)) {
    const ours = await add(`view: ${name}`, 10, list(query, 50))
    const before = small.get(name)
    if (before === undefined) small.set(name, ours)
    else if (size >= 1_000_000)
      rows.push({
        name: `… against ${SIZES[0]?.toLocaleString('en')} items`,
        unit: 'ms',
        ours,
        floor: before,
        floorIs: 'the same, fewest items',
        reach: { atMost: 1.5 },
      })
  }
  for (const [name, query] of Object.entries(searches)) await add(`search: ${name}`, 30, list(query, 20))
  await add('counts beside the views', 10, () => countInbox(deps, scope))
  await add('the loop of a year', 10, () => readLoop(deps, scope, { from }))
  await add('the loop of a year, one team', 10, () => readLoop(deps, scope, { from, teamId: 'team-7' }))
  await add('the loop of a year, one goal', 10, () => readLoop(deps, scope, { from, goalId: 'goal-42' }))
  await add('the loop of a year, one site', 10, () => readLoop(deps, scope, { from, siteId: 'site' }))
  // Of each item it is counted whether it is theirs, in a thread of its own on SQLite.
  const siteAndTeam = await p95Of(() => readLoop(deps, scope, { from, siteId: 'site', teamId: 'team-7' }))
  rows.push({ name: `${about}: the loop of a year, one team at one of the sites, p95`, unit: 'ms', ours: siteAndTeam })
  for (const by of LoopPart.options) await add(`the loop of a year by ${by}`, 10, () => divideLoop(deps, scope, { from, by, rank: 'answered' }))
  return rows
}

async function p95Of(ask: () => Promise<unknown>): Promise<number> {
  const taken: number[] = []
  for (let i = 0; i < ASKED + 5; i++) {
    const began = performance.now()
    await ask()
    if (i >= 5) taken.push(performance.now() - began)
  }
  return p95(taken)
}
