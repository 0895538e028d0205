import type { Invitation } from '@klankbord/shared/members'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { type Given, givenMember, givenOrganisation } from '../../test/builders.ts'
import { engines } from '../../test/engines.ts'
import { type Harness, openHarness } from '../../test/harness.ts'
import type { Scope } from '../db/scope.ts'
import { composers } from '../deliveries.ts'
import { startWorker } from '../outbox/worker.ts'
import { openSession } from './session-store.ts'

const password = 'een-lang-wachtwoord'
const email = 'noor@bakker.example'
const tokenIn = (link: string) => link.split('/').at(-1) ?? ''

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
    const headers = { cookie: `klankbord_session=${token}` }
    // biome-ignore lint/suspicious/noExplicitAny: the tests say what they expect of it
    return (await h.request(method, `/api/v1/invitations${path}`, { body, headers })) as { status: number; body: any }
  }
  const owner = (method: string, path: string, body?: unknown) => as(given.scope, method, path, body)
  const list = async (): Promise<Invitation[]> => (await owner('GET', '')).body.items
  const accept = (link: string, body: object) => h.request('POST', `/api/v1/invitations/${tokenIn(link)}/acceptance`, { body })

  test('whoever has a link without an address comes in once, under the address they give', async () => {
    const { link } = (await owner('POST', '', { name: 'Noor van de balie', teams: [{ teamId: given.teamId, role: 'member' }] })).body
    expect(await h.request('GET', `/api/v1/invitations/${tokenIn(link)}`)).toMatchObject({
      body: { email: null, name: 'Noor van de balie', role: 'member' },
    })
    expect(await accept(link, { name: 'Noor', password })).toMatchObject({ status: 400, body: { errors: [{ path: 'email' }] } })
    expect((await accept(link, { name: 'Noor', email, password })).status).toBe(204)
    expect((await accept(link, { name: 'Mallory', email: 'mallory@evil.example', password })).status).toBe(404)
    expect((await h.request('POST', '/api/v1/session', { body: { email, password } })).status).toBe(204)
    expect(h.mails).toEqual([])
  })

  test('an address that is taken leaves the link to be used with another', async () => {
    const { link } = (await owner('POST', '', {})).body
    const { email: taken } = (await h.deps.db.within(given.scope).selectFrom('members').select('email').executeTakeFirst()) ?? { email: '' }
    expect((await accept(link, { name: 'Noor', email: taken, password })).status).toBe(409)
    expect((await accept(link, { name: 'Noor', email, password })).status).toBe(204)
  })

  test('an invitation to an address can’t be used with another', async () => {
    const { link } = (await owner('POST', '', { email })).body
    await accept(link, { name: 'Noor', email: 'mallory@evil.example', password })
    expect((await h.request('POST', '/api/v1/session', { body: { email, password } })).status).toBe(204)
  })

  test('nobody becomes owner by a link that can be passed on', async () => {
    expect((await owner('POST', '', { role: 'owner' })).status).toBe(403)
    expect((await owner('POST', '', { role: 'owner', email })).status).toBe(201)
    expect((await as(await givenMember(h.deps, given.scope.organisationId, 'admin'), 'POST', '', { role: 'admin' })).status).toBe(201)
  })

  test('the list tells who has not come yet, by whom they were asked, and what became of the e-mail', async () => {
    await owner('POST', '', { name: 'Balie' })
    await owner('POST', '', { email, mailed: false })
    await owner('POST', '', { email: 'sam@bakker.example' })
    expect((await list()).map(({ email, name, by, mail }) => [email, name, by, mail?.state])).toEqual([
      ['sam@bakker.example', null, 'Robin owner', 'queued'],
      [email, null, 'Robin owner', undefined],
      [null, 'Balie', 'Robin owner', undefined],
    ])
    h.answerMailWith({ state: 'refused', again: false, reason: '550 5.1.1 no such user' })
    const worker = startWorker(h.deps, composers, [], { pollMs: null })
    await worker.runOnce()
    await worker.stop()
    expect((await list())[0]?.mail).toEqual({ state: 'failed', reason: '550 5.1.1 no such user' })
  })

  test('an invitation is sent again, also when it is over: the old link is dead, the new one works for seven days', async () => {
    const first = (await owner('POST', '', { email, role: 'viewer', teams: [{ teamId: given.teamId, role: 'lead' }] })).body
    h.pass({ days: 8 })
    const again = await owner('POST', `/${first.id}/renewal`)
    expect(again).toMatchObject({ status: 201, body: { email, role: 'viewer', mail: { state: 'queued' } } })
    expect((await list()).map(({ id }) => id)).toEqual([again.body.id])
    h.pass({ days: 6 })
    expect((await accept(first.link, { name: 'Noor', password })).status).toBe(404)
    expect((await accept(again.body.link, { name: 'Noor', password })).status).toBe(204)
    expect((await owner('POST', `/${again.body.id}/renewal`)).status).toBe(404)
    expect((await owner('POST', `/${first.id}/renewal`)).status).toBe(404)
  })

  test('names of any kind are kept as the words they are', async () => {
    expect((await owner('POST', '', { name: 'x'.repeat(5000) })).status).toBe(400)
    expect((await owner('POST', '', { name: '<img src=x onerror=alert(1)>' })).body).toMatchObject({ name: '<img src=x onerror=alert(1)>' })
  })
})
