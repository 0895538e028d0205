import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { type Given, givenFeedback, givenOrganisation } from '../../test/builders.ts'
import { engines } from '../../test/engines.ts'
import { type Harness, openHarness } from '../../test/harness.ts'
import { composers } from '../deliveries.ts'
import { enqueue } from './outbox.ts'
import { startWorker } from './worker.ts'

describe.each(engines)('$engine', ({ open }) => {
  let h: Harness
  let ours: Given
  beforeEach(async () => {
    h = await openHarness(open)
    ours = await givenOrganisation(h.deps)
  })
  afterEach(() => h.close())

  /** So many receipts to one address, which belongs to a customer for each. */
  async function queue(count: number, email = 'ada@example.com', named = 'Punt') {
    for (let at = 1; at <= count; at++) {
      const { id, customerId } = await givenFeedback(h.deps, ours, { email, message: `${named} ${at}.` })
      const delivery = { id: `receipt:${id}`, kind: 'receipt' as const, payload: { feedbackItemId: id }, aboutId: id, customerId, receiver: email }
      await enqueue(h.deps.db, ours.scope, [delivery], h.deps.clock())
    }
  }
  const work = () => startWorker(h.deps, composers, [], { pollMs: null }).runOnce()
  const states = async () =>
    (await h.deps.db.within(ours.scope).selectFrom('deliveries').select('state').orderBy('id').execute()).map(({ state }) => state)

  test('three mails a day come one by one; what is more comes as one letter when the day is over, whole, and once', async () => {
    await queue(7)
    await work()
    expect(h.mails.map(({ subject }) => subject).toSorted()).toEqual(['Ontvangen: ‘Punt 1.’', 'Ontvangen: ‘Punt 2.’', 'Ontvangen: ‘Punt 3.’'])
    h.pass({ hours: 23 })
    await work()
    expect(h.mails).toHaveLength(3)
    h.pass({ hours: 2 })
    await work()
    expect(h.mails).toHaveLength(4)
    const { subject, text, html, headers } = h.mails[3] as (typeof h.mails)[number]
    expect(subject).toBe('Bakker Fietsen: 4 keer nieuws over je feedback')
    for (const at of [4, 5, 6, 7]) for (const part of [text, html]) expect(part).toContain(`Ontvangen: ‘Punt ${at}.’`)
    expect(text.match(/Geen mail meer ontvangen/g)).toHaveLength(1)
    expect(headers['List-Unsubscribe']).toContain('/unsubscribe/')
    expect(await states()).toEqual(Array(7).fill('sent'))
    h.pass({ days: 3 })
    await work()
    expect(h.mails).toHaveLength(4)
  })

  test('another address does not wait, and who stopped the mail meanwhile gets none', async () => {
    await queue(5)
    await queue(1, 'bob@example.com', 'Van Bob')
    await work()
    expect(h.mails.map(({ to }) => to).toSorted()).toEqual(['ada@example.com', 'ada@example.com', 'ada@example.com', 'bob@example.com'])
    const at = h.deps.clock().toISOString()
    await h.deps.db.within(ours.scope).updateTable('customers').set({ unsubscribedAt: at }).where('email', '=', 'ada@example.com').execute()
    h.pass({ hours: 25 })
    await work()
    h.pass({ minutes: 2 })
    await work()
    expect(h.mails).toHaveLength(4)
    expect((await states()).filter((state) => state === 'failed')).toHaveLength(2)
  })

  test('when the answer to a joined letter is lost, all that was in it is unknown, and none of it is sent again', async () => {
    await queue(5)
    await work()
    h.pass({ hours: 25 })
    h.answerMailWith({ state: 'unknown', reason: 'No answer' })
    await work()
    h.pass({ days: 2 })
    await work()
    expect(h.mails).toHaveLength(4)
    expect((await states()).toSorted()).toEqual(['sent', 'sent', 'sent', 'unknown', 'unknown'])
  })
})
