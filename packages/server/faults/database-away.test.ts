import { execFile } from 'node:child_process'
import { statSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { promisify } from 'node:util'
import Sqlite from 'better-sqlite3'
import { sql } from 'kysely'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { transact } from '../src/db/db.ts'
import { givenOrganisation, SITE_ORIGIN } from '../test/builders.ts'
import { engines } from '../test/engines.ts'
import { openHarness } from '../test/harness.ts'
import { createDatabase } from '../test/postgres.ts'
import type { Answer } from '../test/product.ts'
import { openPassage, type Passage } from './passage.ts'
import { expectRefusal, wrongWith } from './refusals.ts'
import { givenProduct, openBooks, type Standing } from './standing.ts'

const idea = (message = `Idee ${crypto.randomUUID()}`) => ({ key: crypto.randomUUID(), message })
type Said = ReturnType<typeof idea>

const say = (it: Standing, { key, message }: Said) => it.submit({ kind: 'idea', message }, { 'idempotency-key': key })
const storedTimes = async (it: Standing, { message }: Said) =>
  Number((await it.books.rows(`select count(*) as n from feedback_items where message = '${message}'`))[0]?.n)

/** Says it again while the database is away, as the widget does. */
async function insist(it: Standing, said: Said): Promise<Answer> {
  for (;;) {
    const answer = await say(it, said)
    if (answer.status !== 503 && answer.status !== 409) return answer
    expect(wrongWith(answer, ['unavailable', 'key-in-use'])).toEqual([])
    await wait(50)
  }
}

const isAlive = async (it: Standing) => (await it.product.request('GET', '/healthz')).status === 200
const isReady = async (it: Standing) => (await it.product.request('GET', '/readyz')).status === 200

describe('a SQLite file', () => {
  let it: Standing
  beforeAll(async () => {
    it = await givenProduct('sqlite')
  })
  afterAll(() => it?.stop())
  const file = () => join(it.product.dataDir, 'klankbord.db')

  test('that another process has locked: who writes is told to come back, who reads is answered, nothing is lost', async () => {
    const other = new Sqlite(file())
    other.exec('begin exclusive')
    const said = Array.from({ length: 20 }, () => idea())
    const began = performance.now()
    const answers = await Promise.all(said.map((one) => say(it, one)))
    expect(performance.now() - began).toBeLessThan(2000)
    for (const answer of answers) {
      expectRefusal(answer, 'unavailable')
      expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0)
    }
    expectRefusal(await it.product.request('POST', '/api/v1/session', it.product.owner, { origin: it.product.url }), 'unavailable')
    expectRefusal(await it.product.request('POST', '/api/v1/teams', { name: 'Nieuw', level: 'organisation' }, it.owner), 'unavailable')
    expect((await it.product.request('GET', `/widget/v1/mine/feedback/${it.feedbackId}`, undefined, it.customer)).status).toBe(200)
    expect((await it.product.request('GET', '/api/v1/feedback', undefined, it.owner)).status).toBe(200)
    expect(await isAlive(it)).toBe(true)
    other.exec('rollback')
    other.close()
    for (const one of said) {
      expect(await storedTimes(it, one)).toBe(0)
      expect((await say(it, one)).status).toBe(201)
      expect((await say(it, one)).status).toBe(201)
      expect(await storedTimes(it, one)).toBe(1)
    }
  })

  test('that another process locks again and again: everything arrives once in the end', async () => {
    const other = new Sqlite(file(), { timeout: 2000 })
    const said = Array.from({ length: 200 }, () => idea())
    let done = false
    const disturb = (async () => {
      while (!done) {
        other.exec('begin immediate')
        await wait(30)
        other.exec('commit')
        await wait(10)
      }
    })()
    const answers = await Promise.all(said.map((one) => insist(it, one)))
    done = true
    await disturb
    other.close()
    expect(answers.filter(({ status }) => status !== 201)).toEqual([])
    for (const one of said) expect(await storedTimes(it, one)).toBe(1)
  })

  test.skipIf(process.platform !== 'linux')(
    'that can grow no more: who writes is told to come back, what was acknowledged stays, and room heals it',
    async () => {
      const limit = (bytes: string) => promisify(execFile)('prlimit', ['--pid', String(it.product.pid()), `--fsize=${bytes}`])
      const sizes = [file(), `${file()}-wal`].map((path) => statSync(path).size)
      await limit(`${Math.max(...sizes) + 100_000}:unlimited`)
      const said: Said[] = []
      const refused: Said[] = []
      for (let i = 0; i < 3000 && refused.length < 10; i++) {
        const one = idea(`Idee ${crypto.randomUUID()}${'x'.repeat(2000)}`)
        const answer = await say(it, one)
        if (answer.status === 201) said.push(one)
        else {
          expectRefusal(answer, 'unavailable')
          refused.push(one)
        }
      }
      expect(refused).toHaveLength(10)
      const together = Array.from({ length: 70 }, () => idea(`Idee ${crypto.randomUUID()}${'x'.repeat(2000)}`))
      for (const answer of await Promise.all(together.map((one) => say(it, one)))) if (answer.status !== 201) expectRefusal(answer, 'unavailable')
      expect((await it.product.request('GET', '/api/v1/feedback', undefined, it.owner)).status).toBe(200)
      expect(await isAlive(it)).toBe(true)
      for (const one of said) expect(await storedTimes(it, one)).toBe(1)
      await limit('unlimited:unlimited')
      for (const one of [...said, ...refused, ...together]) expect(await insist(it, one)).toMatchObject({ status: 201 })
      for (const one of [...said, ...refused, ...together]) expect(await storedTimes(it, one)).toBe(1)
      expect(await it.books.rows('pragma integrity_check')).toEqual([{ integrity_check: 'ok' }])
    },
  )

  test('that is full: the same, on the connection itself', async () => {
    const harness = await openHarness(engines.find(({ engine }) => engine === 'sqlite')!.open)
    const { deps } = harness
    const { siteKey } = await givenOrganisation(deps)
    const { rows } = await sql<{ pageCount: number }>`pragma page_count`.execute(deps.db.everywhere)
    // In a transaction, so that it is the connection that writes.
    const limit = (pages: number) => transact(deps.db, (db) => sql.raw(`pragma max_page_count = ${pages}`).execute(db.everywhere))
    await limit(rows[0]!.pageCount + 5)
    const submit = (key: string) =>
      harness.request('POST', `/widget/v1/sites/${siteKey}/feedback`, {
        body: { kind: 'idea', message: `${key}${'x'.repeat(3000)}` },
        headers: { origin: SITE_ORIGIN, 'idempotency-key': key },
      })
    const statuses: number[] = []
    for (let i = 0; i < 30; i++) statuses.push((await submit(`key-${i}`)).status)
    expect(new Set(statuses)).toEqual(new Set([201, 503]))
    expectRefusal(await submit('key-29'), 'unavailable')
    await limit(1_000_000)
    for (let i = 0; i < 30; i++) expect((await submit(`key-${i}`)).status).toBe(201)
    expect(await deps.db.everywhere.selectFrom('feedbackItems').select('id').execute()).toHaveLength(30)
    await harness.close()
  })
})

