import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { newId } from '../src/db/ids.ts'
import { letterMails } from '../src/letters/my-mails.ts'
import { notificationMails } from '../src/notifications/stop-mails.ts'
import { pulseMails } from '../src/pulses/refuse.ts'
import { engines } from './engines.ts'
import { type Harness, openHarness } from './harness.ts'
import { plantTenant, type Tenant } from './tenants.ts'

/** A page behind a private link, and the forms on it. */
interface Place {
  path: string
  token: (h: Harness, t: Tenant) => string
  forms: [path: string, fields: string][]
  /** What of its own organisation it does not tell, beside notes and keys. */
  hides: (t: Tenant) => string[]
}

const others = (t: Tenant) => [`buur-${t.mark}`]
/** Who customers are, and what their site sent along; their words may be there. */
const persons = (t: Tenant) => [
  t.customer.email,
  t.neighbour.email,
  `${t.mark} klant`,
  `buur-${t.mark}`,
  `${t.mark} attribuut`,
  `https://${t.mark}.example/`,
]

const places: Place[] = [
  {
    path: '/f',
    token: (_, t) => t.customer.statusToken,
    forms: [
      ['/messages', 'text=Nog+iets'],
      ['/reaction', 'helped=no'],
    ],
    hides: others,
  },
  { path: '/m', token: (h, t) => h.deps.tokens.sign('all', t.customer.id, t.customer.email), forms: [], hides: others },
  { path: '/confirm', token: (h, t) => h.deps.tokens.sign('confirm', t.customer.id, t.customer.email), forms: [['', '']], hides: others },
  {
    path: '/unsubscribe',
    token: (h, t) => h.deps.tokens.sign('unsubscribe', t.customer.id),
    forms: [['', 'List-Unsubscribe=One-Click']],
    hides: others,
  },
  {
    path: '/preferences',
    token: (h, t) => h.deps.tokens.sign('preferences', t.customer.id, t.customer.email),
    forms: [['', 'mail=off']],
    hides: others,
  },
  { path: '/s', token: (h, t) => h.deps.tokens.sign('story', t.storyLinkId), forms: [], hides: persons },
  {
    path: '/t',
    token: (h, t) => h.deps.tokens.sign('team-page', t.teamLinkId),
    forms: [['', 'about=goal:x&text=Nog+iets&name=Sam']],
    hides: persons,
  },
  { path: '/p', token: (h, t) => h.deps.tokens.sign('pulse', t.pulseInvitationId), forms: [['', 'answer=4']], hides: persons },
  ...[pulseMails, letterMails, notificationMails].map(
    ({ path, purpose }): Place => ({
      path,
      token: (h, t) => h.deps.tokens.sign(purpose, t.people.member.id),
      forms: [['', 'List-Unsubscribe=One-Click']],
      hides: persons,
    }),
  ),
]

