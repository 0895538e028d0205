import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { type Given, givenFeedback, givenOrganisation, SITE_ORIGIN } from '../../test/builders.ts'
import { engines } from '../../test/engines.ts'
import { type Harness, openHarness } from '../../test/harness.ts'
import { composers, ticks } from '../deliveries.ts'
import { startWorker } from '../outbox/worker.ts'

describe.each(engines)('$engine', ({ open }) => {
  let h: Harness
  let given: Given
  const start = async (environment: Record<string, string> = {}) => {
    h = await openHarness(open, environment)
    given = await givenOrganisation(h.deps)
  }
  beforeEach(() => start())
  afterEach(() => h.close())

  const ask = async (email: string, headers: Record<string, string> = {}, locale?: string) => {
    const from = performance.now()
    const { status, body } = await h.request('POST', `/widget/v1/sites/${given.siteKey}/links`, {
      body: { email, ...(locale && { locale }) },
      headers: { Origin: SITE_ORIGIN, ...headers },
    })
    return { status, body: body as object, ms: performance.now() - from }
  }
  const deliver = () => startWorker(h.deps, composers, ticks, { pollMs: null }).runOnce()
  const linkIn = (text: string) => new URL(/http\S+\/m\/[\w-]{64}/.exec(text)?.[0] ?? 'none:').pathname

  test('a confirmed address gets the way to all that its owner said, on every device and nothing of others', async () => {
    await givenFeedback(h.deps, given, { email: 'ada@example.com', message: 'Op de telefoon gezegd' })
    await givenFeedback(h.deps, given, { email: 'ada@example.com', message: 'Op de laptop gezegd' })
    await givenFeedback(h.deps, given, { email: 'ada@example.com', emailConfirmedAt: null, message: 'Door iemand die zegt Ada te zijn' })
    await givenFeedback(h.deps, given, { email: 'eva@example.com', message: 'Van Eva' })
    const elsewhere = await givenOrganisation(h.deps, 'Elders')
    await givenFeedback(h.deps, elsewhere, { email: 'ada@example.com', message: 'Bij een ander' })
    expect(await ask('Ada@Example.com')).toMatchObject({ status: 200, body: {} })
    await deliver()
    expect(h.mails.map(({ to, subject }) => [to, subject])).toEqual([['ada@example.com', 'Je feedback bij Bakker Fietsen, op een ander apparaat']])
    const { status, body } = await h.request('GET', linkIn(h.mails[0]!.text))
    expect(status).toBe(200)
    for (const mine of ['Op de telefoon gezegd', 'Op de laptop gezegd']) expect(body).toContain(mine)
    for (const others of ['zegt Ada te zijn', 'Van Eva', 'Bij een ander']) expect(body).not.toContain(others)
    const statusPage = /href="(\/f\/[\w-]{64})"/.exec(String(body))?.[1]
    expect((await h.request('GET', statusPage!)).status).toBe(200)
  })

  test('the letter is in the language that was asked in', async () => {
    await givenFeedback(h.deps, given, { email: 'ada@example.com' })
    await ask('ada@example.com', {}, 'en-GB')
    await deliver()
    expect(h.mails[0]!.subject).toBe('Your feedback to Bakker Fietsen, on another device')
  })

  test.each([
    ['nobody has', null],
    ['nobody confirmed', { email: 'ada@example.com', emailConfirmedAt: null }],
    ['its owner unsubscribed', { email: 'ada@example.com', unsubscribedAt: '2026-03-02T09:00:00.000Z' }],
  ])('an address that %s gets no mail, and who asks is told the same and waits as long', async (_, customer) => {
    await givenFeedback(h.deps, given, { email: 'known@example.com' })
    if (customer) await givenFeedback(h.deps, given, customer)
    const [known, unknown] = [await ask('known@example.com'), await ask('ada@example.com')]
    expect([unknown.status, unknown.body]).toEqual([known.status, known.body])
    for (const { ms } of [known, unknown]) expect(ms).toBeGreaterThan(245)
    await deliver()
    expect(h.mails.map(({ to }) => to)).toEqual(['known@example.com'])
  })

  test('at most one mail goes to an address in ten minutes, also when many ask at once', async () => {
    await givenFeedback(h.deps, given, { email: 'ada@example.com' })
    await Promise.all(Array.from({ length: 10 }, () => ask('ada@example.com')))
    await deliver()
    h.pass({ minutes: 9 })
    await ask('ada@example.com')
    await deliver()
    expect(h.mails).toHaveLength(1)
    h.pass({ minutes: 2 })
    await ask('ada@example.com')
    await deliver()
    expect(h.mails).toHaveLength(2)
  })

  test('who asks for many addresses, and who asks often for one, is told to wait: for a known one as for any other', async () => {
    await h.close()
    await start({ RATE_LIMIT: 'on', TRUST_PROXY: '1' })
    await givenFeedback(h.deps, given, { email: 'ada@example.com' })
    const from = (address: string) => ({ 'X-Forwarded-For': address })
    const many = await Promise.all(Array.from({ length: 12 }, (_, i) => ask(`${i}@example.com`, from('203.0.113.7'))))
    expect(many.map(({ status }) => status).sort()).toEqual([...Array(10).fill(200), 429, 429])
    for (const email of ['ada@example.com', 'nobody@example.com']) {
      const often = await Promise.all(Array.from({ length: 7 }, (_, i) => ask(email, from(`203.0.113.${10 + i}`))))
      expect(often.map(({ status }) => status).sort(), email).toEqual([...Array(5).fill(200), 429, 429])
      h.pass({ hours: 1 })
    }
  })
})
