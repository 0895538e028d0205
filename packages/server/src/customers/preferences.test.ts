import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { type Given, givenFeedback, givenOrganisation } from '../../test/builders.ts'
import { engines } from '../../test/engines.ts'
import { type Harness, openHarness } from '../../test/harness.ts'
import { composers } from '../deliveries.ts'
import { upsertLook } from '../mails/look-store.ts'
import { enqueue } from '../outbox/outbox.ts'
import { startWorker } from '../outbox/worker.ts'

describe.each(engines)('$engine', ({ open }) => {
  let h: Harness
  let ours: Given
  let bell: { id: string; customerId: string }
  let band: { id: string }
  beforeEach(async () => {
    h = await openHarness(open)
    ours = await givenOrganisation(h.deps)
    bell = await givenFeedback(h.deps, ours, { email: 'ada@example.com', message: 'De bel is stuk' })
    band = await givenFeedback(h.deps, ours, { customerId: bell.customerId, message: 'De band is lek' })
  })
  afterEach(() => h.close())

  const path = (email = 'ada@example.com') => `/preferences/${h.deps.tokens.sign('preferences', bell.customerId, email)}`
  const save = (fields: Record<string, string>) =>
    h.request('POST', path(), { body: String(new URLSearchParams(fields)), headers: { 'Content-Type': 'application/x-www-form-urlencoded' } })
  async function receive(id: string) {
    const delivery = { id: `receipt:${id}:${h.deps.clock().getTime()}`, kind: 'receipt' as const, payload: { feedbackItemId: id }, aboutId: id }
    await enqueue(h.deps.db, ours.scope, [{ ...delivery, customerId: bell.customerId, receiver: 'ada@example.com' }], h.deps.clock())
    const before = h.mails.length
    await startWorker(h.deps, composers, [], { pollMs: null }).runOnce()
    h.pass({ seconds: 1 })
    return h.mails[before]
  }
  const both = () => ({ shown: `${bell.id} ${band.id}` })

  test('the link in a letter opens what is mailed now, and opening it changes nothing', async () => {
    const mail = await receive(bell.id)
    const href = /https?:\/\/[^/]+(\/preferences\/[\w-]+)/.exec(mail?.text ?? '')?.[1]
    expect(href).toBe(path())
    const before = await h.deps.db.within(ours.scope).selectFrom('customers').selectAll().execute()
    const { status, body } = await h.request('GET', path())
    expect(status).toBe(200)
    expect(body).toMatch(/name="mail" value="on" checked.*De band is lek.*De bel is stuk.*value="nl" checked/s)
    expect(body).not.toMatch(/<script/)
    expect(await h.deps.db.within(ours.scope).selectFrom('customers').selectAll().execute()).toEqual(before)
  })

  test('who wants no mail about one thing gets it about the other only, until they want it again', async () => {
    await save({ ...both(), mail: 'on', language: 'nl', [`item-${band.id}`]: 'on' })
    expect(await receive(bell.id)).toBeUndefined()
    expect((await receive(band.id))?.text).toContain('De band is lek')
    await save({ ...both(), mail: 'on', language: 'nl', [`item-${band.id}`]: 'on', [`item-${bell.id}`]: 'on' })
    expect((await receive(bell.id))?.text).toContain('De bel is stuk')
  })

  test('who wants nothing gets nothing, and the language is that of the next letter', async () => {
    const wanted = { ...both(), [`item-${band.id}`]: 'on', [`item-${bell.id}`]: 'on' }
    await save({ ...wanted, mail: 'off', language: 'de' })
    expect(await receive(bell.id)).toBeUndefined()
    await save({ ...wanted, mail: 'on', language: 'de' })
    expect((await receive(bell.id))?.html).toContain('lang="de"')
  })

  test.each([
    ['de', 'polite', ['Was wir Ihnen mailen', 'Keine Mails mehr?', 'Was mit Ihrer Beschwerde passiert']],
    ['fr', 'informal', ['Ce que nous t’écrivons', 'Ne plus recevoir de mails ?', 'Ce que devient ta réclamation']],
    ['nl', 'polite', ['Wat we u mailen', 'Geen mail meer?', 'Wat er met uw klacht gebeurt']],
  ])('the pages that letters lead to are in the same language, %s, and tone, %s', async (language, tone, titles) => {
    await upsertLook(h.deps.db, ours.scope, { tone }, h.deps.clock().toISOString())
    await save({ ...both(), mail: 'on', language })
    const stop = `/unsubscribe/${h.deps.tokens.sign('unsubscribe', bell.customerId)}`
    const pages = await Promise.all([path(), stop, `/f/${h.deps.tokens.sign('status', bell.id)}`].map((link) => h.request('GET', link)))
    for (const [i, { body }] of pages.entries())
      expect(body).toMatch(new RegExp(`<html lang="${language}">.*<h1[^>]*>${titles[i]?.replace('?', '\\?')}</h1>`, 's'))
  })

  test('what was written since the page was opened is not stopped by saving it', async () => {
    const later = await givenFeedback(h.deps, ours, { customerId: bell.customerId, message: 'En het zadel' })
    await save({ ...both(), mail: 'on', language: 'nl' })
    expect((await receive(later.id))?.text).toContain('En het zadel')
  })

  test('a link that was made for another address, of another item or by nobody opens nothing', async () => {
    expect((await h.request('GET', path('bob@example.com'))).status).toBe(404)
    expect((await h.request('GET', `/preferences/${h.deps.tokens.sign('unsubscribe', bell.customerId)}`)).status).toBe(404)
    const other = await givenFeedback(h.deps, ours, { email: 'bob@example.com', message: 'Van Bob' })
    await save({ shown: other.id, mail: 'on', language: 'nl' })
    const row = await h.deps.db.within(ours.scope).selectFrom('feedbackItems').select('mutedAt').where('id', '=', other.id).executeTakeFirst()
    expect(row?.mutedAt).toBeNull()
  })
})
