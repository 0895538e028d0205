import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { type Answering, openAnswering, outcome } from '../../test/answering.ts'
import { askingAs } from '../../test/asking-as.ts'
import { givenFeedback, givenOrganisation } from '../../test/builders.ts'
import { engines } from '../../test/engines.ts'
import { newId } from '../db/ids.ts'
import { mountOutcomes } from './http.ts'

describe.each(engines)('$engine', ({ open }) => {
  let answering: Answering
  beforeEach(async () => {
    answering = await openAnswering(open)
  })
  afterEach(() => answering.harness.close())

  test('a draft keeps what was written, and each item once', async () => {
    const { id } = await answering.says()
    const translations = { en: { title: 'We mend tyres the same day', did: 'There is a second bench.' } }
    const made = await answering.ask('POST', '/api/v1/outcomes', {
      goalId: answering.given.goalId,
      ...outcome,
      better: '',
      next: 'Reserveren',
      nothingMore: false,
      feedbackIds: [id, id],
      translations,
    })
    expect(made).toMatchObject({
      status: 201,
      body: {
        ...outcome,
        goal: 'Elke fiets binnen een dag klaar',
        team: 'Werkplaats',
        better: null,
        next: 'Reserveren',
        nothingMore: false,
        state: 'draft',
        locale: 'nl',
        translations,
        public: true,
        feedbackIds: [id],
        publishAt: null,
        publishedAt: null,
      },
    })
    expect(await answering.ask('GET', `/api/v1/outcomes/${made.body.id}`)).toEqual({ status: 200, body: made.body })
    expect((await answering.ask('GET', '/api/v1/outcomes')).body).toEqual({ items: [made.body], next: null })
    expect(await answering.item(id)).toMatchObject({ status: 'routed', outcomeId: null, news: 0 })
  })

  test('a draft can be changed and thrown away, a published outcome can not', async () => {
    const [first, second] = [await answering.says(), await answering.says()]
    const { id } = await answering.draft({ feedbackIds: [first.id] })
    const changed = await answering.ask('PATCH', `/api/v1/outcomes/${id}`, {
      title: 'Sneller',
      better: 'Dezelfde dag klaar',
      feedbackIds: [second.id],
      public: false,
    })
    expect(changed.body).toMatchObject({ title: 'Sneller', did: outcome.did, better: 'Dezelfde dag klaar', feedbackIds: [second.id], public: false })
    expect((await answering.publish(id)).status).toBe(200)
    expect((await answering.ask('PATCH', `/api/v1/outcomes/${id}`, { title: 'Anders' })).status).toBe(409)
    expect((await answering.ask('DELETE', `/api/v1/outcomes/${id}`)).status).toBe(409)

    const other = await answering.draft()
    expect((await answering.ask('DELETE', `/api/v1/outcomes/${other.id}`)).status).toBe(204)
    expect((await answering.ask('GET', `/api/v1/outcomes/${other.id}`)).status).toBe(404)
  })

  test('items that are not here, or can’t be answered, are refused by name and nothing is stored', async () => {
    const fine = await answering.says()
    const spam = await answering.says({ status: 'spam' })
    const stranger = await givenOrganisation(answering.harness.deps, 'Anders')
    const theirs = await givenFeedback(answering.harness.deps, stranger)
    const create = (feedbackIds: string[], goalId = answering.given.goalId) =>
      answering.ask('POST', '/api/v1/outcomes', { goalId, ...outcome, feedbackIds })
    expect(await create([fine.id, theirs.id])).toMatchObject({ status: 404, body: { errors: [{ path: 'feedbackIds.1' }] } })
    expect(await create([newId()])).toMatchObject({ status: 404 })
    expect(await create([fine.id, spam.id])).toMatchObject({ status: 400, body: { errors: [{ path: 'feedbackIds.1' }] } })
    expect(await create([], stranger.goalId)).toMatchObject({ status: 404, body: { errors: [{ path: 'goalId' }] } })
    expect((await answering.ask('GET', '/api/v1/outcomes')).body.items).toEqual([])
    const { id } = await answering.draft()
    expect((await answering.ask('PATCH', `/api/v1/outcomes/${id}`, { title: 'Anders', feedbackIds: [theirs.id] })).status).toBe(404)
    expect((await answering.ask('GET', `/api/v1/outcomes/${id}`)).body.title).toBe(outcome.title)
  })

  test('another organisation sees, changes, publishes and sends nothing of it', async () => {
    const { id } = await answering.draft({ feedbackIds: [(await answering.says({ email: 'ada@example.com' })).id] })
    const stranger = await givenOrganisation(answering.harness.deps, 'Anders')
    const theirs = askingAs(answering.harness.deps, mountOutcomes, stranger.scope)
    const paths = ['', '/receivers', '/deliveries'].map((path) => theirs('GET', `/api/v1/outcomes/${id}${path}`))
    const acts = [
      theirs('PATCH', `/api/v1/outcomes/${id}`, { title: 'Gekaapt' }),
      theirs('PUT', `/api/v1/outcomes/${id}/publication`),
      theirs('DELETE', `/api/v1/outcomes/${id}/publication`),
      theirs('DELETE', `/api/v1/outcomes/${id}`),
    ]
    expect((await Promise.all([...paths, ...acts])).map(({ status }) => status)).toEqual([404, 404, 404, 404, 404, 404, 404])
    answering.harness.answerMailWith({ state: 'unknown', reason: 'no answer' })
    await answering.publish(id)
    await answering.deliver()
    const { items } = (await answering.ask('GET', `/api/v1/outcomes/${id}/deliveries`)).body
    expect((await theirs('POST', `/api/v1/deliveries/${items[0].id}/resend`)).status).toBe(404)
    expect((await theirs('GET', '/api/v1/outcomes')).body.items).toEqual([])
  })

  test('everyone reads the published outcomes that are meant for everyone, newest first', async () => {
    const [complaint, other] = [await answering.says(), await answering.says()]
    const first = await answering.draft({ title: 'Eerst', feedbackIds: [complaint.id, other.id] })
    const hidden = await answering.draft({ title: 'Onder ons', public: false })
    const second = await answering.draft({ title: 'Daarna' })
    await answering.draft({ title: 'Nog een concept' })
    for (const { id } of [first, hidden, second]) {
      await answering.publish(id)
      answering.harness.pass({ minutes: 1 })
    }
    const path = `/widget/v1/sites/${answering.given.siteKey}/outcomes`
    const { body } = await answering.publicly('GET', path)
    expect(body.items.map(({ title }: { title: string }) => title)).toEqual(['Daarna', 'Eerst'])
    expect(body.items[1]).toEqual({
      kind: 'done',
      did: outcome.did,
      measure: null,
      id: first.id,
      title: 'Eerst',
      better: outcome.better,
      next: 'Hier komt niets meer bij: dit blijft zoals het nu is.',
      locale: 'nl',
      correctedAt: null,
      withdrawnAt: null,
      note: null,
      pictures: [],
      team: 'Werkplaats',
      goal: 'Elke fiets binnen een dag klaar',
      kinds: ['complaint'],
      answered: 2,
      publishedAt: '2026-03-02T09:00:00.000Z',
    })
    const page = (await answering.publicly('GET', `${path}?limit=1`)).body
    expect((await answering.publicly('GET', `${path}?limit=1&cursor=${page.next}`)).body).toMatchObject({ items: [{ title: 'Eerst' }], next: null })
  })

  test('outcomes and deliveries come in pages that miss nothing and repeat nothing', async () => {
    const ids: string[] = []
    for (let i = 0; i < 5; i++) ids.push((await answering.says({ email: `klant${i}@example.com` })).id)
    const made: string[] = []
    for (let i = 0; i < 5; i++) made.push((await answering.draft({ feedbackIds: ids })).id)
    const read = async (path: string) => {
      const seen: string[] = []
      for (let cursor: string | null = ''; cursor !== null; ) {
        const { body }: { body: { items: { id: string }[]; next: string | null } } = await answering.ask(
          'GET',
          `${path}?limit=2${cursor && `&cursor=${cursor}`}`,
        )
        seen.push(...body.items.map(({ id }) => id))
        cursor = body.next
      }
      return seen
    }
    expect((await read('/api/v1/outcomes')).toSorted()).toEqual(made.toSorted())
    await answering.publish(made[0]!)
    const sent = await read(`/api/v1/outcomes/${made[0]}/deliveries`)
    expect([sent.length, new Set(sent).size]).toEqual([5, 5])
  })
})
