import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { askingAs } from '../../test/asking-as.ts'
import { givenFeedback, givenOrganisation } from '../../test/builders.ts'
import { engines } from '../../test/engines.ts'
import { openHarness } from '../../test/harness.ts'
import { signedByHost } from '../../test/host-tokens.ts'
import { type Identifying, openIdentifying, SECRET } from '../../test/identifying.ts'
import { mountIdentityKeys } from '../sites/identity-http.ts'
import { hashAddress } from './addresses.ts'

describe.each(engines)('$engine', ({ open }) => {
  let it: Identifying
  beforeEach(async () => {
    it = await openIdentifying(open)
  })
  afterEach(() => it.h.close())

  describe('the customer', () => {
    test('is the same on every device, and never another', async () => {
      await it.addSecret()
      const phone = (await it.identify(signedByHost(it.site))).body.customerToken
      const laptop = (await it.identify(signedByHost(it.site, { exp: 4102444000 }))).body.customerToken
      const other = (await it.identify(signedByHost(it.site, { sub: 'klant-2' }))).body.customerToken
      const alike = (await it.identify(signedByHost(it.site, { sub: 'klant-1 ' }))).body.customerToken
      const { body } = await it.submit({}, { Authorization: `Bearer ${phone}` })
      expect(await it.listOf(laptop)).toEqual([body.id])
      expect(await it.listOf(other)).toEqual([])
      expect(await it.listOf(alike)).toEqual([])
    })

    test('of another it.site with the same name is another customer', async () => {
      await it.addSecret()
      const elsewhere = await givenOrganisation(it.h.deps, 'Elders')
      await askingAs(it.h.deps, mountIdentityKeys, elsewhere.scope)('POST', `/api/v1/sites/${elsewhere.siteId}/identity-keys`, {
        kid: 'eerste',
        algorithm: 'HS256',
        key: SECRET,
      })
      await it.identify(signedByHost(it.site))
      const theirs = await it.h.request('POST', `/widget/v1/sites/${elsewhere.siteKey}/identity`, {
        body: { token: signedByHost({ siteKey: elsewhere.siteKey, identitySecret: SECRET }) },
      })
      expect(theirs.status).toBe(200)
      expect(new Set((await it.customers()).map(({ id }) => id)).size).toBe(2)
      expect((await it.h.request('POST', `/widget/v1/sites/${elsewhere.siteKey}/identity`, { body: { token: signedByHost(it.site) } })).status).toBe(
        401,
      )
    })

    test('is one, though twenty devices come at once for the first time', async () => {
      await it.addSecret()
      const answers = await Promise.all(
        Array.from({ length: 20 }, (_, i) => (i % 2 ? it.identify(signedByHost(it.site)) : it.submit({ identity: signedByHost(it.site) }))),
      )
      expect(answers.map(({ status }) => status).every((status) => status === 200 || status === 201)).toBe(true)
      expect(new Set(answers.map(({ body }) => body.customerToken)).size).toBe(1)
      expect(await it.customers()).toHaveLength(1)
    })

    test('says something with the token of the host it.site, and gets it back on the next device', async () => {
      await it.addSecret()
      const { status, body } = await it.submit({ identity: signedByHost(it.site, { name: 'Ada' }) })
      expect(status).toBe(201)
      expect(await it.listOf(body.customerToken!)).toEqual([body.id])
      expect(await it.listOf((await it.identify(signedByHost(it.site))).body.customerToken)).toEqual([body.id])
    })

    test('comes before whoever used the device earlier: their list stays their own', async () => {
      await it.addSecret()
      const { body: anonymous } = await it.submit({})
      const { body } = await it.submit({ identity: signedByHost(it.site) }, { Authorization: `Bearer ${anonymous.customerToken}` })
      expect(body.customerToken).not.toBe(anonymous.customerToken)
      expect(await it.listOf(anonymous.customerToken!)).toEqual([anonymous.id])
      expect(await it.listOf(body.customerToken!)).toEqual([body.id])
    })

    test('may try again with a renewed token under the same key, and is heard once', async () => {
      await it.addSecret()
      const headers = { 'Idempotency-Key': 'once' }
      const first = await it.submit({ identity: signedByHost(it.site) }, headers)
      const again = await it.submit({ identity: signedByHost(it.site, { exp: 4102444000 }) }, headers)
      expect([again.status, again.body.id]).toEqual([201, first.body.id])
      expect((await it.submit({ identity: signedByHost(it.site, { sub: 'klant-2' }) }, headers)).status).toBe(422)
    })

    test('is not heard with a token that does not hold, rather than taken for somebody new', async () => {
      await it.addSecret()
      const { status, body } = await it.submit({ identity: signedByHost(it.site, { exp: 1 }) })
      expect([status, body.code, body.errors]).toEqual([401, 'unauthenticated', undefined])
      expect(await it.customers()).toEqual([])
    })
  })

  describe('the address that the host it.site vouches for', () => {
    const vouched = (email: string) => it.identify(signedByHost(it.site, { email }))
    const addressed = async () => {
      const [customer] = await it.h.deps.db.everywhere.selectFrom('customers').selectAll().where('externalId', '=', 'klant-1').execute()
      return { email: customer!.email, isConfirmed: customer!.emailConfirmedAt !== null, isStopped: customer!.unsubscribedAt !== null }
    }
    beforeEach(() => it.addSecret())

    test('counts as confirmed, and gets the receipt', async () => {
      const { body } = await it.submit({ identity: signedByHost(it.site, { email: 'ada@example.com' }) })
      expect(body.mail).toBe('confirmed')
      expect(await addressed()).toEqual({ email: 'ada@example.com', isConfirmed: true, isStopped: false })
    })

    test('follows when the host it.site names another, but does not undo what the customer chose since', async () => {
      const { customerToken } = (await vouched('ada@example.com')).body
      await vouched('ada@work.example')
      expect(await addressed()).toMatchObject({ email: 'ada@work.example', isConfirmed: true })
      await it.h.request('PUT', '/widget/v1/mine/email', {
        body: { email: 'own@example.com' },
        headers: { Authorization: `Bearer ${customerToken}` },
      })
      await vouched('ada@work.example')
      expect(await addressed()).toMatchObject({ email: 'own@example.com', isConfirmed: false })
    })

    test('stays out of reach when its owner stopped the mail, however often the host it.site names it', async () => {
      await vouched('ada@example.com')
      await it.h.deps.db.everywhere.updateTable('customers').set({ unsubscribedAt: '2026-03-02T09:00:00.000Z' }).execute()
      await vouched('ada@example.com')
      await vouched('ada@work.example')
      await vouched('ada@example.com')
      expect((await it.submit({ identity: signedByHost(it.site, { email: 'ada@example.com' }) })).body.mail).not.toBe('confirmed')
    })

    test('stays out of reach when its owner stopped the mail as another customer, or declined to be asked', async () => {
      await givenFeedback(it.h.deps, it.given, { email: 'eva@example.com', unsubscribedAt: '2026-03-01T09:00:00.000Z' })
      await vouched('eva@example.com')
      expect(await addressed()).toEqual({ email: 'eva@example.com', isConfirmed: false, isStopped: true })
      const declined = { addressHash: hashAddress('noor@example.com'), askedAt: '2026-03-01T09:00:00.000Z', declinedAt: '2026-03-01T09:00:00.000Z' }
      await it.h.deps.db.within(it.given.scope).insertInto('confirmations', declined).execute()
      await vouched('noor@example.com')
      expect(await addressed()).toEqual({ email: 'noor@example.com', isConfirmed: false, isStopped: true })
    })
  })

  test('too many tries from one address are told to come back later', async () => {
    const limited = await openHarness(open, { RATE_LIMIT: 'on' })
    const there = await givenOrganisation(limited.deps)
    const statuses = new Set<number>()
    for (let i = 0; i < 125; i++)
      statuses.add((await limited.request('POST', `/widget/v1/sites/${there.siteKey}/identity`, { body: { token: 'a.b.c' } })).status)
    await limited.close()
    expect([...statuses]).toEqual([401, 429])
  })
})
