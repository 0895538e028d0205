import type { Member } from '@klankbord/shared/members'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { type Given, givenMember, givenOrganisation } from '../../test/builders.ts'
import { engines } from '../../test/engines.ts'
import { type Harness, openHarness } from '../../test/harness.ts'
import type { Scope } from '../db/scope.ts'
import { openSession } from './session-store.ts'

const idOf = (scope: Scope) => ('id' in scope.who ? scope.who.id : '')

describe.each(engines)('$engine', ({ open }) => {
  let h: Harness
  let given: Given
  let admin: Scope
  let member: Scope

  beforeEach(async () => {
    h = await openHarness(open)
    given = await givenOrganisation(h.deps)
    admin = await givenMember(h.deps, given.scope.organisationId, 'admin')
    member = await givenMember(h.deps, given.scope.organisationId, 'member')
  })
  afterEach(() => h.close())

  const cookieOf = async (scope: Scope) => `klankbord_session=${(await openSession(h.deps.db, scope, idOf(scope), h.deps.clock())).token}`
  const as = async (scope: Scope, method: string, path: string, body?: unknown) =>
    h.request(method, path, { body, headers: { cookie: await cookieOf(scope) } })
  const change = (by: Scope, whom: Scope, body: object) => as(by, 'PATCH', `/api/v1/members/${idOf(whom)}`, body)
  const rowOf = (scope: Scope) =>
    h.deps.db.within(scope).selectFrom('members').select(['role', 'deactivatedAt']).where('id', '=', idOf(scope)).executeTakeFirst()

  test('an admin gives a colleague another role and other teams', async () => {
    const answer = await change(admin, member, {
      role: 'viewer',
      teams: [
        { teamId: given.teamId, role: 'member' },
        { teamId: given.teamId, role: 'lead' },
      ],
    })
    expect(answer).toMatchObject({ status: 200, body: { id: idOf(member), role: 'viewer', teams: [{ teamId: given.teamId, role: 'lead' }] } })
    expect(await change(admin, member, { teams: [] })).toMatchObject({ status: 200, body: { role: 'viewer', teams: [] } })
  })

  test('a change of role holds from the very next request', async () => {
    const cookie = await cookieOf(admin)
    await change(given.scope, admin, { role: 'viewer' })
    expect((await h.request('GET', '/api/v1/invitations', { headers: { cookie } })).status).toBe(403)
  })

  test('who is deactivated is signed out everywhere, and stays out until activated and signed in again', async () => {
    const cookie = await cookieOf(member)
    expect(await change(admin, member, { deactivated: true })).toMatchObject({ status: 200, body: { deactivatedAt: h.deps.clock().toISOString() } })
    expect((await h.request('GET', '/api/v1/me', { headers: { cookie } })).status).toBe(401)
    expect(await change(admin, member, { deactivated: false })).toMatchObject({ status: 200, body: { deactivatedAt: null } })
    expect((await h.request('GET', '/api/v1/me', { headers: { cookie } })).status).toBe(401)
  })

  test.each([{ role: 'member' }, { deactivated: true }, { teams: [] }])('an admin can’t change an owner: %o', async (body) => {
    expect((await change(admin, given.scope, body)).status).toBe(403)
    expect(await rowOf(given.scope)).toEqual({ role: 'owner', deactivatedAt: null })
  })

  test('an admin can’t make anyone owner, also not themselves', async () => {
    expect((await change(admin, member, { role: 'owner' })).status).toBe(403)
    expect((await change(admin, admin, { role: 'owner' })).status).toBe(403)
    expect((await change(given.scope, member, { role: 'owner' })).status).toBe(200)
  })

  test.each([{ role: 'admin' }, { deactivated: true }])('the last owner stays: %o', async (body) => {
    const gone = await givenMember(h.deps, given.scope.organisationId, 'owner')
    await change(given.scope, gone, { deactivated: true })
    expect(await change(given.scope, given.scope, body)).toMatchObject({ status: 409, body: { code: 'conflict' } })
    expect(await rowOf(given.scope)).toEqual({ role: 'owner', deactivatedAt: null })
  })

  test('two owners who deactivate each other at the same moment leave one', async () => {
    const second = await givenMember(h.deps, given.scope.organisationId, 'owner')
    await Promise.all([change(given.scope, second, { deactivated: true }), change(second, given.scope, { deactivated: true })])
    expect([await rowOf(given.scope), await rowOf(second)].filter((row) => row?.deactivatedAt === null)).toHaveLength(1)
  })

  test('a team of another organisation can’t be given, and nothing else of the change happens', async () => {
    const other = await givenOrganisation(h.deps, 'Elders')
    expect((await change(admin, member, { role: 'viewer', teams: [{ teamId: other.teamId, role: 'lead' }] })).status).toBe(404)
    expect(await rowOf(member)).toMatchObject({ role: 'member' })
  })

  test('the list shows colleagues of the own organisation only, by name, and no password', async () => {
    await givenOrganisation(h.deps, 'Elders')
    const answer = await as(member, 'GET', '/api/v1/members')
    const { items } = answer.body as { items: Member[] }
    expect(items.map(({ role }) => role)).toEqual(['admin', 'member', 'owner'])
    expect(Object.keys(items[0]!).sort()).toEqual(['createdAt', 'deactivatedAt', 'email', 'id', 'name', 'role', 'teams', 'version'])
  })

  test('a colleague changes their own name and language, and nothing else of themselves', async () => {
    const answer = await as(member, 'PATCH', '/api/v1/me', { name: 'Sam', locale: 'en', role: 'owner', id: given.ownerId, email: 'x@evil.example' })
    expect(answer).toMatchObject({ status: 200, body: { role: 'member', member: { id: idOf(member), name: 'Sam', locale: 'en' } } })
    expect((await as(member, 'PATCH', '/api/v1/me', { locale: null })).body).toMatchObject({ member: { name: 'Sam', locale: null } })
    expect((await as(member, 'PATCH', '/api/v1/me', {})).status).toBe(200)
  })

  test('an admin names the organisation, its language and its time zone', async () => {
    const answer = await as(admin, 'PATCH', '/api/v1/organisation', { name: 'Bakker & Zn', timeZone: 'Europe/Berlin' })
    expect(answer).toMatchObject({
      status: 200,
      body: { id: given.scope.organisationId, name: 'Bakker & Zn', locale: 'nl', timeZone: 'Europe/Berlin' },
    })
    expect((await as(admin, 'PATCH', '/api/v1/organisation', { timeZone: 'Europe/Atlantis' })).status).toBe(400)
    expect((await as(member, 'PATCH', '/api/v1/organisation', { name: 'x' })).status).toBe(403)
  })
})
