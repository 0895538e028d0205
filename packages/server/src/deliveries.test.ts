import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { type Answering, openAnswering } from '../test/answering.ts'
import { engines } from '../test/engines.ts'
import { composers, ticks } from './deliveries.ts'
import { startWorker } from './outbox/worker.ts'

describe.each(engines)('$engine', ({ open }) => {
  let answering: Answering
  beforeEach(async () => {
    answering = await openAnswering(open)
  })
  afterEach(() => answering.harness.close())

  const deliver = () => startWorker(answering.harness.deps, composers, ticks, { pollMs: null }).runOnce()
  const published = async () => {
    const { id, customerId } = await answering.says({ email: 'ada@example.com', message: 'Mijn band was weer lek' })
    const outcome = await answering.draft({ feedbackIds: [id] })
    await answering.publish(outcome.id)
    return { outcomeId: outcome.id as string, itemId: id, customerId }
  }
  const customers = () => answering.harness.deps.db.within(answering.given.scope).updateTable('customers')
  const deliveries = async (outcomeId: string) => (await answering.ask('GET', `/api/v1/outcomes/${outcomeId}/deliveries`)).body.items

  test('an outcome reaches its customer as one mail that quotes them and says how to stop', async () => {
    const { outcomeId } = await published()
    await deliver()
    expect(answering.harness.mails).toHaveLength(1)
    const [mail] = answering.harness.mails
    expect(mail).toMatchObject({ to: 'ada@example.com', headers: { 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' } })
    for (const part of [mail!.text, mail!.html]) {
      expect(part).toContain('Mijn band was weer lek')
      expect(part).toContain('Er staat een tweede plakbank')
    }
    expect(await deliveries(outcomeId)).toMatchObject([{ state: 'sent' }])
  })

  test.each([
    ['unsubscribed', { unsubscribedAt: '2026-03-02T09:00:00.000Z' }],
    ['took back the confirmation', { emailConfirmedAt: null }],
    ['has another address', { email: 'ada@work.example' }],
    ['was erased', { email: null }],
  ])('who %s in the meantime is not mailed', async (_why, change) => {
    const { outcomeId, customerId } = await published()
    await customers().set(change).where('id', '=', customerId).execute()
    await deliver()
    expect(answering.harness.mails).toEqual([])
    expect(await deliveries(outcomeId)).toMatchObject([{ state: 'failed', reason: 'not-wanted' }])
  })

  test('a preview shows the mail of a draft in the language that is asked for', async () => {
    const { id } = await answering.says({ email: 'ada@example.com', message: 'Mijn band was weer lek' })
    const translations = { en: { title: 'We mend tyres the same day', did: 'There is a second bench.' } }
    const outcome = await answering.draft({ feedbackIds: [id], translations })
    const preview = (locale: string) => answering.ask('GET', `/api/v1/outcomes/${outcome.id}/preview?locale=${locale}`)
    expect((await preview('nl')).body).toMatchObject({ text: expect.stringContaining('Er staat een tweede plakbank'), subject: expect.any(String) })
    expect((await preview('en')).body.text).toContain('There is a second bench.')
    const { body } = await answering.ask('GET', `/api/v1/outcomes/${outcome.id}/preview/html?locale=en`)
    expect(body).toMatch(/^<!doctype html>/i)
    expect(body).toContain('There is a second bench.')
    expect((await answering.ask('GET', '/api/v1/outcomes/none/preview')).status).toBe(404)
  })
})
