import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { type Given, givenMember, givenOrganisation } from '../../test/builders.ts'
import { engines } from '../../test/engines.ts'
import { type Harness, openHarness } from '../../test/harness.ts'
import { createApiKey } from './api-keys.ts'
import { openSession } from './session-store.ts'

describe.each(engines)('$engine', ({ open }) => {
  let h: Harness
  let given: Given
  let cookie: string

  beforeEach(async () => {
    h = await openHarness(open)
    given = await givenOrganisation(h.deps)
    cookie = `klankbord_session=${(await openSession(h.deps.db, given.scope, given.ownerId, h.deps.clock())).token}`
  })
  afterEach(() => h.close())

  const owner = (method: string, path: string, body?: unknown) => h.request(method, path, { body, headers: { cookie } })
  const make = async (body: object = { name: 'Webwinkel', role: 'admin' }): Promise<{ id: string; key: string }> =>
    (await owner('POST', '/api/v1/api-keys', body)).body
  const withKey = (authorization: string, method = 'GET', path = '/api/v1/me', headers: Record<string, string> = {}) =>
    h.request(method, path, { headers: { Authorization: authorization, ...headers }, ...(method === 'GET' ? {} : { body: {} }) })
  const keyRow = () => h.deps.db.everywhere.selectFrom('apiKeys').selectAll().executeTakeFirstOrThrow()

  test('a key is shown once, kept as its hash, and acts with its own role', async () => {
    const { id, key } = await make({ name: 'Webwinkel', role: 'viewer' })
    expect(key).toMatch(/^kb_[\w-]{43}$/)
    expect(JSON.stringify(await keyRow())).not.toContain(key.slice(3))
    expect((await owner('GET', '/api/v1/api-keys')).body).toEqual({
      items: [{ id, name: 'Webwinkel', role: 'viewer', createdAt: h.deps.clock().toISOString(), lastUsedAt: null, revokedAt: null }],
      next: null,
    })
    expect(await withKey(`Bearer ${key}`)).toMatchObject({
      status: 200,
      body: { member: null, role: 'viewer', organisation: { name: 'Bakker Fietsen' } },
    })
    expect((await withKey(`Bearer ${key}`, 'GET', '/api/v1/invitations')).status).toBe(403)
  })

  test('a key can’t do more than its maker, and never what an owner can', async () => {
    const member = await givenMember(h.deps, given.scope.organisationId, 'member')
    await expect(createApiKey(h.deps, member, { name: 'x', role: 'admin' })).rejects.toMatchObject({ code: 'forbidden' })
    expect((await owner('POST', '/api/v1/api-keys', { name: 'x', role: 'owner' })).status).toBe(400)
  })

  test('a revoked key is worthless from that moment', async () => {
    const { id, key } = await make()
    expect((await owner('DELETE', `/api/v1/api-keys/${id}`)).status).toBe(204)
    expect(await withKey(`Bearer ${key}`)).toMatchObject({ status: 401, body: { code: 'unauthenticated' } })
    expect((await owner('DELETE', `/api/v1/api-keys/${id}`)).status).toBe(404)
    expect((await owner('GET', '/api/v1/api-keys')).body).toMatchObject({ items: [{ id, revokedAt: h.deps.clock().toISOString() }] })
  })

  test('a wrong key is nobody’s, also beside the cookie of a session', async () => {
    const { id, key } = await make()
    const { keyHash } = await keyRow()
    for (const wrong of [
      'null',
      '0',
      '[]',
      '{}',
      'kb_',
      id,
      key.slice(3),
      `${key}A`,
      key.slice(0, -1),
      `kb_${'A'.repeat(43)}`,
      keyHash,
      `kb_${keyHash}`,
      'undefined',
    ])
      expect((await withKey(`Bearer ${wrong}`, 'GET', '/api/v1/me', { cookie })).status, wrong).toBe(401)
  })

  test('a key is not asked where its request came from', async () => {
    const { key } = await make()
    expect((await withKey(`Bearer ${key}`, 'PATCH', '/api/v1/organisation', { 'Sec-Fetch-Site': 'cross-site' })).status).toBe(200)
  })

  test('a key has no account: nothing of a person can be changed with it', async () => {
    const { key } = await make()
    const headers = { Authorization: `Bearer ${key}` }
    expect((await h.request('PATCH', '/api/v1/me', { body: { name: 'x' }, headers })).status).toBe(403)
    const body = { currentPassword: 'een-lang-wachtwoord', newPassword: 'een-ander-wachtwoord' }
    expect((await h.request('PUT', '/api/v1/me/password', { body, headers })).status).toBe(403)
  })

  test('when a key was last used is written at most once a minute', async () => {
    const { key } = await make()
    const first = h.deps.clock().toISOString()
    await withKey(`Bearer ${key}`)
    h.pass({ seconds: 59 })
    await withKey(`Bearer ${key}`)
    expect((await keyRow()).lastUsedAt).toBe(first)
    h.pass({ seconds: 1 })
    await withKey(`Bearer ${key}`)
    expect((await keyRow()).lastUsedAt).toBe(h.deps.clock().toISOString())
  })
})
