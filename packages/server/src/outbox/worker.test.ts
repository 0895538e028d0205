import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { givenOrganisation } from '../../test/builders.ts'
import { engines } from '../../test/engines.ts'
import { type Harness, openHarness } from '../../test/harness.ts'
import { openDatabase } from '../db/open.ts'
import type { Scope } from '../db/scope.ts'
import type { Mail, Mailer } from '../mail/mailer.ts'
import { nextAttempt } from './back-off.ts'
import { claimDue, markSending } from './claims.ts'
import { enqueue, requeue } from './outbox.ts'
import { type Composers, startWorker } from './worker.ts'

const mailOf = (id: string): Mail => ({
  to: 'ada@example.com',
  subject: 'Je band',
  text: 'Geplakt',
  html: '<p>Geplakt</p>',
  headers: {},
  messageId: id,
})
const nothing = async () => null
const composers: Composers = {
  confirmation: nothing,
  receipt: async (_deps, _scope, { feedbackItemId }) => mailOf(`receipt:${feedbackItemId}`),
  'compliment-arrived': async () => null,
  merged: async () => null,
  'team-message': nothing,
  'outcome-email': nothing,
  link: nothing,
  invitation: nothing,
  'rule-mail': nothing,
  pulse: nothing,
  letter: nothing,
  'promise-moved': nothing,
  'outcome-test': nothing,
  'still-better': nothing,
  notifications: nothing,
}
const receipts = (count: number) =>
  Array.from({ length: count }, (_, i) => ({
    id: `receipt:${i}`,
    kind: 'receipt' as const,
    payload: { feedbackItemId: String(i) },
    aboutId: String(i),
    customerId: null,
    receiver: 'ada@example.com',
  }))

describe.each(engines)('$engine', ({ open }) => {
  let harness: Harness
  let scope: Scope
  const states = () =>
    harness.deps.db.everywhere.selectFrom('deliveries').select(['id', 'state', 'attempts', 'reason', 'dueAt']).orderBy('id').execute()
  const queue = (count: number) => enqueue(harness.deps.db, scope, receipts(count), harness.deps.clock())
  const work = (other: Composers = composers) => startWorker(harness.deps, other, [], { pollMs: null }).runOnce()

  beforeEach(async () => {
    harness = await openHarness(open)
    scope = (await givenOrganisation(harness.deps)).scope
  })
  afterEach(() => harness.close())

  test('the same effect is queued once and sent once', async () => {
    await queue(1)
    await queue(1)
    await work()
    await work()
    expect(harness.mails).toEqual([mailOf('receipt:0')])
    expect(await states()).toEqual([expect.objectContaining({ state: 'sent', attempts: 1, reason: null })])
  })

  test('what goes to thousands at once is queued whole', async () => {
    await queue(6000)
    expect(await states()).toHaveLength(6000)
  })

  test('a refusal for now is tried again later and later', async () => {
    await queue(1)
    harness.answerMailWith({ state: 'refused', again: true, reason: '451 come back' })
    await work()
    expect(await states()).toEqual([expect.objectContaining({ state: 'queued', attempts: 1, reason: '451 come back' })])
    await work()
    expect(harness.mails).toHaveLength(1)
    harness.pass({ seconds: 13 })
    await work()
    expect(harness.mails).toHaveLength(2)
    harness.pass({ seconds: 13 })
    await work()
    expect(harness.mails).toHaveLength(2)
    harness.answerMailWith({ state: 'sent' })
    harness.pass({ minutes: 2 })
    await work()
    expect(await states()).toEqual([expect.objectContaining({ state: 'sent', attempts: 3, reason: null })])
  })

  test('after three days of refusals for now a delivery has failed', async () => {
    await queue(1)
    harness.answerMailWith({ state: 'refused', again: true, reason: '451 come back' })
    for (let hours = 0; hours < 100; hours += 4) {
      await work()
      harness.pass({ hours: 4 })
    }
    expect(await states()).toEqual([expect.objectContaining({ state: 'failed', reason: '451 come back' })])
    expect(harness.mails.length).toBeLessThan(12)
  })

  test('a definite refusal has failed and is not tried again', async () => {
    await queue(1)
    harness.answerMailWith({ state: 'refused', again: false, reason: '550 no such user' })
    await work()
    harness.pass({ days: 1 })
    await work()
    expect(harness.mails).toHaveLength(1)
    expect(await states()).toEqual([expect.objectContaining({ state: 'failed', reason: '550 no such user' })])
  })

  test('what may have arrived is unknown, and only a person sends it again', async () => {
    await queue(1)
    harness.answerMailWith({ state: 'unknown', reason: 'no answer' })
    await work()
    harness.pass({ days: 10 })
    await work()
    expect(harness.mails).toHaveLength(1)
    expect(await states()).toEqual([expect.objectContaining({ state: 'unknown', attempts: 1 })])

    harness.answerMailWith({ state: 'sent' })
    expect(await requeue(harness.deps.db, scope, 'receipt:0', harness.deps.clock())).toMatchObject({ state: 'queued', attempts: 1 })
    await work()
    expect(await states()).toEqual([expect.objectContaining({ state: 'sent', attempts: 2 })])
    expect(await requeue(harness.deps.db, scope, 'receipt:0', harness.deps.clock())).toBeUndefined()
  })

  test('another organisation can send nothing of this one again', async () => {
    const stranger = (await givenOrganisation(harness.deps, 'Anders')).scope
    await queue(1)
    harness.answerMailWith({ state: 'unknown', reason: 'no answer' })
    await work()
    expect(await requeue(harness.deps.db, stranger, 'receipt:0', harness.deps.clock())).toBeUndefined()
  })

  test('a delivery whose worker died while sending is unknown after half a minute', async () => {
    await queue(1)
    const [row] = await claimDue(harness.deps.db, harness.deps.clock(), 10)
    expect(await markSending(harness.deps.db, row!, harness.deps.clock())).toBe(true)
    harness.pass({ seconds: 20 })
    await work()
    expect(await states()).toEqual([expect.objectContaining({ state: 'sending' })])
    harness.pass({ seconds: 11 })
    await work()
    expect(await states()).toEqual([expect.objectContaining({ state: 'unknown', reason: 'interrupted' })])
    expect(harness.mails).toEqual([])
  })

  test('a delivery whose worker died before sending is taken over within ten seconds', async () => {
    await queue(1)
    const [row] = await claimDue(harness.deps.db, harness.deps.clock(), 10)
    harness.pass({ seconds: 4 })
    await work()
    expect(harness.mails).toEqual([])
    harness.pass({ seconds: 4 })
    await work()
    expect(harness.mails).toHaveLength(1)
    expect(await markSending(harness.deps.db, row!, harness.deps.clock())).toBe(false)
  })

  test('a worker that lost its delivery to another sends nothing', async () => {
    await queue(1)
    const slow: Composers = {
      ...composers,
      async receipt(...given) {
        // So slow that another worker takes over, and is done first.
        harness.pass({ seconds: 10 })
        await work()
        return composers.receipt(...given)
      },
    }
    await work(slow)
    expect(harness.mails).toHaveLength(1)
    expect(await states()).toEqual([expect.objectContaining({ state: 'sent', attempts: 2 })])
  })

  test('what nobody wants any more is never sent', async () => {
    await queue(1)
    await work({ ...composers, receipt: nothing })
    harness.pass({ days: 1 })
    await work()
    expect(harness.mails).toEqual([])
    expect(await states()).toEqual([expect.objectContaining({ state: 'failed', reason: 'not-wanted' })])
  })

  test('a message that can’t be composed is tried again, and holds nobody else up', async () => {
    await queue(2)
    let broken = true
    const fragile: Composers = {
      ...composers,
      async receipt(deps, scope, payload) {
        if (broken && payload.feedbackItemId === '0') throw new TypeError('no such goal')
        return composers.receipt(deps, scope, payload)
      },
    }
    await work(fragile)
    expect(await states()).toMatchObject([{ state: 'queued', reason: 'not-composed' }, { state: 'sent' }])
    broken = false
    harness.pass({ minutes: 1 })
    await work(fragile)
    expect(await states()).toMatchObject([{ state: 'sent' }, { state: 'sent' }])
  })

  test('a log line about a delivery says which and what became of it, and no address', async () => {
    const lines: unknown[] = []
    for (const level of ['info', 'warn', 'error'] as const) vi.spyOn(harness.deps.log, level).mockImplementation((line: unknown) => lines.push(line))
    await queue(1)
    await work()
    expect(lines).toEqual([{ deliveryId: 'receipt:0', kind: 'receipt', organisationId: scope.organisationId, attempts: 1, state: 'sent' }])
  })
})

