import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { type Answering, openAnswering } from '../../test/answering.ts'
import { givenOrganisation } from '../../test/builders.ts'
import { engines } from '../../test/engines.ts'
import { openHarness } from '../../test/harness.ts'
import { newId } from '../db/ids.ts'
import { mailTexts } from '../texts/mail/mail-texts.ts'
import { letFind } from './let-find.ts'

const EVIL = '<script>alert(1)</script> & "dit" ]]>'

describe.each(engines)('$engine', ({ open }) => {
  let answering: Answering
  beforeEach(async () => {
    answering = await openAnswering(open)
  })
  afterEach(() => answering.harness.close())

  const parts = { did: 'Er staat een tweede plakbank.', better: 'Dezelfde dag klaar.', next: 'Ook op zaterdag.', nothingMore: false }
  const published = async (input: object) => {
    const outcome = await answering.draft({ ...parts, ...input })
    await answering.publish(outcome.id)
    return outcome.id as string
  }
  const get = async (path: string, language = 'nl') =>
    (await answering.harness.request('GET', path, { headers: { 'Accept-Language': language } })) as { status: number; body: string; headers: Headers }
  const titles = (html: string) =>
    [...html.matchAll(/<h2[^>]*>([^<]+)<\/h2>/g)].map(([, title]) => title).filter((title) => title !== 'Waar we nog aan werken')
  const goal = async (title: string, shown: unknown, more: object = {}) => {
    const { deps } = answering.harness
    const id = newId()
    const row = { why: null, teamId: answering.given.teamId, memberId: null, parentId: null, replyWithinDays: 3, intake: null }
    await deps.db
      .within(answering.given.scope)
      .insertInto('goals', { ...row, id, title, public: JSON.stringify(shown), createdAt: deps.clock().toISOString(), ...more })
      .execute()
    return id
  }

  test('what was done stands on a page that needs no script, without a word of a customer', async () => {
    const said = await answering.says({ message: 'Geheim: mijn dochter Noor viel', email: 'noor@example.nl' })
    await published({ title: EVIL, feedbackIds: [said.id] })
    await published({ title: 'Voor ons alleen', public: false })
    await answering.draft({ title: 'Nog een concept', ...parts })
    const { status, body, headers } = await get('/outcomes')
    expect(status).toBe(200)
    for (const words of [...parts.did, parts.better, parts.next, 'antwoord op 1 stem', 'Wat we deden']) expect(body).toContain(words)
    expect(body).not.toMatch(/<script|Geheim|Noor|noor@|Voor ons alleen|Nog een concept/)
    expect(headers.get('Content-Security-Policy')).toContain("default-src 'none'")
    expect((await get('/outcomes', 'en-GB')).body).toContain('What we did with feedback')
  })

  test.each([
    ['de-AT,de;q=0.9', 'de', 'Was wir mit Feedback getan haben', 'Antwort auf 1 Stimme', 'Was wir getan haben'],
    ['fr', 'fr', 'Ce que nous avons fait des retours', 'répond à 1 voix', 'Ce que nous avons fait'],
  ])('it speaks the language of who looks (%s), and shows what was translated in that', async (asked, language, ...said) => {
    const item = await answering.says({ email: 'noor@example.nl' })
    const translations = {
      de: { title: 'Eine zweite Werkbank', did: 'Es gibt jetzt eine zweite.', better: 'Am selben Tag fertig.', next: 'Auch samstags.' },
    }
    await published({ title: 'Een tweede plakbank', feedbackIds: [item.id], translations })
    const { body } = await get('/outcomes', asked)
    for (const words of said) expect(body).toContain(words)
    expect(body).toContain(`<html lang="${language}">`)
    expect(titles(body)).toEqual([language === 'de' ? 'Eine zweite Werkbank' : 'Een tweede plakbank'])
    expect([body.includes(' lang="nl">'), body.includes(mailTexts.fr.informal.words.outcome.untranslated('néerlandais'))]).toEqual([
      language === 'fr',
      language === 'fr',
    ])
    const missing = await get('/outcomes?site=nergens', asked)
    expect(missing.status).toBe(404)
    expect(missing.body).toContain(mailTexts[language as 'de' | 'fr'].informal.pages.problems['not-found'].title)
  })

  test('who says u to customers says so here too', async () => {
    await answering.harness.deps.db
      .within(answering.given.scope)
      .insertInto('mailLooks', { tone: 'polite', inboundSecret: 'x', changedAt: 'then' })
      .execute()
    expect((await get('/outcomes')).body).toContain('leest u het hier')
  })

  test('how often it is asked for is counted for it alone', async () => {
    const h = await openHarness(open, { RATE_LIMIT: 'on' })
    const asks = await Promise.all(Array.from({ length: 260 }, () => h.request('GET', '/api/v1/me')))
    expect(new Set(asks.map(({ status }) => status))).toEqual(new Set([401]))
    const pages = await Promise.all(Array.from({ length: 260 }, () => h.request('GET', '/outcomes')))
    expect(new Set(pages.map(({ status }) => status))).toContain(429)
    await h.close()
  })

  test('search engines are kept away until the organisation lets them in, and again when it changes its mind', async () => {
    for (const path of ['/outcomes', '/outcomes.atom', '/outcomes.json']) expect((await get(path)).headers.get('X-Robots-Tag')).toBe('noindex')
    const { deps } = answering.harness
    expect(await letFind(deps, answering.given.scope, { found: true })).toMatchObject({ found: true })
    for (const path of ['/outcomes', '/outcomes.atom', '/outcomes.json']) expect((await get(path)).headers.get('X-Robots-Tag')).toBeNull()
    await letFind(deps, answering.given.scope, { found: true })
    await letFind(deps, answering.given.scope, { found: false })
    expect((await get('/outcomes')).headers.get('X-Robots-Tag')).toBe('noindex')
    expect(await answering.events('public-page.found')).toHaveLength(1)
  })

  test('it is narrowed down by goal, by site and by words', async () => {
    const coffee = await goal('Warme koffie', true)
    const hidden = await goal('Minder verzuim', false)
    const said = await answering.says()
    await published({ title: 'Banden plakken we dezelfde dag', feedbackIds: [said.id] })
    await published({ title: 'De koffie is warmer', did: 'Er staat een nieuwe machine.', goalId: coffee })
    await published({ title: 'Een rustige kamer', goalId: hidden })
    expect(titles((await get('/outcomes')).body)).toEqual(['Een rustige kamer', 'De koffie is warmer', 'Banden plakken we dezelfde dag'])
    expect(titles((await get(`/outcomes?goal=${coffee}`)).body)).toEqual(['De koffie is warmer'])
    expect(titles((await get(`/outcomes?site=${answering.given.siteKey}`)).body)).toEqual(['Banden plakken we dezelfde dag'])
    expect(titles((await get('/outcomes?q=koffie')).body)).toEqual(['De koffie is warmer'])
    expect(titles((await get(`/outcomes?q=koffie&goal=${answering.given.goalId}`)).body)).toEqual([])
    const { body } = await get('/outcomes')
    expect(body).toContain(`<option value="${coffee}`)
    expect(body).not.toMatch(/Minder verzuim/)
    for (const query of ['?goal=x', '?q=%00', '?q="><script>', `?q=${'x'.repeat(300)}`]) {
      const page = await get(`/outcomes${query}`)
      expect([query, page.status]).toEqual([query, 200])
      expect(page.body).not.toContain('<script')
    }
  })

  test('what is still open is a promise with a date, only under a title that was filled in for customers', async () => {
    const { deps } = answering.harness
    const told = await goal(
      'Interne naam van het doel',
      { title: 'Sneller geholpen worden', text: 'Niemand wacht meer dan een dag.' },
      { endsOn: '2026-06-30' },
    )
    const untold = await goal('Titel van het doel', true)
    for (const [goalId, replyBy] of [
      [told, '2026-03-05T16:00:00.000Z'],
      [told, '2026-03-06T16:00:00.000Z'],
      [untold, '2026-03-06T16:00:00.000Z'],
    ] as const) {
      const { id } = await answering.says({ goalId })
      await deps.db.within(answering.given.scope).updateTable('feedbackItems').set({ replyBy }).where('id', '=', id).execute()
    }
    const { body } = await get('/outcomes')
    expect(body).toContain('Sneller geholpen worden')
    expect(body).toContain('Niemand wacht meer dan een dag.')
    expect(body).toContain('2 klanten wachten nog op antwoord. De laatste hoort uiterlijk vrijdag 6 maart.')
    expect(body).toContain('Dit willen we bereikt hebben op dinsdag 30 juni.')
    expect(body).not.toMatch(/Interne naam|Titel van het doel/)
    expect((await get(`/outcomes?goal=${untold}`)).body).not.toContain('Sneller geholpen')
  })

  test('both feeds say the same as the page, whatever the words', async () => {
    const id = await published({ title: EVIL, did: `Gedaan \u0008 ${EVIL}` })
    const json = (await get('/outcomes.json')) as unknown as {
      headers: Headers
      body: { version: string; items: { id: string; title: string; content_text: string }[] }
    }
    expect(json.headers.get('Content-Type')).toContain('application/feed+json')
    expect(json.body).toMatchObject({ version: 'https://jsonfeed.org/version/1.1', items: [{ id: `urn:uuid:${id}`, title: EVIL }] })
    expect(json.body.items[0]?.content_text).toContain(parts.better)
    const atom = await get('/outcomes.atom')
    expect(atom.headers.get('Content-Type')).toContain('application/atom+xml')
    expect(atom.body).toContain(`<id>urn:uuid:${id}</id>`)
    expect(atom.body).toContain('&lt;script&gt;alert(1)&lt;/script&gt; &amp; &quot;dit&quot;')
    expect(atom.body).not.toContain('\u0008')
    expect(atom.body).not.toContain('<script')
  })

  test('older ones are on the next page', async () => {
    for (let i = 0; i < 21; i++) await published({ title: `Resultaat ${i}` })
    const first = await get('/outcomes')
    expect(titles(first.body)).toHaveLength(20)
    const next = /href="(\/outcomes\?cursor=[^"]+)"/.exec(first.body)?.[1]?.replaceAll('&amp;', '&') ?? ''
    expect(titles((await get(next)).body)).toEqual(['Resultaat 0'])
  })

  test('where a server has several organisations, the site says whose page it is', async () => {
    await published({ title: 'Van ons' })
    const other = await givenOrganisation(answering.harness.deps, 'Elders')
    expect((await get('/outcomes')).status).toBe(404)
    expect((await get('/outcomes?site=nothing')).status).toBe(404)
    expect((await get(`/outcomes?site=${other.siteKey}`)).body).not.toContain('Van ons')
    expect((await get(`/outcomes?site=${other.siteKey}&goal=${answering.given.goalId}`)).body).not.toContain('Van ons')
  })
})
