import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { ARRIVED, openArriving } from '../../test/arriving.ts'
import { engines } from '../../test/engines.ts'

describe.each(engines)('$engine', ({ open }) => {
  let m: Awaited<ReturnType<typeof openArriving>>
  beforeEach(async () => {
    m = await openArriving(open)
  })
  afterEach(() => m.harness.close())

  /** A compliment whose customer has not confirmed the address that they gave; and the form with which they do. */
  const unconfirmed = async () => {
    const { id, customerId } = await m.compliment({ email: 'ada@example.com' })
    await m.mine().updateTable('customers').set({ emailConfirmedAt: null }).where('id', '=', customerId).execute()
    const confirm = () => m.harness.request('POST', `/confirm/${m.deps.tokens.sign('confirm', customerId, 'ada@example.com')}`)
    return { id, customerId, confirm }
  }

  test('who confirms their address after their compliment reached a team hears it once, ten minutes later', async () => {
    const { id, confirm } = await unconfirmed()
    await m.route(id)
    expect(await m.later()).toEqual([])
    await Promise.all([confirm(), confirm()])
    m.harness.pass({ minutes: 9 })
    await m.deliver()
    expect(m.harness.mails).toEqual([])
    expect(await m.later()).toEqual([{ to: 'ada@example.com', text: expect.stringContaining(ARRIVED) }])
    await confirm()
    await m.route(id, await m.other())
    expect(await m.later()).toHaveLength(1)
  })

  test('who confirms their address hears of a compliment that reached a team with the one that it was merged into', async () => {
    const { id, confirm } = await unconfirmed()
    const top = await m.compliment({ email: 'ook@example.com' })
    await m.merge(id, top.id)
    await m.route(top.id)
    expect((await m.later()).map(({ to }) => to)).toEqual(['ook@example.com'])
    m.harness.mails.length = 0
    await confirm()
    expect(await m.later()).toEqual([{ to: 'ada@example.com', text: expect.stringContaining(ARRIVED) }])
  })

  test('who confirms their address before their compliment reaches a team hears it then, and once', async () => {
    const { id, confirm } = await unconfirmed()
    await confirm()
    expect(await m.later()).toEqual([])
    await m.route(id)
    expect(await m.later()).toHaveLength(1)
  })

  test('whose confirmation said that it arrived hears nothing more once they confirm', async () => {
    const { id, customerToken } = await m.submit({}, { email: 'ada@example.com', emailConsent: true })
    m.harness.pass({ seconds: 1 })
    await m.route(id)
    m.harness.pass({ seconds: 1 })
    await m.deliver()
    expect(m.harness.mails[0]?.text.replace(/\s+/g, ' ')).toContain(ARRIVED)
    m.harness.mails.length = 0
    await m.harness.request(
      'POST',
      `/confirm/${m.deps.tokens.sign('confirm', m.deps.tokens.read('customer', customerToken) ?? '', 'ada@example.com')}`,
    )
    expect(await m.later()).toEqual([])
    expect(await m.mine().selectFrom('customers').select('emailConfirmedAt').execute()).not.toContainEqual({ emailConfirmedAt: null })
  })

  test.each<[string, (id: string, customerId: string) => Promise<unknown>]>([
    ['wants no mail about it', (id) => m.change(id, { mutedAt: '2026-03-02T09:00:00.000Z' })],
    ['has the answer', (id) => m.change(id, { status: 'answered' })],
    ['said it was no compliment', (id) => m.change(id, { kind: 'idea' })],
  ])('nothing is queued for who confirms their address and %s', async (_, happened) => {
    const { id, customerId, confirm } = await unconfirmed()
    await m.route(id)
    await happened(id, customerId)
    await confirm()
    expect(await m.mine().selectFrom('deliveries').select('id').where('kind', '=', 'compliment-arrived').execute()).toEqual([])
  })

  test.each<[string, object]>([
    ['stops the mail', { unsubscribedAt: '2026-03-02T09:00:00.000Z' }],
    ['has an address that takes none after all', { bouncedAt: '2026-03-02T09:00:00.000Z' }],
  ])('nothing is mailed to who confirms their address and then %s', async (_, customer) => {
    const { id, customerId, confirm } = await unconfirmed()
    await m.route(id)
    await confirm()
    await m.mine().updateTable('customers').set(customer).where('id', '=', customerId).execute()
    expect(await m.later()).toEqual([])
  })
})
