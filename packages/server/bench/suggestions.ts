import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { monitorEventLoopDelay, performance } from 'node:perf_hooks'
import { sql } from 'kysely'
import pino from 'pino'
import { type OpenDb, transact } from '../src/db/db.ts'
import { newId } from '../src/db/ids.ts'
import { migrate, openDatabase } from '../src/db/open.ts'
import type { Deps } from '../src/deps.ts'
import { askRebuild } from '../src/feedback/learning-store.ts'
import { usualFlagWords } from '../src/routing/texts/flag-words.ts'
import { buildModel } from '../src/suggestions/build-model.ts'
import { endLearner, learnerOf } from '../src/suggestions/learner.ts'
import { findModel, listTaught } from '../src/suggestions/model-store.ts'
import { keeping, listSharing, type Waiting } from '../src/suggestions/store.ts'
import { standinsOf } from '../src/suggestions/taught-goals.ts'
import { suggestFor } from '../src/suggestions/turn-suggestions.ts'
import { type Given, givenOrganisation } from '../test/builders.ts'

/*
 * What suggestions cost, on an SQLite file: `npx tsx bench/suggestions.ts [items] [decisions]` (1,000,000 and 10,000 unless told) prints adding to and asking for what is
 * similar, a suggestion in the thread, the turn on the main thread, and a rebuild with the longest that it held up the event loop.
 */

const [items = 1_000_000, decisions = 10_000] = process.argv.slice(2).map(Number)
const GOALS = 20
const ms = (value: number) => `${value.toFixed(2)} ms`
const print = (what: string, value: string) => process.stdout.write(`${what.padEnd(52)} ${value}\n`)
const percentile = (times: number[], share: number) =>
  times.sort((a, b) => a - b)[Math.min(times.length - 1, Math.floor(times.length * share))] as number

const stems = Array.from(
  { length: 4000 },
  (_, i) => `${['fiets', 'slot', 'band', 'licht', 'zadel', 'rek', 'app', 'koers'][i % 8]}${(i * 7919).toString(36)}`,
)
let state = 7
const draw = (below: number) => {
  state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff
  return state % below
}
/** Words of which a goal has some of its own. */
const sentence = (goal: number) => Array.from({ length: 18 }, (_, i) => stems[i % 3 === 0 ? goal * 60 + draw(60) : draw(stems.length)]).join(' ')

async function givenGoals(db: OpenDb, { scope, teamId }: Given) {
  const goals = Array.from({ length: GOALS }, (_, i) => ({ id: newId(), title: sentence(i), intake: sentence(i) }))
  const usual = { teamId, memberId: null, parentId: null, why: null, replyWithinDays: 3, public: 'true', createdAt: '2026-01-01T00:00:00.000Z' }
  await db
    .within(scope)
    .insertInto(
      'goals',
      goals.map((goal) => ({ ...goal, ...usual })),
    )
    .execute()
  return goals.map(({ id }) => id)
}

async function givenItems(db: OpenDb, { scope, siteId }: Given, goals: string[], count: number): Promise<Waiting[]> {
  const given: Waiting[] = []
  await transact(db, async (db) => {
    for (let i = 0; i < count; i++) {
      const goal = i % GOALS
      const item = {
        id: newId(),
        kind: 'complaint',
        message: sentence(goal),
        siteId,
        customerId: 'c',
        status: 'received',
        attributes: '{}',
        routing: '{}',
        news: 0,
      }
      const at = new Date(Date.UTC(2026, 0, 1) + i * 1000).toISOString()
      const row = await db
        .within(scope)
        .insertInto('feedbackItems', { ...item, submittedAt: at } as never)
        .returning('seq')
        .executeTakeFirstOrThrow()
      await db
        .within(scope)
        .insertInto('routingDecisions', {
          feedbackItemId: item.id,
          goalId: goals[goal] as string,
          at,
          suggestedGoalId: null,
          confidence: null,
          modelGoalId: null,
        })
        .execute()
      given.push({ id: item.id, organisationId: scope.organisationId, seq: row.seq, kind: 'complaint', message: item.message, isNew: true })
    }
  })
  return given
}