describe('a PostgreSQL database', () => {
  let it: Standing
  let passage: Passage
  let database: Awaited<ReturnType<typeof createDatabase>>
  beforeAll(async () => {
    database = await createDatabase()
    passage = await openPassage(database.url)
    it = await givenProduct('postgres', { DATABASE_URL: passage.url })
  })
  afterAll(async () => {
    await passage?.open()
    await it?.stop()
    await passage?.close()
    await database?.drop()
  })

  const asSuperuser = async (work: (client: pg.Client) => Promise<unknown>) => {
    const client = new pg.Client({ connectionString: database.url })
    client.on('error', () => {})
    await client.connect()
    await work(client)
    await client.end()
  }
  const reopenBooks = async () => {
    await it.books.close().catch(() => {})
    it.books = await openBooks({ ...it.product, env: { ...it.product.env, DATABASE_URL: database.url } })
  }

  test('that can’t be reached: everyone is told to come back at once, and what was said goes through later', async () => {
    await passage.close()
    const said = Array.from({ length: 30 }, () => idea())
    const began = performance.now()
    for (const answer of await Promise.all(said.map((one) => say(it, one)))) expectRefusal(answer, 'unavailable')
    for (const [method, path, headers] of [
      ['GET', '/api/v1/feedback', it.owner],
      ['GET', `/widget/v1/mine/feedback/${it.feedbackId}`, it.customer],
      ['POST', '/api/v1/session', { origin: it.product.url }],
    ] as const)
      expectRefusal(await it.product.request(method, path, method === 'POST' ? it.product.owner : undefined, headers), 'unavailable')
    expect((await it.product.request('GET', new URL(it.statusUrl).pathname)).status).toBe(503)
    expect({ alive: await isAlive(it), ready: await isReady(it) }).toEqual({ alive: true, ready: false })
    expect(performance.now() - began).toBeLessThan(3000)
    await passage.open()
    await reopenBooks()
    for (const one of said) expect((await insist(it, one)).status).toBe(201)
    for (const one of said) expect(await storedTimes(it, one)).toBe(1)
    expect(await isReady(it)).toBe(true)
  })

  test('whose connections break again and again, from either side: everything arrives once', async () => {
    const said = Array.from({ length: 150 }, () => idea())
    const waiting = [...said]
    let arrived = 0
    const visitors = Promise.all(
      Array.from({ length: 16 }, async () => {
        for (let one = waiting.pop(); one; one = waiting.pop()) {
          expect((await insist(it, one)).status).toBe(201)
          arrived++
        }
      }),
    ).finally(() => waiting.splice(0))
    let breaks = 0
    while (waiting.length > 0) {
      if (breaks++ % 2) passage.cut()
      else
        await asSuperuser((client) =>
          client.query('select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()'),
        )
      // However slow the machine is, something comes through between most breaks; the next falls in the middle of what follows.
      const [before, began] = [arrived, performance.now()]
      while (arrived === before && waiting.length > 0 && performance.now() - began < 1000) await wait(10)
      await wait(Math.random() * 40)
    }
    await visitors
    expect(breaks).toBeGreaterThan(3)
    await reopenBooks()
    for (const one of said) expect(await storedTimes(it, one)).toBe(1)
    expect(await isAlive(it)).toBe(true)
  })

  test('with a table that is locked: who needs it is told to come back, others are answered, and the rest heals by itself', async () => {
    const client = new pg.Client({ connectionString: database.url })
    await client.connect()
    await client.query('begin; lock table feedback_items in access exclusive mode')
    const said = [idea(), idea()]
    const began = performance.now()
    const blocked = Promise.all(said.map((one) => say(it, one)))
    expect((await it.product.request('GET', '/api/v1/teams', undefined, it.owner)).status).toBe(200)
    expect({ alive: await isAlive(it), ready: await isReady(it) }).toEqual({ alive: true, ready: true })
    for (const answer of await blocked) expectRefusal(answer, 'unavailable')
    expect(performance.now() - began).toBeLessThan(7000)
    await client.query('rollback')
    await client.end()
    for (const one of said) {
      expect((await say(it, one)).status).toBe(201)
      expect(await storedTimes(it, one)).toBe(1)
    }
  })
})
