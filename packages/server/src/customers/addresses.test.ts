import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { type Given, givenOrganisation } from '../../test/builders.ts'
import { engines } from '../../test/engines.ts'
import { type Harness, openHarness } from '../../test/harness.ts'
import { transact } from '../db/db.ts'
import { newId } from '../db/ids.ts'
import type { Scope } from '../db/scope.ts'
import { takeAddress } from './addresses.ts'
import { confirmAddress } from './confirm.ts'
import { insertCustomer } from './store.ts'
import { setMailed } from './unsubscribe.ts'

describe.each(engines)('$engine', ({ open }) => {
  let harness: Harness
  let given: Given
  beforeEach(async () => {
    harness = await openHarness(open)
    given = await givenOrganisation(harness.deps)
    told.length = 0
  })
  afterEach(() => harness.close())

  const customer = async (): Promise<Scope & { who: { kind: 'customer'; id: string; siteId: string } }> => {
    const id = newId()
    const { deps } = harness
    await insertCustomer(deps.db, given.scope, { id, siteId: given.siteId, name: null, locale: 'nl', createdAt: deps.clock().toISOString() })
    return { organisationId: given.scope.organisationId, who: { kind: 'customer', id, siteId: given.siteId } }
  }
  const take = (scope: Scope, email: string, feedbackItemId: string | null = null) =>
    transact(harness.deps.db, (db) =>
      takeAddress(
        harness.deps,
        db,
        scope,
        { customerId: 'id' in scope.who ? scope.who.id : '', email, locale: null, feedbackItemId },
        harness.deps.clock(),
      ),
    )
  const told: string[] = []
  const confirm = (id: string, email: string) =>
    confirmAddress(harness.deps, harness.deps.tokens.sign('confirm', id, email), async (_db, _scope, customerId) => {
      told.push(customerId)
    })
  const unsubscription = (id: string) => harness.deps.tokens.sign('unsubscribe', id)
  const queued = () => harness.deps.db.everywhere.selectFrom('deliveries').select(['id', 'kind', 'receiver', 'customerId']).execute()

  test('a new address is asked for its owner’s word once, whatever the number of items', async () => {
    const ada = await customer()
    const item = newId()
    expect(await take(ada, 'ada@example.com', item)).toBe('confirm')
    for (let i = 0; i < 5; i++) expect(await take(ada, 'ada@example.com', newId())).toBe('confirm')
    harness.pass({ days: 3 })
    expect(await take(ada, 'ada@example.com')).toBe('confirm')
    expect(await queued()).toEqual([expect.objectContaining({ kind: 'confirmation', receiver: 'ada@example.com', customerId: ada.who.id })])
  })

  test('a confirmed address stays confirmed for further items, and nothing is asked or told again', async () => {
    const ada = await customer()
    await take(ada, 'ada@example.com')
    await confirm(ada.who.id, 'ada@example.com')
    await confirm(ada.who.id, 'ada@example.com')
    expect(told).toEqual([ada.who.id])
    expect(await take(ada, 'ada@example.com', newId())).toBe('confirmed')
    expect(await queued()).toHaveLength(1)
  })

  test('another address has to be confirmed anew, and the link to the old one is dead', async () => {
    const ada = await customer()
    await take(ada, 'ada@example.com')
    await confirm(ada.who.id, 'ada@example.com')
    expect(await take(ada, 'ada@work.example')).toBe('confirm')
    expect((await queued()).map(({ receiver }) => receiver).sort()).toEqual(['ada@example.com', 'ada@work.example'])
    await expect(confirm(ada.who.id, 'ada@example.com')).rejects.toThrow('does not exist')
  })

  test('somebody’s address can’t be bombed by 50 customers at once', async () => {
    const strangers = await Promise.all(Array.from({ length: 50 }, customer))
    const answers = await Promise.all(strangers.map((stranger) => take(stranger, 'victim@example.com', newId())))
    expect(new Set(answers)).toEqual(new Set(['confirm']))
    expect(await queued()).toHaveLength(1)
    harness.pass({ hours: 23 })
    await take(await customer(), 'victim@example.com')
    expect(await queued()).toHaveLength(1)
    harness.pass({ hours: 2 })
    await take(await customer(), 'victim@example.com')
    expect(await queued()).toHaveLength(2)
  })

  test('who declines the question itself is never asked again, until they want to be', async () => {
    const stranger = await customer()
    await take(stranger, 'victim@example.com')
    await setMailed(harness.deps, unsubscription(stranger.who.id), false)
    harness.pass({ days: 30 })
    await take(await customer(), 'victim@example.com')
    expect(await queued()).toHaveLength(1)
    await setMailed(harness.deps, unsubscription(stranger.who.id), true)
    await take(await customer(), 'victim@example.com')
    expect(await queued()).toHaveLength(2)
  })

  test('another organisation asks for itself', async () => {
    await take(await customer(), 'ada@example.com')
    given = await givenOrganisation(harness.deps, 'Café De Hoek')
    await take(await customer(), 'ada@example.com')
    expect(await queued()).toHaveLength(2)
  })

  test('unsubscribing stops the mail on every device with this address; asking for it again resumes it', async () => {
    const [phone, laptop] = [await customer(), await customer()]
    for (const { who } of [phone, laptop]) {
      await take({ ...phone, who }, 'ada@example.com')
      await confirm(who.id, 'ada@example.com')
    }
    await setMailed(harness.deps, unsubscription(phone.who.id), false)
    const stopped = () =>
      harness.deps.db.everywhere.selectFrom('customers').select('unsubscribedAt').where('unsubscribedAt', 'is not', null).execute()
    expect(await stopped()).toHaveLength(2)
    expect(await take(laptop, 'ada@example.com', newId())).toBe('confirmed')
    expect(await stopped()).toHaveLength(0)
  })
})
