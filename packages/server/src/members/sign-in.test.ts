import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { givenMember, givenOrganisation } from '../../test/builders.ts'
import { engines } from '../../test/engines.ts'
import { type Harness, openHarness } from '../../test/harness.ts'
import { hashSecret } from '../db/ids.ts'
import type { Scope } from '../db/scope.ts'
import { hashPassword } from './password.ts'

const email = 'eva@bakker.example'
const password = 'een-lang-wachtwoord'

describe.each(engines)('$engine', ({ open }) => {
  let h: Harness
  let scope: Scope
  let memberId: string

  const start = async (environment: Record<string, string> = {}) => {
    h = await openHarness(open, environment)
    const given = await givenOrganisation(h.deps)
    scope = given.scope
    const member = await givenMember(h.deps, scope.organisationId, 'member')
    memberId = member.who.kind === 'member' ? member.who.id : ''
    const passwordHash = await hashPassword(password)
    await h.deps.db.within(scope).updateTable('members').set({ email, passwordHash }).where('id', '=', memberId).execute()
  }
  const signIn = (body: unknown = { email, password }, headers: Record<string, string> = {}) =>
    h.request('POST', '/api/v1/session', { body, headers })
  const cookieOf = (answer: { headers: Headers }) => answer.headers.getSetCookie()[0]?.split(';')[0] ?? ''
  const me = (cookie: string) => h.request('GET', '/api/v1/me', { headers: { cookie } })
  const signedIn = async () => cookieOf(await signIn())
  const sessions = () => h.deps.db.everywhere.selectFrom('sessions').selectAll().execute()

  beforeEach(() => start())
  afterEach(() => h.close())

  test('a member signs in with address and password, and is known from then on', async () => {
    const answer = await signIn({ email: ' Eva@Bakker.example ', password })
    expect(answer.status).toBe(204)
    expect(answer.headers.getSetCookie()).toEqual([
      expect.stringMatching(/^klankbord_session=[\w-]{43}; Max-Age=2592000; Path=\/; HttpOnly; SameSite=Lax$/),
    ])
    expect(await me(cookieOf(answer))).toMatchObject({ status: 200, body: { member: { id: memberId, email }, role: 'member' } })
  })

  test('over https the cookie is bound to this host and to encryption', async () => {
    await h.close()
    await start({ PUBLIC_URL: 'https://feedback.bakker.example' })
    const answer = await signIn()
    expect(answer.headers.getSetCookie()).toEqual([
      expect.stringMatching(/^__Host-klankbord=[\w-]{43}; Max-Age=2592000; Path=\/; HttpOnly; Secure; SameSite=Lax$/),
    ])
    expect((await me(cookieOf(answer))).status).toBe(200)
  })

  test('the database holds only the hash of a session’s token', async () => {
    const token = (await signedIn()).split('=')[1] ?? ''
    expect(await sessions()).toEqual([expect.objectContaining({ tokenHash: hashSecret(token), memberId })])
    expect(JSON.stringify(await sessions())).not.toContain(token)
  })

  test('a wrong password and an unknown address get the same answer', async () => {
    const wrong = await signIn({ email, password: 'iets-heel-anders' })
    const unknown = await signIn({ email: 'niemand@bakker.example', password })
    expect(wrong).toMatchObject({ status: 401, body: { code: 'unauthenticated' } })
    expect(unknown.body).toEqual(wrong.body)
    expect([...wrong.headers.getSetCookie(), ...unknown.headers.getSetCookie()]).toEqual([])
  })

  test('an unknown address costs as much time as a wrong password', async () => {
    const time = async (body: unknown) => {
      const started = performance.now()
      await signIn(body)
      return performance.now() - started
    }
    // In turn, so that whatever else the machine does meanwhile slows down both.
    const [known, unknown]: [number[], number[]] = [[], []]
    for (let i = 0; i < 8; i++) {
      known.push(await time({ email, password: 'iets-heel-anders' }))
      unknown.push(await time({ email: 'niemand@bakker.example', password }))
    }
    expect(Math.min(...unknown)).toBeGreaterThan(Math.min(...known) / 2)
  })

  test('a deactivated colleague can’t sign in and is signed out at once', async () => {
    const cookie = await signedIn()
    await h.deps.db.within(scope).updateTable('members').set({ deactivatedAt: h.deps.clock().toISOString() }).where('id', '=', memberId).execute()
    expect((await me(cookie)).status).toBe(401)
    expect((await signIn()).status).toBe(401)
  })

  test('signing out ends the session, not only the cookie', async () => {
    const cookie = await signedIn()
    const out = await h.request('DELETE', '/api/v1/session', { headers: { cookie } })
    expect(out.status).toBe(204)
    expect(out.headers.getSetCookie()[0]).toContain('Max-Age=0')
    expect((await me(cookie)).status).toBe(401)
    expect(await sessions()).toEqual([])
  })

  test('a session that is used stays, one that is not ends after thirty days', async () => {
    const [used, unused] = [await signedIn(), await signedIn()]
    h.pass({ days: 20 })
    const renewed = await me(used)
    expect(renewed.headers.getSetCookie()[0]).toContain('Max-Age=2592000')
    expect((await me(used)).headers.getSetCookie()).toEqual([])
    h.pass({ days: 10, seconds: 1 })
    expect((await me(used)).status).toBe(200)
    expect((await me(unused)).status).toBe(401)
  })

  test('a forged, shortened or empty session is nobody’s', async () => {
    const cookie = await signedIn()
    for (const value of ['', '0', 'null', '[]', '{}', cookie.slice(0, -1).split('=')[1], `${cookie.split('=')[1]}A`, 'A'.repeat(43)])
      expect((await me(`klankbord_session=${value}`)).status, String(value)).toBe(401)
  })

  test('ten wrong passwords for one account make the eleventh wait; right ones cost nothing', async () => {
    await h.close()
    await start({ RATE_LIMIT: 'on' })
    for (let i = 0; i < 12; i++) expect((await signIn()).status).toBe(204)
    for (let i = 0; i < 10; i++) expect((await signIn({ email, password: 'iets-heel-anders' })).status).toBe(401)
    const refused = await signIn()
    expect(refused).toMatchObject({ status: 429, body: { code: 'too-many-requests' } })
    expect(Number(refused.headers.get('Retry-After'))).toBeGreaterThan(0)
  })

  test('twenty wrong passwords from one address make it wait, whichever account it tries', async () => {
    await h.close()
    await start({ RATE_LIMIT: 'on' })
    for (let i = 0; i < 20; i++) expect((await signIn({ email: `p${i}@bakker.example`, password })).status).toBe(401)
    expect((await signIn()).status).toBe(429)
  })

  test('of fifty wrong passwords at the same moment no more than ten are tried', async () => {
    await h.close()
    await start({ RATE_LIMIT: 'on' })
    const answers = await Promise.all(Array.from({ length: 50 }, () => signIn({ email, password: 'iets-heel-anders' })))
    expect(answers.filter(({ status }) => status === 401).length).toBe(10)
  })

  test('a new password ends every other session, and the old one is worthless', async () => {
    const [mine, other] = [await signedIn(), await signedIn()]
    const change = (currentPassword: string) =>
      h.request('PUT', '/api/v1/me/password', { headers: { cookie: mine }, body: { currentPassword, newPassword: 'een-nieuw-wachtwoord' } })
    expect(await change('iets-heel-anders')).toMatchObject({ status: 400, body: { errors: [{ path: 'currentPassword' }] } })
    expect((await me(other)).status).toBe(200)
    expect((await change(password)).status).toBe(204)
    expect((await me(mine)).status).toBe(200)
    expect((await me(other)).status).toBe(401)
    expect((await signIn()).status).toBe(401)
    expect((await signIn({ email, password: 'een-nieuw-wachtwoord' })).status).toBe(204)
  })

  test('an address or password of another type is bad input, not a match', async () => {
    for (const value of ['', null, 0, [], {}, [email], [password], true]) {
      expect((await signIn({ email: value, password })).status).toBe(400)
      expect((await signIn({ email, password: value })).status).toBe(400)
    }
  })

  test('nothing that depends on who asks is kept by a cache', async () => {
    expect((await me(await signedIn())).headers.get('Cache-Control')).toBe('no-store')
    expect((await me('')).headers.get('Cache-Control')).toBe('no-store')
  })

  describe('a page of another site', () => {
    const change = (headers: Record<string, string>) => h.request('PATCH', '/api/v1/me', { body: { name: 'Gekaapt' }, headers })

    test.each([
      ['by what the browser says of it', { 'Sec-Fetch-Site': 'cross-site', Origin: 'http://localhost:3000' }],
      ['on a neighbouring host', { 'Sec-Fetch-Site': 'same-site' }],
      ['with a made-up value', { 'Sec-Fetch-Site': 'same-origin, cross-site' }],
      ['by its origin in an older browser', { Origin: 'https://evil.example' }],
      ['with an origin that only begins like ours', { Origin: 'http://localhost:3000.evil.example' }],
      ['with an opaque origin', { Origin: 'null' }],
      ['that also sends a basic password', { 'Sec-Fetch-Site': 'cross-site', Authorization: 'Basic ZXZhOmV2YQ==' }],
    ])('can’t change anything as a member: it is known %s', async (_, headers: Record<string, string>) => {
      const cookie = await signedIn()
      expect(await change({ cookie, ...headers })).toMatchObject({ status: 403, body: { code: 'forbidden' } })
      expect((await me(cookie)).body).toMatchObject({ member: { name: 'Robin member' } })
    })

    test('can’t sign a visitor in to an account of its choice', async () => {
      const answer = await signIn({ email, password }, { 'Sec-Fetch-Site': 'cross-site', 'Content-Type': 'application/json' })
      expect(answer.status).toBe(403)
      expect(answer.headers.getSetCookie()).toEqual([])
    })

    test('can’t post a form in place of JSON', async () => {
      const cookie = await signedIn()
      for (const type of ['text/plain', 'TEXT/PLAIN', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x', ''])
        expect((await h.request('PATCH', '/api/v1/me', { body: '{"name":"Gekaapt"}', headers: { cookie, 'Content-Type': type } })).status, type).toBe(
          415,
        )
    })

    test('is allowed to read nothing: no answer carries a CORS header', async () => {
      const cookie = await signedIn()
      for (const method of ['GET', 'OPTIONS']) {
        const answer = await h.request(method, '/api/v1/me', {
          headers: { cookie, Origin: 'https://evil.example', 'Access-Control-Request-Method': 'PATCH' },
        })
        expect([...answer.headers.keys()].filter((name) => name.startsWith('access-control'))).toEqual([])
      }
    })

    test.each([
      ['the app itself', { 'Sec-Fetch-Site': 'same-origin' }],
      ['someone who typed the address', { 'Sec-Fetch-Site': 'none' }],
      ['the app in an older browser', { Origin: 'http://localhost:3000' }],
      ['the app at another address of this server', { Origin: 'http://127.0.0.1:4000', Host: '127.0.0.1:4000' }],
      ['a script', {}],
    ])('is told from %s', async (_, headers: Record<string, string>) => {
      expect((await change({ cookie: await signedIn(), ...headers })).status).toBe(200)
    })
  })
})
