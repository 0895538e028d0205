import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { givenOrganisation } from '../../test/builders.ts'
import { engines } from '../../test/engines.ts'
import { type Harness, openHarness } from '../../test/harness.ts'
import { enqueue } from './outbox.ts'
import { type Composers, startWorker } from './worker.ts'

describe.each(engines)('$engine', ({ open }) => {
  let harness: Harness
  beforeEach(async () => {
    harness = await openHarness(open)
  })
  afterEach(() => harness.close())

  const delivery = () => harness.deps.db.everywhere.selectFrom('deliveries').select(['state', 'attempts', 'reason']).executeTakeFirst()

  test('what waits for something else is no attempt: the first refusal after it is tried again as soon as any first one', async () => {
    const { scope } = await givenOrganisation(harness.deps)
    const receiver = 'ada@example.com'
    const receipt = { id: 'receipt:0', kind: 'receipt' as const, payload: { feedbackItemId: '0' }, aboutId: '0', customerId: null, receiver }
    await enqueue(harness.deps.db, scope, [receipt], harness.deps.clock())
    let isThere = false
    const mail = { to: receiver, subject: 'Je band', text: 'Geplakt', html: '<p>Geplakt</p>', headers: {}, messageId: 'receipt:0' }
    const composers = { receipt: async () => (isThere ? mail : 'not-yet') } as unknown as Composers
    const work = () => startWorker(harness.deps, composers, [], { pollMs: null }).runOnce()
    for (let i = 0; i < 5; i++) {
      await work()
      harness.pass({ seconds: 3 })
    }
    expect(await delivery()).toEqual({ state: 'queued', attempts: 0, reason: null })
    isThere = true
    harness.answerMailWith({ state: 'refused', again: true, reason: '451 come back' })
    await work()
    expect(await delivery()).toEqual({ state: 'queued', attempts: 1, reason: '451 come back' })
    harness.pass({ seconds: 13 })
    harness.answerMailWith({ state: 'sent' })
    await work()
    expect(harness.mails).toHaveLength(2)
    expect(await delivery()).toEqual({ state: 'sent', attempts: 2, reason: null })
  })
})
