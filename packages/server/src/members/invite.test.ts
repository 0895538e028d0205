import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { type Given, givenMember, givenOrganisation } from '../../test/builders.ts'
import { engines } from '../../test/engines.ts'
import { type Harness, openHarness } from '../../test/harness.ts'
import type { Scope } from '../db/scope.ts'
import { openSession } from './session-store.ts'

const email = 'noor@bakker.example'
const noor = { name: 'Noor Visser', password: 'een-lang-wachtwoord' }
const tokenIn = (link: string) => link.split('/').at(-1) ?? ''

interface Sent {
  id: string
  link: string
  email: string
}

describe.each(engines)('$engine', ({ open }) => {
  let h: Harness
  let given: Given

  beforeEach(async () => {
    h = await openHarness(open)
    given = await givenOrganisation(h.deps)
  })
  afterEach(() => h.close())

  const as = async (scope: Scope, method: string, path: string, body?: unknown) => {
    const { token } = await openSession(h.deps.db, scope, 'id' in scope.who ? scope.who.id : '', h.deps.clock())
    return h.request(method, path, { body, headers: { cookie: `klankbord_session=${token}` } })
  }
  const owner = (method: string, path: string, body?: unknown) => as(given.scope, method, path, body)
  const invite = async (body: object = {}): Promise<Sent> => (await owner('POST', '/api/v1/invitations', { email, ...body })).body
  const read = (token: string) => h.request('GET', `/api/v1/invitations/${token}`)
  const accept = (token: string, body: object = noor) => h.request('POST', `/api/v1/invitations/${token}/acceptance`, { body })
  const membersWith = (address: string) => h.deps.db.everywhere.selectFrom('members').selectAll().where('email', '=', address).execute()

  test('an invited colleague chooses a name and a password, is in the team and is signed in', async () => {
    const sent = await invite({ role: 'admin', teams: [{ teamId: given.teamId, role: 'lead' }] })
    expect(sent.link).toMatch(/^http:\/\/localhost:3000\/admin\/invitation\/[\w-]{64}$/)
    expect((await read(tokenIn(sent.link))).body).toEqual({ organisation: 'Bakker Fietsen', email, name: null, role: 'admin' })
    const accepted = await accept(tokenIn(sent.link))
    expect(accepted.status).toBe(204)
    const cookie = accepted.headers.getSetCookie()[0]?.split(';')[0] ?? ''
    expect((await h.request('GET', '/api/v1/me', { headers: { cookie } })).body).toMatchObject({
      role: 'admin',
      member: { name: 'Noor Visser', email, teams: [{ teamId: given.teamId, role: 'lead' }] },
      organisation: { name: 'Bakker Fietsen' },
    })
    expect((await h.request('POST', '/api/v1/session', { body: { email, password: noor.password } })).status).toBe(204)
  })

  test('the invitation is queued as one e-mail to the invited address', async () => {
    const { id } = await invite()
    expect(await h.deps.db.within(given.scope).selectFrom('deliveries').selectAll().execute()).toEqual([
      expect.objectContaining({
        id: `invitation:${id}`,
        kind: 'invitation',
        receiver: email,
        aboutId: id,
        payload: JSON.stringify({ invitationId: id }),
        state: 'queued',
      }),
    ])
  })

  test('reading an invitation, as mail scanners do, never uses it up', async () => {
    const token = tokenIn((await invite()).link)
    for (let i = 0; i < 5; i++) expect((await read(token)).status).toBe(200)
    expect((await h.request('HEAD', `/api/v1/invitations/${token}`)).status).toBe(200)
    expect((await accept(token)).status).toBe(204)
  })

  test('an invitation works once', async () => {
    const token = tokenIn((await invite()).link)
    await accept(token)
    expect((await read(token)).status).toBe(404)
    expect(await accept(token, { name: 'Mallory', password: 'een-ander-wachtwoord' })).toMatchObject({ status: 404, body: { code: 'not-found' } })
    expect(await membersWith(email)).toEqual([expect.objectContaining({ name: 'Noor Visser' })])
  })

  test('fifty acceptances at the same moment make one member', async () => {
    const token = tokenIn((await invite()).link)
    const answers = await Promise.all(Array.from({ length: 50 }, (_, i) => accept(token, { ...noor, name: `Noor ${i}` })))
    expect(answers.map(({ status }) => status).sort()).toEqual([204, ...Array(49).fill(404)])
    expect(await membersWith(email)).toHaveLength(1)
    expect(await h.deps.db.within(given.scope).selectFrom('events').selectAll().where('type', '=', 'member.joined').execute()).toHaveLength(1)
  })

  test('an invitation is over after seven days', async () => {
    const token = tokenIn((await invite()).link)
    h.pass({ days: 6, hours: 23 })
    expect((await read(token)).status).toBe(200)
    h.pass({ hours: 1 })
    expect((await read(token)).status).toBe(404)
    expect((await accept(token)).status).toBe(404)
    expect(await membersWith(email)).toEqual([])
  })

  test('a withdrawn invitation is dead, and gone from the list', async () => {
    const { id, link } = await invite()
    expect((await owner('DELETE', `/api/v1/invitations/${id}`)).status).toBe(204)
    expect((await owner('DELETE', `/api/v1/invitations/${id}`)).status).toBe(404)
    expect((await read(tokenIn(link))).status).toBe(404)
    expect((await accept(tokenIn(link))).status).toBe(404)
    expect((await owner('GET', '/api/v1/invitations')).body).toEqual({ items: [], next: null })
  })

  test('inviting again sends a new link and kills the old one', async () => {
    const [old, latest] = [await invite(), await invite()]
    expect((await accept(tokenIn(old.link))).status).toBe(404)
    expect((await accept(tokenIn(latest.link))).status).toBe(204)
    expect((await owner('GET', '/api/v1/invitations')).body).toMatchObject({
      items: [{ id: latest.id, email, role: 'member', acceptedAt: h.deps.clock().toISOString() }],
    })
  })

  test('no other text opens an invitation, whatever stands in the body', async () => {
    const { id, link } = await invite()
    const token = tokenIn(link)
    const forged = [
      'null',
      '0',
      '[]',
      '{}',
      '%00',
      'A'.repeat(64),
      token.slice(0, -1),
      `${token}A`,
      token.toLowerCase(),
      token.replace(/^./, '_'),
      id,
      h.deps.tokens.sign('set-up', id),
      h.deps.tokens.sign('customer', id),
      h.deps.tokens.sign('invitation', given.ownerId),
    ]
    for (const text of forged) {
      expect((await read(text)).status, text).toBeGreaterThanOrEqual(400)
      for (const inBody of ['', null, 0, [], {}, token])
        expect((await accept(text, { ...noor, token: inBody })).status, text).toBeGreaterThanOrEqual(400)
    }
    expect((await accept('', noor)).status).toBe(404)
    expect(await membersWith(email)).toEqual([])
  })

  test('who accepts can’t choose an address, a role or a team of their own', async () => {
    const token = tokenIn((await invite({ role: 'viewer' })).link)
    await accept(token, {
      ...noor,
      email: 'mallory@evil.example',
      role: 'owner',
      teams: [{ teamId: given.teamId, role: 'lead' }],
      organisationId: 'x',
      id: given.ownerId,
    })
    expect(await membersWith('mallory@evil.example')).toEqual([])
    expect(await membersWith(email)).toEqual([expect.objectContaining({ role: 'viewer', organisationId: given.scope.organisationId })])
    expect(await h.deps.db.within(given.scope).selectFrom('teamMembers').selectAll().where('memberId', '!=', given.ownerId).execute()).toEqual([])
  })

  test('links are built from PUBLIC_URL, never from what the request says', async () => {
    const { token } = await openSession(h.deps.db, given.scope, given.ownerId, h.deps.clock())
    const headers = { cookie: `klankbord_session=${token}`, Host: 'evil.example', 'X-Forwarded-Host': 'evil.example', Forwarded: 'host=evil.example' }
    const answer = await h.request('POST', '/api/v1/invitations', { body: { email }, headers })
    expect((answer.body as Sent).link).toMatch(/^http:\/\/localhost:3000\/admin\//)
  })

  test('only an owner invites an owner', async () => {
    const admin = await givenMember(h.deps, given.scope.organisationId, 'admin')
    expect(await as(admin, 'POST', '/api/v1/invitations', { email, role: 'owner' })).toMatchObject({ status: 403, body: { code: 'forbidden' } })
    expect((await as(admin, 'POST', '/api/v1/invitations', { email, role: 'admin' })).status).toBe(201)
    expect((await owner('POST', '/api/v1/invitations', { email, role: 'owner' })).status).toBe(201)
  })

  test('who is a member already is not invited, and the answer says what to do', async () => {
    await accept(tokenIn((await invite()).link))
    expect(await owner('POST', '/api/v1/invitations', { email: email.toUpperCase() })).toMatchObject({
      status: 409,
      body: { code: 'conflict', detail: expect.stringContaining('under Members') },
    })
  })

  test('an account with another organisation is not given away by inviting its address', async () => {
    const other = await givenOrganisation(h.deps, 'Elders')
    await h.deps.db.within(other.scope).updateTable('members').set({ email }).where('id', '=', other.ownerId).execute()
    const { link } = await invite()
    expect(await accept(tokenIn(link))).toMatchObject({ status: 409, body: { code: 'conflict' } })
    expect((await read(tokenIn(link))).status).toBe(200)
    expect(await membersWith(email)).toEqual([expect.objectContaining({ organisationId: other.scope.organisationId })])
  })

  test('a team of another organisation can’t be joined', async () => {
    const other = await givenOrganisation(h.deps, 'Elders')
    const answer = await owner('POST', '/api/v1/invitations', { email, teams: [{ teamId: other.teamId, role: 'lead' }] })
    expect(answer).toMatchObject({ status: 404, body: { code: 'not-found' } })
    expect(await h.deps.db.everywhere.selectFrom('invitations').selectAll().execute()).toEqual([])
  })
})