describe.each(engines)('$engine, several workers', ({ engine, open }) => {
  test('eight workers send each of 300 deliveries exactly once', async () => {
    const opened = await open()
    const harness = await openHarness(async () => opened)
    // On PostgreSQL each worker is another process's; SQLite has one process.
    const dbs = engine === 'postgres' ? await Promise.all(Array.from({ length: 8 }, () => openDatabase({ url: opened.url, connections: 2 }))) : []
    try {
      const { scope } = await givenOrganisation(harness.deps)
      await enqueue(harness.deps.db, scope, receipts(300), harness.deps.clock())
      const sent: string[] = []
      const mailer: Mailer = {
        async send(mail, aboutToSend) {
          await aboutToSend()
          await new Promise((resolve) => setTimeout(resolve, Math.random() * 4))
          sent.push(mail.messageId)
          return { state: 'sent' }
        },
        async close() {},
      }
      const workers = Array.from({ length: 8 }, (_, i) =>
        startWorker({ ...harness.deps, mailer, db: dbs[i] ?? harness.deps.db }, composers, [], { pollMs: 5 }),
      )
      await vi.waitFor(() => expect(sent.length).toBeGreaterThanOrEqual(300), { timeout: 15_000 })
      await Promise.all(workers.map((worker) => worker.stop()))
      expect(sent.toSorted()).toEqual(
        receipts(300)
          .map(({ id }) => id)
          .toSorted(),
      )
      const rows = await harness.deps.db.everywhere.selectFrom('deliveries').select(['state', 'attempts']).execute()
      expect(rows).toHaveLength(300)
      expect(rows.every(({ state, attempts }) => state === 'sent' && attempts === 1)).toBe(true)
    } finally {
      await Promise.all(dbs.map((db) => db.close()))
      await harness.close()
    }
  })
})

test.each([
  [1, 10],
  [2, 60],
  [3, 300],
  [4, 1_800],
  [5, 7_200],
  [9, 86_400],
])('after attempt %i the wait is %i seconds, a fifth more or less', (attempts, seconds) => {
  const now = new Date('2026-03-02T09:00:00Z')
  const wait = (chance: number) => ((nextAttempt(attempts, now, now, chance)?.getTime() ?? 0) - now.getTime()) / 1000
  expect([wait(0), wait(0.5), wait(1)]).toEqual([seconds * 0.8, seconds, seconds * 1.2])
})
