import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { type Answering, openAnswering } from '../../../test/answering.ts'
import { askingAs } from '../../../test/asking-as.ts'
import { givenMember } from '../../../test/builders.ts'
import { engines } from '../../../test/engines.ts'
import { mergeFeedback } from '../../feedback/merging/merge.ts'
import { eraseMine } from '../../feedback/privacy/erase-mine.ts'
import { react } from '../../feedback/thread/react.ts'
import { readThread } from '../../feedback/thread/read-thread.ts'
import { mountOutcomes } from '../http.ts'
import { publishDue } from '../publish-outcome.ts'

type Item = { id: string; customerId: string }

describe.each(engines)('$engine', ({ open }) => {
  let answering: Answering
  beforeEach(async () => {
    answering = await openAnswering(open)
  })
  afterEach(() => answering.harness.close())

  const asCustomer = ({ customerId }: Item) => ({
    ...answering.given.scope,
    who: { kind: 'customer' as const, id: customerId, siteId: answering.given.siteId },
  })
  const reads = (item: Item) => readThread(answering.harness.deps, asCustomer(item), item.id)
  const put = (id: string, step: string, body?: object) => answering.ask('PUT', `/api/v1/outcomes/${id}/${step}`, body)
  const versions = async (id: string) => (await answering.ask('GET', `/api/v1/outcomes/${id}/versions`)).body.items
  const colleague = async () => {
    const scope = await givenMember(answering.harness.deps, answering.given.scope.organisationId, 'member')
    return askingAs(answering.harness.deps, mountOutcomes, scope)
  }
  const published = async (how: object = { email: 'ada@example.com' }, input: object = {}) => {
    const item = await answering.says(how)
    const { id } = await answering.draft({ feedbackIds: [item.id], ...input })
    await answering.publish(id)
    return { item, id: id as string }
  }

  test('where the organisation wants a second person, who wrote it can’t publish it and another can', async () => {
    expect((await answering.ask('GET', '/api/v1/outcome-settings')).body).toEqual({ review: false })
    await answering.ask('PUT', '/api/v1/outcome-settings', { review: true })
    const bo = await colleague()
    const { id } = await answering.draft({ feedbackIds: [(await answering.says()).id] })
    expect(await answering.publish(id)).toMatchObject({ status: 403, body: { code: 'forbidden' } })
    expect((await answering.publish(id, { at: '2026-04-01T00:00:00.000Z' })).status).toBe(403)
    expect((await put(id, 'review')).body).toMatchObject({ state: 'review', needsAnother: true })
    expect((await bo('GET', `/api/v1/outcomes/${id}`)).body).toMatchObject({ needsAnother: false })
    expect((await bo('PUT', `/api/v1/outcomes/${id}/return`, { note: 'Noem het getal' })).body).toMatchObject({
      state: 'draft',
      reviewNote: 'Noem het getal',
    })
    expect((await bo('PUT', `/api/v1/outcomes/${id}/return`, { note: 'Nog eens' })).status).toBe(409)
    await bo('PATCH', `/api/v1/outcomes/${id}`, { better: 'Negen van de tien op dezelfde dag.' })
    expect((await bo('PUT', `/api/v1/outcomes/${id}/publication`)).status).toBe(403)
    expect((await answering.publish(id)).status).toBe(200)
    expect((await versions(id)).map(({ step }: { step: string }) => step)).toEqual(['published', 'review'])
  })

  test('an API key is nobody’s eyes, and what was agreed to goes back when its words change', async () => {
    await answering.ask('PUT', '/api/v1/outcome-settings', { review: true })
    const bo = await colleague()
    const who = { kind: 'api-key' as const, id: 'key', name: 'Koppeling', role: 'owner' as const }
    const key = askingAs(answering.harness.deps, mountOutcomes, { ...answering.given.scope, who })
    const { id } = await answering.draft()
    expect((await key('PUT', `/api/v1/outcomes/${id}/publication`)).status).toBe(403)
    expect((await bo('PUT', `/api/v1/outcomes/${id}/publication`, { at: '2026-03-03T08:00:00.000Z' })).body.state).toBe('scheduled')
    expect((await answering.ask('PATCH', `/api/v1/outcomes/${id}`, { title: 'Iets heel anders' })).body.state).toBe('draft')
    answering.harness.pass({ days: 3 })
    await publishDue(answering.harness.deps)
    expect((await answering.ask('GET', `/api/v1/outcomes/${id}`)).body.publishedAt).toBeNull()
  })

  test('a correction is read at once, says that it is one, and keeps how it read before', async () => {
    const { item, id } = await published()
    await answering.deliver()
    answering.harness.pass({ days: 1 })
    const corrected = await put(id, 'correction', { did: 'Er staan twee plakbanken bij.', because: 'Het waren er twee' })
    expect(corrected).toMatchObject({ status: 200, body: { state: 'corrected', did: 'Er staan twee plakbanken bij.' } })
    const { outcome, news } = await reads(item)
    expect(outcome).toMatchObject({ did: 'Er staan twee plakbanken bij.', note: 'Gecorrigeerd op dinsdag 3 maart.' })
    expect(news).toBe(2)
    const path = `/widget/v1/sites/${answering.given.siteKey}/outcomes`
    expect((await answering.publicly('GET', path)).body.items).toMatchObject([{ note: 'Gecorrigeerd op dinsdag 3 maart.' }])
    expect((await answering.publicly('GET', `${path}?q=plakbanken`)).body.items).toHaveLength(1)
    await answering.deliver()
    expect(answering.sentTo()).toEqual(['ada@example.com'])
    expect(await versions(id)).toMatchObject([
      { version: 2, step: 'corrected', because: 'Het waren er twee', words: { did: 'Er staan twee plakbanken bij.' } },
      { version: 1, step: 'published', words: { did: 'Er staat een tweede plakbank.' } },
    ])
  })

  test('a correction is mailed only when that is asked, once to each, and never lacks a part', async () => {
    const { id } = await published()
    await answering.deliver()
    expect((await put(id, 'correction', { better: '', because: 'Weg ermee' })).status).toBe(422)
    expect((await put(id, 'correction', { because: 'Niets' })).status).toBe(400)
    expect((await put(id, 'correction', { did: 'Anders.', because: 'Fout', mail: true })).status).toBe(200)
    await answering.deliver()
    await answering.deliver()
    expect(answering.sentTo()).toEqual(['ada@example.com', 'ada@example.com'])
    expect((await answering.ask('GET', `/api/v1/outcomes/${id}/receivers`)).body.counts).toMatchObject({
      channels: { email: 1 },
      deliveries: { sent: 1 },
    })
  })

  test('of a withdrawal the customer reads that and why, and the item is open again with a new promise', async () => {
    const { item, id } = await published()
    const merged = await answering.says({ email: 'bo@example.com' })
    answering.harness.pass({ days: 1 })
    const withdrawn = await put(id, 'withdrawal', { because: 'Het bleek niet te kloppen.' })
    expect(withdrawn).toMatchObject({ status: 200, body: { state: 'withdrawn', withdrawnBecause: 'Het bleek niet te kloppen.' } })
    const thread = await reads(item)
    expect(thread).toMatchObject({ status: 'reopened', outcome: null, reaction: null, news: 2 })
    expect(thread.messages.at(-1)).toMatchObject({ by: 'team', text: expect.stringMatching(/ingetrokken.*Het bleek niet te kloppen\./) })
    expect(thread.timeline.map(({ type }) => type)).toEqual(['answered', 'reopened'])
    expect((await answering.item(item.id)).replyBy! > answering.harness.deps.clock().toISOString()).toBe(true)
    await expect(react(answering.harness.deps, asCustomer(item), { id: item.id, helped: 'yes' })).rejects.toMatchObject({ code: 'conflict' })
    expect((await answering.publicly('GET', `/widget/v1/sites/${answering.given.siteKey}/outcomes`)).body.items).toEqual([])
    await answering.deliver()
    expect(answering.sentTo()).toEqual([])
    expect((await put(id, 'withdrawal', { because: 'Nog eens' })).status).toBe(409)
    expect((await put(id, 'correction', { did: 'Toch', because: 'Fout' })).status).toBe(409)
    const again = await answering.draft({ feedbackIds: [item.id, merged.id] })
    expect((await answering.publish(again.id)).status).toBe(200)
    expect((await reads(item)).outcome?.title).toBe('Banden plakken we nu dezelfde dag')
  })

  test('a draft can be neither corrected nor withdrawn', async () => {
    const { id } = await answering.draft()
    expect((await put(id, 'correction', { did: 'Anders', because: 'Fout' })).status).toBe(409)
    expect((await put(id, 'withdrawal', { because: 'Fout' })).status).toBe(409)
  })

  test('one item is answered and closed in one step', async () => {
    const item = await answering.says({ email: 'ada@example.com' })
    const answer = (body: object) => answering.ask('POST', `/api/v1/feedback/${item.id}/answer`, body)
    expect((await answer({ did: 'Ja, ook op zaterdag.' })).status).toBe(422)
    expect((await answering.ask('GET', '/api/v1/outcomes')).body.items).toEqual([])
    expect(await answer({ did: 'Ja, ook op zaterdag.', nothingMore: true })).toMatchObject({
      status: 201,
      body: { kind: 'answer', title: 'Ja, ook op zaterdag.', public: false, state: 'published' },
    })
    expect((await answering.item(item.id)).status).toBe('answered')
    await answering.deliver()
    expect(answering.sentTo()).toEqual(['ada@example.com'])
    const loose = await answering.says({ goalId: null, status: 'received' })
    expect((await answering.ask('POST', `/api/v1/feedback/${loose.id}/answer`, { did: 'Ja', nothingMore: true })).status).toBe(400)
  })

  test('of two who answer one item at the same time only one does, and its customer hears it once', async () => {
    const item = await answering.says({ email: 'ada@example.com' })
    const { version } = await answering.item(item.id)
    const answers = await Promise.all(
      ['Ja', 'Nee', 'Misschien'].map((did) => answering.ask('POST', `/api/v1/feedback/${item.id}/answer`, { did, nothingMore: true, version })),
    )
    expect(answers.map(({ status }) => status).toSorted()).toEqual([201, 409, 409])
    const late = await answering.ask('POST', `/api/v1/feedback/${item.id}/answer`, { did: 'Nog eens', nothingMore: true })
    expect(late).toMatchObject({ status: 409, body: { code: 'conflict' } })
    await answering.deliver()
    expect(answering.sentTo()).toEqual(['ada@example.com'])
    expect((await answering.ask('GET', '/api/v1/outcomes')).body.items).toHaveLength(1)
  })

  test('corrected and withdrawn at once, twice, it ends withdrawn once and every item is open', async () => {
    const { item, id } = await published()
    const answers = await Promise.all([
      ...Array.from({ length: 3 }, () => put(id, 'withdrawal', { because: 'Klopt niet' })),
      ...Array.from({ length: 3 }, () => put(id, 'correction', { did: 'Anders', because: 'Fout', mail: true })),
    ])
    expect(
      answers
        .slice(0, 3)
        .map(({ status }) => status)
        .toSorted(),
    ).toEqual([200, 409, 409])
    expect((await reads(item)).outcome).toBeNull()
    expect((await answering.item(item.id)).status).toBe('reopened')
    const numbers = (await versions(id)).map(({ version }: { version: number }) => version)
    expect(numbers).toEqual(numbers.toSorted((one: number, other: number) => other - one))
    await answering.deliver()
    expect(answering.sentTo()).toEqual([])
  })

  test('published while its items are merged and a customer erases, everybody is answered once and nothing is kept of who left', async () => {
    for (let round = 0; round < 5; round++) {
      const [top, other, leaving] = [
        await answering.says({ email: `top${round}@example.com` }),
        await answering.says({ email: `other${round}@example.com` }),
        await answering.says({ email: `leaving${round}@example.com` }),
      ]
      const { id } = await answering.draft({ feedbackIds: [top.id, other.id, leaving.id] })
      const { deps } = answering.harness
      const [first, second] = await Promise.all([
        answering.publish(id),
        answering.publish(id),
        mergeFeedback(deps, answering.given.scope, { id: other.id, into: top.id }).catch((error) => error.code),
        eraseMine(deps, asCustomer(leaving)),
      ])
      expect([first?.status, second?.status].toSorted()).toEqual([200, 409])
      const rows = await deps.db.within(answering.given.scope).selectFrom('deliveries').selectAll().where('aboutId', '=', id).execute()
      expect(rows.filter(({ receiver }) => receiver.startsWith('leaving'))).toEqual([])
      expect((await answering.item(top.id)).status).toBe('answered')
      expect((await reads(other)).status).toBe('answered')
      expect(new Set(rows.map(({ receiver }) => receiver).filter(Boolean)).size).toBe(rows.filter(({ receiver }) => receiver).length)
    }
  })
})
