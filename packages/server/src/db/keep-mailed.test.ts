import type { Kysely } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { givenFeedback, givenOrganisation } from '../../test/builders.ts'
import { engines } from '../../test/engines.ts'
import { type Harness, openHarness } from '../../test/harness.ts'
import { enqueue } from '../outbox/outbox.ts'
import { compareTallies } from './tallies.ts'

describe.each(engines)('$engine', ({ open }) => {
  let h: Harness
  beforeAll(async () => {
    h = await openHarness(open)
  })
  afterAll(() => h.close())

  test('of mails that are sent in one statement each is known at the items of its own address, and counted', async () => {
    const [given, other] = [await givenOrganisation(h.deps), await givenOrganisation(h.deps, 'Een andere zaak')]
    const says = (email: string, to = given) => givenFeedback(h.deps, to, { email, status: 'answered' })
    const said = { ada: await says('ada@example.com'), tablet: await says('ada@example.com'), bo: await says('bo@example.com') }
    const [cy, elsewhere] = [await says('cy@example.com'), await says('ada@example.com', other)]
    const everybody = [...Object.values(said), cy, elsewhere]
    const change = { outcomeId: 'out', answeredAt: h.deps.clock().toISOString() }
    await h.deps.db.everywhere.updateTable('feedbackItems').set(change).execute()
    const mail = (receiver: string, kind: 'outcome-email' | 'receipt') => ({
      ...{ id: `${kind}:${receiver}`, kind, payload: { outcomeId: 'out', customerId: '', feedbackItemId: '' } },
      ...{ aboutId: 'out', customerId: null, receiver },
    })
    await enqueue(
      h.deps.db,
      given.scope,
      [mail('ada@example.com', 'outcome-email'), mail('bo@example.com', 'outcome-email'), mail('cy@example.com', 'receipt')],
      h.deps.clock(),
    )
    await h.deps.db.everywhere.updateTable('deliveries').set({ state: 'sent' }).execute()
    const rows = await h.deps.db.everywhere.selectFrom('feedbackItems').select(['id', 'mailedOutcomeId']).execute()
    const mailed = Object.values(said).map(({ id }) => id)
    expect(rows.filter(({ mailedOutcomeId }) => mailedOutcomeId === 'out').map(({ id }) => id)).toEqual(expect.arrayContaining(mailed))
    expect(rows.filter(({ mailedOutcomeId }) => mailedOutcomeId === null)).toHaveLength(everybody.length - mailed.length)
    const wrong = (await compareTallies(h.deps.db.everywhere as unknown as Kysely<never>)).filter((tally) => tally.wrong > 0)
    expect(wrong).toEqual([])
  })
})
