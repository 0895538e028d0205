import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { type Given, givenOrganisation, SITE_ORIGIN } from '../../test/builders.ts'
import { engines } from '../../test/engines.ts'
import { type Harness, openHarness } from '../../test/harness.ts'
import { composers } from '../deliveries.ts'
import { startWorker } from '../outbox/worker.ts'
import { publishOutcome } from '../outcomes/publish-outcome.ts'
import { createOutcome } from '../outcomes/write-outcome.ts'
import { replyFeedback } from './reply.ts'
import { routeFeedback } from './triage.ts'

const EVIL = '<script>alert(1)</script><img src=x onerror=alert(2)> "quoted" & \'more\''
const ADDRESS = 'sam@example.nl'

describe.each(engines)('$engine', ({ open }) => {
  let harness: Harness
  let given: Given
  let item: { id: string; customerToken: string; statusUrl: string }

  beforeEach(async () => {
    harness = await openHarness(open)
    given = await givenOrganisation(harness.deps)
    const { body } = await harness.request('POST', `/widget/v1/sites/${given.siteKey}/feedback`, {
      body: { kind: 'complaint', message: EVIL, email: ADDRESS, emailConsent: true, locale: 'nl' },
      headers: { Origin: SITE_ORIGIN, 'Idempotency-Key': 'one' },
    })
    item = body
  })
  afterEach(() => harness.close())

  const get = async (address: string) => {
    const { pathname, search } = new URL(address)
    return (await harness.request('GET', pathname + search)) as { status: number; body: string; headers: Headers }
  }
  const post = async (address: string, fields: Record<string, string>) =>
    (await harness.request('POST', new URL(address).pathname, {
      body: new URLSearchParams(fields).toString(),
      headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
    })) as { status: number; body: string; headers: Headers }
  const deliver = async () => {
    const worker = startWorker(harness.deps, composers, [], { pollMs: null })
    await worker.runOnce()
    await worker.stop()
  }
  const linkIn = (text: string, path: string) => new RegExp(`http\\S+/${path}/[\\w-]+`).exec(text)?.[0] ?? ''
  const answerIt = async (kind: 'done' | 'not_doing') => {
    const outcome = await createOutcome(harness.deps, given.scope, {
      goalId: given.goalId,
      kind,
      title: `Titel ${EVIL}`,
      did: `Gedaan ${EVIL}`,
      better: 'Beter',
      next: 'Later meer',
      feedbackIds: [item.id],
      locale: 'nl',
      public: true,
    })
    await publishOutcome(harness.deps, given.scope, { id: outcome.id })
  }
  const confirm = async () => {
    await deliver()
    await post(linkIn(harness.mails[0]?.text ?? '', 'confirm'), {})
  }

  test('the status page shows the words as words, runs no script, and is nobody else’s business', async () => {
    const page = await get(item.statusUrl)
    expect(page.status).toBe(200)
    expect(page.body).toContain('&lt;script>alert(1)&lt;/script>')
    expect(page.body).not.toMatch(/<script|<img|onerror=alert[^(]|javascript:/i)
    expect(page.headers.get('Content-Security-Policy')).toContain("default-src 'none'")
    expect(page.headers.get('Referrer-Policy')).toBe('no-referrer')
    expect(page.headers.get('Cache-Control')).toContain('no-store')
    expect(page.headers.get('X-Robots-Tag')).toContain('noindex')
  })

  test('a customer adds words by the form, twice the same form once, and empty words are asked for again', async () => {
    const page = await get(item.statusUrl)
    const key = /name="key" value="([^"]+)"/.exec(page.body)?.[1] ?? ''
    expect(key).not.toBe('')
    for (let i = 0; i < 2; i++) expect((await post(`${item.statusUrl}/messages`, { key, text: 'Het was op dinsdag.' })).status).toBe(303)
    const after = await get(item.statusUrl)
    expect(after.body.match(/Het was op dinsdag\./g)).toHaveLength(1)
    expect((await post(`${item.statusUrl}/messages`, { key, text: '   ' })).status).toBe(422)
  })

  test('opening the page does not vote; the form does, and a no reopens the item', async () => {
    await answerIt('done')
    for (let i = 0; i < 3; i++) await get(item.statusUrl)
    const row = () =>
      harness.deps.db.everywhere.selectFrom('feedbackItems').select(['helped', 'status']).where('id', '=', item.id).executeTakeFirstOrThrow()
    expect(await row()).toEqual({ helped: null, status: 'answered' })
    expect((await post(`${item.statusUrl}/reaction`, { text: 'Zonder keuze' })).status).toBe(422)
    expect((await post(`${item.statusUrl}/reaction`, { helped: 'no', text: 'Nog steeds stuk' })).status).toBe(303)
    expect(await row()).toEqual({ helped: 'no', status: 'reopened' })
  })

  test('a refusal says why not, and never sounds glad', async () => {
    await confirm()
    await answerIt('not_doing')
    await deliver()
    const page = await get(item.statusUrl)
    const mail = harness.mails.at(-1)
    for (const words of [page.body, mail?.text ?? '']) {
      expect(words).toMatch(/[Ww]aarom/)
      expect(words).not.toMatch(/[Gg]oed nieuws|[Hh]oera|\b[Bb]lij\b|🎉/u)
    }
  })

  test('a compliment is not taken up like a complaint: its customer reads which team it reached, on the page and in the mail that they asked for', async () => {
    const sent = await harness.request('POST', `/widget/v1/sites/${given.siteKey}/feedback`, {
      body: { kind: 'compliment', message: 'Wat een fijne monteur!', email: 'bo@example.nl', emailConsent: true, locale: 'nl' },
      headers: { Origin: SITE_ORIGIN, 'Idempotency-Key': 'two' },
    })
    const compliment: typeof item = sent.body
    const arrived = /Je compliment is aangekomen bij [^.]+\. De mensen voor wie het is, lezen het\./
    expect((await get(compliment.statusUrl)).body).not.toMatch(arrived)
    for (const { id } of [compliment, item]) await routeFeedback(harness.deps, given.scope, { id, goalId: given.goalId })
    expect((await get(compliment.statusUrl)).body).toMatch(arrived)
    expect((await get(compliment.statusUrl)).body).not.toContain('pakt dit op')
    expect((await get(item.statusUrl)).body).toContain('pakt dit op')
    await deliver()
    const asked = harness.mails.find(({ to }) => to === 'bo@example.nl')
    await post(linkIn(asked?.text ?? '', 'confirm'), {})
    await deliver()
    expect(harness.mails.findLast(({ to }) => to === 'bo@example.nl')?.text.replace(/\s+/g, ' ')).toMatch(arrived)
  })

  test('the first mail holds nothing that a stranger typed; the later ones quote the customer, escaped', async () => {
    await deliver()
    expect(harness.mails).toHaveLength(1)
    expect(`${harness.mails[0]?.subject}${harness.mails[0]?.text}${harness.mails[0]?.html}`).not.toContain('alert(1)')
    await replyFeedback(harness.deps, given.scope, { id: item.id, text: 'Voor de bevestiging', internal: false })
    await deliver()
    expect(harness.mails).toHaveLength(1)
    await post(linkIn(harness.mails[0]?.text ?? '', 'confirm'), {})
    await answerIt('done')
    await deliver()
    const mail = harness.mails.at(-1)
    expect(mail?.to).toBe(ADDRESS)
    expect(mail?.text).toContain(EVIL.slice(0, 24))
    expect(mail?.html).not.toMatch(/<script|<img|onerror=alert[^(]/i)
    expect(mail?.subject).not.toMatch(/[\r\n]/)
    expect(mail?.html).not.toMatch(/(src|href)="http(?!:\/\/localhost)/)
  })

  test('a mail program stops the mail with one click, a GET does not, and the customer can come back', async () => {
    await confirm()
    const stop = linkIn(harness.mails[0]?.text ?? '', 'unsubscribe')
    expect((await get(stop)).status).toBe(200)
    await replyFeedback(harness.deps, given.scope, { id: item.id, text: 'Eerste', internal: false })
    await deliver()
    const mail = harness.mails.at(-1)
    expect(mail?.headers['List-Unsubscribe']).toContain('/unsubscribe/')
    expect(mail?.headers['List-Unsubscribe-Post']).toBe('List-Unsubscribe=One-Click')
    expect(harness.mails).toHaveLength(2)
    expect((await post(stop, { 'List-Unsubscribe': 'One-Click' })).status).toBe(200)
    await replyFeedback(harness.deps, given.scope, { id: item.id, text: 'Tweede', internal: false })
    await deliver()
    expect(harness.mails).toHaveLength(2)
    await post(stop, { mail: 'again' })
    await replyFeedback(harness.deps, given.scope, { id: item.id, text: 'Derde', internal: false })
    await deliver()
    expect(harness.mails).toHaveLength(3)
  })

  test('the reference explains every problem at the anchor that problems point to', async () => {
    const { body } = await harness.request('GET', '/widget/v1/sites/nothing')
    const { type } = body as { type: string }
    const docs = await get(`http://localhost${type.replace(/#.*/, '')}`)
    expect(docs.status).toBe(200)
    expect(docs.body).toContain(`id="${type.replace(/.*#/, '')}"`)
    expect(docs.body).toContain('/widget/v1/sites/')
  })
})
