import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { givenOrganisation } from '../../test/builders.ts'
import { engines, type OpenedDatabase } from '../../test/engines.ts'
import { type Harness, openHarness } from '../../test/harness.ts'
import { knownYears } from '../calendar/holidays-store.ts'
import { openCalendar } from '../calendar/open-calendar.ts'
import { openDatabase } from '../db/open.ts'
import { foundOrganisation } from './found-organisation.ts'

const owner = { email: 'eva@bakker.example', password: 'een-lang-wachtwoord' }
const filledIn = { ...owner, name: 'Eva Bakker', organisation: 'Bakker Fietsen' }
const tokenIn = (url: string | null) => url?.split('/').at(-1) ?? ''

describe.each(engines)('$engine', ({ engine, open }) => {
  let h: Harness
  let opened: OpenedDatabase

  beforeEach(async () => {
    opened = await open()
    h = await openHarness(async () => opened)
  })
  afterEach(() => h.close())

  const found = () => foundOrganisation(h.deps)
  const setUp = (token: string, body: object = filledIn) => h.request('POST', `/api/v1/set-up/${token}`, { body })
  const read = (token: string) => h.request('GET', `/api/v1/set-up/${token}`)
  const organisations = () => h.deps.db.everywhere.selectFrom('organisations').selectAll().execute()
  const members = () => h.deps.db.everywhere.selectFrom('members').selectAll().execute()

  test('an empty database gets an organisation and a link, the same at every start until it is used', async () => {
    const first = await found()
    expect(first).toMatchObject({ created: true, setUpUrl: expect.stringMatching(/^http:\/\/localhost:3000\/admin\/set-up\/[\w-]{64}$/) })
    expect(await found()).toEqual({ ...first, created: false })
    expect(await organisations()).toHaveLength(1)
  })

  test('who opens the link becomes the owner, names the organisation and is signed in', async () => {
    const { organisationId, setUpUrl } = await found()
    const answer = await setUp(tokenIn(setUpUrl), { ...filledIn, locale: 'en', timeZone: 'europe/brussels' })
    expect(answer.status).toBe(204)
    const cookie = answer.headers.getSetCookie()[0]?.split(';')[0] ?? ''
    expect(await h.request('GET', '/api/v1/me', { headers: { cookie } })).toMatchObject({
      status: 200,
      body: {
        role: 'owner',
        member: { name: 'Eva Bakker', email: owner.email, deactivatedAt: null },
        organisation: { id: organisationId, name: 'Bakker Fietsen', locale: 'en', timeZone: 'Europe/Brussels' },
      },
    })
    expect((await h.request('POST', '/api/v1/session', { body: owner })).status).toBe(204)
  })

  const calendarOf = async (session: Record<string, string>) => (await h.request('GET', '/api/v1/calendar', { headers: session })).body as object
  const signedIn = async () => {
    const { headers } = await h.request('POST', '/api/v1/session', { body: owner })
    return { cookie: headers.getSetCookie()[0]?.split(';')[0] ?? '' }
  }

  test.each([
    [
      { locale: 'nl', timeZone: 'Europe/Amsterdam' },
      { country: 'NL', region: null },
    ],
    [
      { locale: 'nl', timeZone: 'Europe/Brussels' },
      { country: 'BE', region: null },
    ],
    [{ locale: 'en', timeZone: 'America/New_York' }, null],
  ])('an organisation begins with the public holidays of where it is: %o', async (where, holidays) => {
    const answer = await setUp(tokenIn((await found()).setUpUrl), { ...filledIn, ...where })
    expect(answer.status).toBe(204)
    const session = await signedIn()
    // Nobody changed anything yet, so there is nothing to take back.
    expect(await calendarOf(session)).toEqual({ timeZone: where.timeZone, workdays: [1, 2, 3, 4, 5], holidays, ownDays: [], changed: null })
    const headers = { ...session, Origin: 'http://localhost:3000' }
    const without = { timeZone: where.timeZone, workdays: [1, 2, 3, 4, 5], holidays: null, ownDays: [] }
    expect((await h.request('PUT', '/api/v1/calendar', { body: without, headers })).status).toBe(200)
    expect(await calendarOf(session)).toMatchObject(without)
  })

  test('what a new organisation promises skips the public holidays from its first customer on', async () => {
    await setUp(tokenIn((await found()).setUpUrl))
    const [organisation] = await organisations()
    const scope = { organisationId: organisation?.id ?? '', who: { kind: 'system' as const } }
    // Good Friday counts, Easter Monday of 6 April 2026 does not.
    const calendar = await openCalendar(h.deps.db, scope, h.deps.clock())
    expect(['2026-04-03', '2026-04-06', '2026-04-07'].map(calendar.isWorkday)).toEqual([true, false, true])
    const kept = async () => [...(await knownYears(h.deps.db, { country: 'NL', region: null }))].sort()
    await expect.poll(kept, { timeout: 15_000 }).toEqual([2025, 2026, 2027, 2028])
  })

  test('reading the link shows the line to paste and uses nothing up', async () => {
    const { organisationId, setUpUrl } = await found()
    const site = {
      id: 's1',
      organisationId,
      key: 'site_first',
      name: 'Site',
      origins: '[]',
      kinds: '[]',
      rating: null,
      look: '{}',
      locale: 'nl',
      firstSeenAt: null,
    }
    expect(await read(tokenIn(setUpUrl))).toMatchObject({ status: 200, body: { snippet: '' } })
    await h.deps.db.everywhere
      .insertInto('sites')
      .values({ ...site, createdAt: h.deps.clock().toISOString() })
      .execute()
    for (let i = 0; i < 3; i++)
      expect(await read(tokenIn(setUpUrl))).toMatchObject({
        status: 200,
        body: { organisation: 'Klankbord', snippet: '<script async src="http://localhost:3000/widget.js" data-site="site_first"></script>' },
      })
    expect((await setUp(tokenIn(setUpUrl))).status).toBe(204)
  })

  test('once there is an owner the link is gone, for reading and for posting', async () => {
    const token = tokenIn((await found()).setUpUrl)
    await setUp(token)
    expect((await found()).setUpUrl).toBeNull()
    expect((await read(token)).status).toBe(404)
    expect((await setUp(token, { ...filledIn, email: 'mallory@evil.example' })).status).toBe(404)
    expect(await members()).toHaveLength(1)
  })

  test('of fifty who use the link at once, one becomes owner', async () => {
    const token = tokenIn((await found()).setUpUrl)
    const answers = await Promise.all(Array.from({ length: 50 }, (_, i) => setUp(token, { ...filledIn, email: `p${i}@bakker.example` })))
    expect(answers.map(({ status }) => status).sort()).toEqual([204, ...Array(49).fill(404)])
    expect(await members()).toHaveLength(1)
  })

  test('no other text opens the door, whatever stands in the body', async () => {
    const { organisationId, setUpUrl } = await found()
    const { scope } = await givenOrganisation(h.deps)
    const forged = [
      'null',
      '0',
      '[]',
      '{}',
      '%5B%5D',
      'A'.repeat(64),
      `${tokenIn(setUpUrl).slice(0, -1)}_`,
      tokenIn(setUpUrl).slice(1),
      `${tokenIn(setUpUrl)}A`,
      h.deps.tokens.sign('invitation', organisationId),
      h.deps.tokens.sign('customer', organisationId),
      h.deps.tokens.sign('set-up', scope.organisationId),
    ]
    for (const token of forged) {
      for (const inBody of ['', null, 0, [], {}, tokenIn(setUpUrl)])
        expect((await setUp(token, { ...filledIn, token: inBody })).status, token).toBeGreaterThanOrEqual(400)
      expect((await read(token)).status, token).toBeGreaterThanOrEqual(400)
    }
    expect((await members()).filter((member) => member.organisationId === organisationId)).toEqual([])
  })

  test('a time zone that the world does not have is refused, and the link still works', async () => {
    const token = tokenIn((await found()).setUpUrl)
    for (const timeZone of ['Mars/Phobos', '+01:00', 'Amsterdam', '../etc'])
      expect(await setUp(token, { ...filledIn, timeZone })).toMatchObject({ status: 400, body: { errors: [{ path: 'timeZone' }] } })
    expect(await members()).toEqual([])
    expect((await setUp(token)).status).toBe(204)
  })

  test('an operator may name the owner in the environment: no link then', async () => {
    expect(await foundOrganisation(h.deps, { firstOwner: owner })).toMatchObject({ created: true, setUpUrl: null })
    expect(await foundOrganisation(h.deps, { firstOwner: { email: 'late@bakker.example', password: owner.password } })).toMatchObject({
      setUpUrl: null,
    })
    expect(await members()).toEqual([expect.objectContaining({ email: owner.email, role: 'owner' })])
    expect((await h.request('POST', '/api/v1/session', { body: owner })).status).toBe(204)
  })

  test('starts at the same moment, in several processes where the engine allows it, agree on one organisation and one owner', async () => {
    const others = engine === 'postgres' ? await Promise.all(Array.from({ length: 5 }, () => openDatabase({ url: opened.url }))) : []
    const starts = await Promise.all(
      [h.deps.db, h.deps.db, h.deps.db, ...others].map((db) => foundOrganisation({ ...h.deps, db }, { firstOwner: owner })),
    )
    await Promise.all(others.map((db) => db.close()))
    expect(new Set(starts.map(({ organisationId }) => organisationId)).size).toBe(1)
    expect(starts.filter(({ created }) => created)).toHaveLength(1)
    expect([await organisations(), await members()].map(({ length }) => length)).toEqual([1, 1])
  })
})