describe.each(engines)('$engine', ({ open }) => {
  let h: Harness
  let us: Tenant
  let them: Tenant

  beforeAll(async () => {
    h = await openHarness(open)
    us = await plantTenant(h.deps, 'thuisq')
    them = await plantTenant(h.deps, 'kanarieq')
  })
  afterAll(() => h.close())

  const get = (path: string) => h.request('GET', path)
  const post = (path: string, fields: string) =>
    h.request('POST', path, { body: fields, headers: { 'Content-Type': 'application/x-www-form-urlencoded' } })
  const stored = async () => {
    const { everywhere } = h.deps.db
    return JSON.stringify([
      await everywhere.selectFrom('customers').selectAll().orderBy('id').execute(),
      await everywhere.selectFrom('feedbackItems').selectAll().orderBy('id').execute(),
      await everywhere.selectFrom('messages').selectAll().orderBy('id').execute(),
      await everywhere.selectFrom('events').selectAll().orderBy('id').execute(),
      await everywhere.selectFrom('deliveries').selectAll().orderBy('id').execute(),
      await everywhere.selectFrom('pulseInvitations').selectAll().orderBy('id').execute(),
      await everywhere.selectFrom('pulseTallies').selectAll().orderBy('roundId').orderBy('value').execute(),
      await everywhere.selectFrom('pulseRefusals').selectAll().orderBy('memberId').execute(),
      await everywhere.selectFrom('letterRefusals').selectAll().orderBy('memberId').execute(),
      await everywhere.selectFrom('notificationChoices').selectAll().orderBy('memberId').execute(),
    ])
  }

  describe.each(places)('$path', ({ path, token, forms, hides }) => {
    test('opens with its own link, shows its own customer’s side of things only, and reading changes nothing', async () => {
      const before = await stored()
      for (let i = 0; i < 3; i++) {
        const page = await get(`${path}/${token(h, us)}`)
        expect(page.status).toBe(200)
        for (const secret of [them.mark, us.noteMark, us.people.owner.apiKey, ...hides(us)]) expect(page.body).not.toContain(secret)
      }
      expect(await stored()).toBe(before)
    })

    test('tells its link to nobody else: no referrer, no cache, nothing loaded from elsewhere', async () => {
      const { headers, body } = await get(`${path}/${token(h, us)}`)
      expect(headers.get('Referrer-Policy')).toBe('no-referrer')
      expect(headers.get('Cache-Control')).toBe('no-store')
      expect(headers.get('X-Robots-Tag')).toContain('noindex')
      expect(headers.get('Content-Security-Policy')).toMatch(/default-src 'none'/)
      expect(String(body)).not.toMatch(/(src|href|action)="https?:\/\/(?!localhost:3000)/)
    })

    test('opens with no other text, and its forms neither', async () => {
      const before = await stored()
      const own = token(h, us)
      const wrong = [
        'null',
        '0',
        '[]',
        '{}',
        'undefined',
        'A'.repeat(64),
        own.slice(0, -1),
        own.slice(1),
        `${own}A`,
        `${own.slice(0, -4)}AAAA`,
        us.customer.id,
        us.customer.feedbackId,
        us.customer.token,
        us.invitationToken,
        us.setUpToken,
        us.siteKey,
        us.people.owner.apiKey,
        h.deps.tokens.sign('status', newId()),
        h.deps.tokens.sign('confirm', us.customer.id, 'other@address.example'),
        h.deps.tokens.sign('all', us.customer.id, 'other@address.example'),
        h.deps.tokens.sign('all', us.customer.id),
        h.deps.tokens.sign('unsubscribe', us.customer.feedbackId),
        ...places.filter((place) => place.path !== path).map((place) => place.token(h, us)),
      ]
      for (const text of wrong) {
        expect((await get(`${path}/${text}`)).status, text).toBe(404)
        for (const [form, fields] of forms) expect((await post(`${path}/${text}${form}`, fields)).status, text).toBe(404)
      }
      expect(await stored()).toBe(before)
    })
  })

  test('a link to confirm is worthless once the customer has another address', async () => {
    const link = `/confirm/${h.deps.tokens.sign('confirm', them.customer.id, them.customer.email)}`
    expect((await get(link)).status).toBe(200)
    await h.deps.db.everywhere.updateTable('customers').set({ email: 'anders@kanarieq.example' }).where('id', '=', them.customer.id).execute()
    expect((await get(link)).status).toBe(404)
    expect((await post(link, '')).status).toBe(404)
  })

  test('a link to everything is worthless once the address changed, is not confirmed, or its customer is erased', async () => {
    const link = `/m/${h.deps.tokens.sign('all', them.neighbour.id, them.neighbour.email)}`
    const changing = (change: object) => h.deps.db.everywhere.updateTable('customers').set(change).where('id', '=', them.neighbour.id).execute()
    expect((await get(link)).status).toBe(200)
    for (const change of [{ email: 'anders@kanarieq.example' }, { emailConfirmedAt: null }, { erasedAt: h.deps.clock().toISOString() }]) {
      await changing(change)
      expect((await get(link)).status, JSON.stringify(change)).toBe(404)
      await changing({ email: them.neighbour.email, emailConfirmedAt: h.deps.clock().toISOString(), erasedAt: null })
    }
  })
})
