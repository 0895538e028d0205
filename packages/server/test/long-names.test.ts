import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openSession } from '../src/members/session-store.ts'
import { type Given, givenOrganisation, SITE_ORIGIN } from './builders.ts'
import { engines } from './engines.ts'
import { type Harness, openHarness } from './harness.ts'

const LONG = 'Wilhelmina '.repeat(455).slice(0, 5000)

describe.each(engines)('$engine', ({ open }) => {
  let h: Harness
  let given: Given
  let cookie: string
  beforeAll(async () => {
    h = await openHarness(open)
    given = await givenOrganisation(h.deps)
    cookie = `klankbord_session=${(await openSession(h.deps.db, given.scope, given.ownerId, h.deps.clock())).token}`
  })
  afterAll(() => h.close())

  const ask = (method: string, path: string, body: object, headers: Record<string, string> = {}) =>
    h.request(method, path, { body, headers: { cookie, Origin: 'http://localhost:3000', 'Idempotency-Key': 'long', ...headers } })
  const entered = { kind: 'idea', message: 'Belde', channel: 'phone' }

  test.each([
    ['a colleague', 'PATCH', () => ['/api/v1/me', { name: LONG }], 'name'],
    ['a team', 'POST', () => ['/api/v1/teams', { name: LONG, level: 'team' }], 'name'],
    ['a goal', 'POST', () => ['/api/v1/goals', { title: LONG, teamId: given.teamId, replyWithinDays: 3 }], 'title'],
    ['a How', 'POST', () => ['/api/v1/initiatives', { title: LONG, goalId: given.goalId }], 'title'],
    ['a site', 'PATCH', () => [`/api/v1/sites/${given.siteId}`, { name: LONG }], 'name'],
    ['a view', 'POST', () => ['/api/v1/views', { name: LONG, filter: {} }], 'name'],
    ['a template', 'POST', () => ['/api/v1/reply-templates', { name: LONG, text: 'Dag' }], 'name'],
    ['somebody who is invited', 'POST', () => ['/api/v1/invitations', { name: LONG }], 'name'],
    ['a customer who called', 'POST', () => ['/api/v1/feedback', { ...entered, siteId: given.siteId, customer: { name: LONG } }], 'customer.name'],
    ['a customer who writes', 'POST', () => [`/widget/v1/sites/${given.siteKey}/feedback`, { kind: 'idea', message: 'Bel', name: LONG }], 'name'],
  ] as const)('a name of 5,000 characters is refused in plain words, and nothing of it is kept: %s', async (_, method, of, path) => {
    const [address, body] = of() as [string, object]
    const answer = await ask(method, address, body, address.startsWith('/widget') ? { Origin: SITE_ORIGIN } : {})
    expect(answer).toMatchObject({ status: 400, body: { code: 'bad-input', errors: [{ path, message: expect.any(String) }] } })
    expect(JSON.stringify(answer.body)).not.toContain('Wilhelmina')
    for (const table of ['members', 'teams', 'goals', 'initiatives', 'sites', 'invitations', 'customers'] as const)
      expect(JSON.stringify(await h.deps.db.everywhere.selectFrom(table).selectAll().execute())).not.toContain('Wilhelmina')
  })
})
