import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { givenFeedback, givenOrganisation } from '../../../test/builders.ts'
import { engines } from '../../../test/engines.ts'
import { type Harness, openHarness } from '../../../test/harness.ts'
import { exportMine } from './export-mine.ts'

describe.each(engines)('$engine', ({ open }) => {
  let h: Harness
  beforeEach(async () => {
    h = await openHarness(open)
  })
  afterEach(() => h.close())

  test('what a customer takes along says that their address sent mail back, and what they wanted no mail about', async () => {
    const given = await givenOrganisation(h.deps)
    const first = await givenFeedback(h.deps, given, { email: 'ada@example.com' })
    const second = await givenFeedback(h.deps, given, { customerId: first.customerId })
    const scope = { ...given.scope, who: { kind: 'customer' as const, id: first.customerId, siteId: given.siteId } }
    const mine = h.deps.db.within(given.scope)
    const before = await exportMine(h.deps, scope)
    expect([before.customer.bouncedAt, ...before.items.map(({ mutedAt }) => mutedAt)]).toEqual([null, null, null])
    const at = h.deps.clock().toISOString()
    await mine.updateTable('customers').set({ bouncedAt: at }).execute()
    await mine.updateTable('feedbackItems').set({ mutedAt: at }).where('id', '=', second.id).execute()
    const { customer, items } = await exportMine(h.deps, scope)
    expect(customer.bouncedAt).toBe(at)
    expect(items.filter(({ mutedAt }) => mutedAt === at).map(({ id }) => id)).toEqual([second.id])
  })
})