async function measureSimilar(db: OpenDb, { scope }: Given, waiting: Waiting[]) {
  const rows = items * 12
  // Terms as rare as words are: a few stand in many items, most in a handful.
  await sql`insert into item_terms (organisation_id, term, seq)
    with recursive n (i) as (select 0 union all select i + 1 from n where i < ${sql.lit(rows - 1)})
    select ${scope.organisationId}, (i * 2654435761) % (1 + (i * 40503) % 300000), 1000000 + i / 12 from n where true order by 2, 3 on conflict do nothing`.execute(
    db.everywhere,
  )
  const { thread } = await learnerOf(db, scope)
  const input = { organisationId: scope.organisationId, standins: {}, languages: ['nl', 'en', 'de', 'fr'], flagWords: usualFlagWords }
  const made = await thread.ask('read', { ...input, items: waiting.map(({ id, message, kind }) => ({ id, text: message, kind })) })
  const kept = waiting.map((item, i) => ({ item, made: made[i] as (typeof made)[number], model: 0, threshold: 0.7, at: '2026-01-01' }))
  const adding: number[] = []
  for (let i = 0; i < 1000; i += 20) {
    const began = performance.now()
    await db.writeApart(keeping(db, kept.slice(i, i + 20)))
    adding.push((performance.now() - began) / 20)
  }
  print(`adding one to ${items} items, 20 at a time, median`, ms(percentile(adding, 0.5)))
  print('  at most (of an item in the slowest batch)', ms(percentile(adding, 1)))
  const alone: number[] = []
  for (const one of kept.slice(1000, 1200)) {
    const began = performance.now()
    await db.writeApart(keeping(db, [one]))
    alone.push(performance.now() - began)
  }
  print('  alone, with its commit: median, p95', `${ms(percentile(alone, 0.5))}, ${ms(percentile(alone, 0.95))}`)
  const asking: number[] = []
  for (const { item, made } of kept.slice(0, 200)) {
    const began = performance.now()
    const found = await listSharing(db, scope, made.terms, { not: item.id, waiting: false })
    await thread.ask('likeness', { organisationId: scope.organisationId, text: item.message, others: found.map(({ message }) => message) })
    asking.push(performance.now() - began)
  }
  print('finding the nearest: median, p95', `${ms(percentile(asking, 0.5))}, ${ms(percentile(asking, 0.95))}`)
}

async function measureModel(deps: Deps, { scope }: Given, waiting: Waiting[]) {
  const { db } = deps
  await askRebuild(db, scope, '2026-01-01')
  const delay = monitorEventLoopDelay({ resolution: 1 })
  delay.enable()
  await new Promise((resolve) => setTimeout(resolve, 20_000))
  print('event loop of a process that does nothing: longest', ms(delay.max / 1e6))
  delay.reset()
  const began = performance.now()
  await buildModel(deps, scope)
  delay.disable()
  const parts = await db.everywhere.selectFrom('routingModelParts').select(sql<number>`sum(length(packed))`.as('size')).executeTakeFirst()
  const model = await findModel(db, scope)
  print(`rebuild from ${model?.examples} decisions, ${GOALS} goals`, `${((performance.now() - began) / 1000).toFixed(1)} s`)
  print('  event loop held meanwhile: longest, p99', `${ms(delay.max / 1e6)}, ${ms(delay.percentile(99) / 1e6)}`)
  print('  packed, in base64', `${((parts?.size ?? 0) / 1e6).toFixed(1)} MB`)
  delay.reset()
  delay.enable()
  const loading = performance.now()
  const { thread } = await learnerOf(db, scope)
  delay.disable()
  print('loading it into the thread, event loop held at most', `${ms(performance.now() - loading)}, ${ms(delay.max / 1e6)}`)
  const standins = standinsOf(await listTaught(db, scope))
  const input = { organisationId: scope.organisationId, standins, languages: ['nl', 'en', 'de', 'fr'], flagWords: usualFlagWords }
  const some = waiting.slice(0, 1000).map(({ id, message, kind }) => ({ id, text: message, kind }))
  await thread.ask('read', { ...input, items: some.slice(0, 100) })
  const reading = performance.now()
  await thread.ask('read', { ...input, items: some })
  print('a suggestion in the thread', ms((performance.now() - reading) / some.length))
  const before = process.cpuUsage()
  const loop = performance.eventLoopUtilization()
  for (let i = 0; i < 1000; i += 20) await suggestFor(deps, waiting.slice(i, i + 20))
  const { active } = performance.eventLoopUtilization(loop)
  const used = process.cpuUsage(before)
  print('the turn on the main thread, per item', ms(active / 1000))
  print('  processor of all threads, per item', ms((used.user + used.system) / 1000 / 1000))
}

const folder = await mkdtemp(join(tmpdir(), 'klankbord-bench-'))
const db = await openDatabase({ url: `sqlite:${folder}/klankbord.db` })
try {
  await migrate(db)
  const deps = { db, clock: () => new Date('2026-03-02T09:00:00.000Z'), log: pino({ level: 'warn' }) } as unknown as Deps
  const given = await givenOrganisation(deps)
  const goals = await givenGoals(db, given)
  const waiting = await givenItems(db, given, goals, decisions)
  await measureModel(deps, given, waiting)
  await measureSimilar(
    db,
    given,
    waiting.slice(-1200).map((item) => ({ ...item })),
  )
} finally {
  await endLearner()
  await db.close()
  await rm(folder, { recursive: true, force: true })
}
