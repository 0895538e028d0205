import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { type Answering, openAnswering } from '../../test/answering.ts'
import { engines } from '../../test/engines.ts'
import { publishDue } from './publish-outcome.ts'

describe.each(engines)('$engine', ({ open }) => {
  let answering: Answering
  beforeEach(async () => {
    answering = await openAnswering(open)
  })
  afterEach(() => answering.harness.close())

  test('publishing answers every item, tells each confirmed address once, and says so in their history', async () => {
    const ada = await answering.says({ email: 'ada@example.com' })
    const again = await answering.says({ customerId: ada.customerId })
    const tablet = await answering.says({ email: 'ada@example.com' })
    const silent = await answering.says()
    const unconfirmed = await answering.says({ email: 'bo@example.com', emailConfirmedAt: null })
    const stopped = await answering.says({ email: 'cy@example.com', unsubscribedAt: '2026-03-01T00:00:00.000Z' })
    const everyone = [ada, again, tablet, silent, unconfirmed, stopped].map(({ id }) => id)
    const { id } = await answering.draft({ feedbackIds: everyone })

    const { body: receivers } = await answering.ask('GET', `/api/v1/outcomes/${id}/receivers`)
    expect(receivers.items).toMatchObject([
      {
        feedbackId: ada.id,
        name: 'Ada',
        email: 'ada@example.com',
        locale: 'nl',
        channel: 'email',
        reason: null,
        delivery: null,
        seen: false,
        helped: null,
      },
      { feedbackId: silent.id, channel: 'widget', reason: 'no-address' },
      { feedbackId: unconfirmed.id, channel: 'widget', reason: 'unconfirmed' },
      { feedbackId: stopped.id, channel: 'widget', reason: 'unsubscribed' },
    ])
    expect(receivers.items).toHaveLength(4)

    const published = await answering.publish(id)
    expect(published).toMatchObject({ status: 200, body: { publishedAt: answering.harness.deps.clock().toISOString() } })
    for (const one of everyone)
      expect(await answering.item(one)).toMatchObject({
        status: 'answered',
        outcomeId: id,
        news: 1,
        answeredAt: published.body.publishedAt,
        repliedAt: published.body.publishedAt,
      })
    const history = await answering.events('outcome.published')
    expect(history.map(({ feedbackItemId }) => feedbackItemId).toSorted()).toEqual([...everyone, null].toSorted())
    expect(JSON.parse(history.find(({ feedbackItemId }) => feedbackItemId === ada.id)!.detail)).toEqual({ outcomeId: id, team: 'Werkplaats' })

    await answering.deliver()
    await answering.deliver()
    expect(answering.sentTo()).toEqual(['ada@example.com'])
    expect(await answering.ask('GET', `/api/v1/outcomes/${id}/deliveries`)).toMatchObject({
      body: {
        counts: { queued: 0, sending: 0, sent: 1, failed: 0, bounced: 0, unknown: 0 },
        items: [{ id: `outcome-email:${id}:${ada.customerId}`, receiver: 'ada@example.com', state: 'sent', attempts: 1, reason: null }],
      },
    })
  })

  test('published twice, also at once, each address hears once', async () => {
    const { id } = await answering.draft({
      feedbackIds: [(await answering.says({ email: 'ada@example.com' })).id, (await answering.says({ email: 'bo@example.com' })).id],
    })
    const answers = await Promise.all(Array.from({ length: 8 }, () => answering.publish(id)))
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 409, 409, 409, 409, 409, 409, 409])
    await answering.deliver()
    expect(answering.sentTo()).toEqual(['ada@example.com', 'bo@example.com'])
  })

  test('as many are told as were counted before', async () => {
    for (let i = 0; i < 30; i++)
      await answering.says({ email: i % 3 === 0 ? null : `klant${i % 10}@example.com`, emailConfirmedAt: i % 7 === 0 ? null : undefined })
    const items = await answering.harness.deps.db.within(answering.given.scope).selectFrom('feedbackItems').select('id').execute()
    const { id } = await answering.draft({ feedbackIds: items.map(({ id }) => id) })
    const told = (await answering.ask('GET', `/api/v1/outcomes/${id}/receivers?channel=email&limit=200`)).body.items
    await answering.publish(id)
    await answering.deliver()
    expect(answering.sentTo()).toEqual(told.map(({ email }: { email: string }) => email).toSorted())
    expect(told.length).toBeGreaterThan(4)
  })

  test('what became spam or was merged is neither answered nor told', async () => {
    const fine = await answering.says({ email: 'ada@example.com' })
    const spam = await answering.says({ email: 'spam@example.com' })
    const { id } = await answering.draft({ feedbackIds: [fine.id, spam.id] })
    await answering.harness.deps.db
      .within(answering.given.scope)
      .updateTable('feedbackItems')
      .set({ status: 'spam' })
      .where('id', '=', spam.id)
      .execute()
    expect((await answering.ask('GET', `/api/v1/outcomes/${id}/receivers?channel=email`)).body.items).toHaveLength(1)
    await answering.publish(id)
    await answering.deliver()
    expect(answering.sentTo()).toEqual(['ada@example.com'])
    expect(await answering.item(spam.id)).toMatchObject({ status: 'spam', outcomeId: null, news: 0 })
  })

  test('an item that nobody owned belongs to the goal of its outcome; one of another goal keeps it', async () => {
    const loose = await answering.says({ goalId: null, status: 'received' })
    const theirs = await answering.says({ goalId: 'another' })
    await answering.publish((await answering.draft({ feedbackIds: [loose.id, theirs.id] })).id)
    expect(await answering.item(loose.id)).toMatchObject({ goalId: answering.given.goalId, status: 'answered' })
    expect(JSON.parse((await answering.item(loose.id)).routing)).toMatchObject({ method: 'person' })
    expect(await answering.item(theirs.id)).toMatchObject({ goalId: 'another', status: 'answered' })
  })

  test('a second outcome for a reopened item asks again whether it helped', async () => {
    const { id } = await answering.says()
    await answering.publish((await answering.draft({ feedbackIds: [id] })).id)
    const first = (await answering.item(id)).repliedAt
    await answering.harness.deps.db
      .within(answering.given.scope)
      .updateTable('feedbackItems')
      .set({ status: 'reopened', helped: 'no', reactedAt: first })
      .where('id', '=', id)
      .execute()
    answering.harness.pass({ days: 2 })
    const second = await answering.draft({ feedbackIds: [id] })
    await answering.publish(second.id)
    expect(await answering.item(id)).toMatchObject({
      status: 'answered',
      outcomeId: second.id,
      helped: null,
      repliedAt: first,
      answeredAt: answering.harness.deps.clock().toISOString(),
      news: 2,
    })
  })

  test('a scheduled outcome stays a draft until its time, and is then published once by however many workers', async () => {
    const { id: itemId } = await answering.says({ email: 'ada@example.com' })
    const { id } = await answering.draft({ feedbackIds: [itemId] })
    expect(await answering.publish(id, { at: '2026-03-03T08:00:00Z' })).toMatchObject({
      status: 200,
      body: { publishAt: '2026-03-03T08:00:00.000Z', publishedAt: null },
    })
    await answering.deliver()
    expect((await answering.item(itemId)).status).toBe('routed')
    expect((await answering.ask('PATCH', `/api/v1/outcomes/${id}`, { title: 'Nog beter' })).status).toBe(200)
    answering.harness.pass({ days: 1 })
    await Promise.all(Array.from({ length: 8 }, () => publishDue(answering.harness.deps)))
    await answering.deliver()
    expect(await answering.item(itemId)).toMatchObject({ status: 'answered', news: 1 })
    expect(answering.sentTo()).toEqual(['ada@example.com'])
    expect(await answering.events('outcome.published')).toHaveLength(2)
    expect((await answering.publish(id)).status).toBe(409)
  })

  test('a schedule can be taken back', async () => {
    const { id } = await answering.draft()
    await answering.publish(id, { at: '2026-03-03T08:00:00Z' })
    expect((await answering.ask('DELETE', `/api/v1/outcomes/${id}/publication`)).status).toBe(204)
    answering.harness.pass({ days: 2 })
    await publishDue(answering.harness.deps)
    expect((await answering.ask('GET', `/api/v1/outcomes/${id}`)).body).toMatchObject({ publishAt: null, publishedAt: null })
    await answering.publish(id)
    expect((await answering.ask('DELETE', `/api/v1/outcomes/${id}/publication`)).status).toBe(409)
  })

  test('an e-mail of which nobody knows whether it arrived is sent again by a person only', async () => {
    const { id } = await answering.draft({ feedbackIds: [(await answering.says({ email: 'ada@example.com' })).id] })
    await answering.publish(id)
    answering.harness.answerMailWith({ state: 'unknown', reason: 'No answer' })
    await answering.deliver()
    answering.harness.pass({ days: 3 })
    await answering.deliver()
    expect(answering.harness.mails).toHaveLength(1)
    const { items, counts } = (await answering.ask('GET', `/api/v1/outcomes/${id}/deliveries?state=unknown`)).body
    expect([items.length, counts.unknown]).toEqual([1, 1])

    answering.harness.answerMailWith({ state: 'sent' })
    expect(await answering.ask('POST', `/api/v1/deliveries/${items[0].id}/resend`)).toMatchObject({
      status: 200,
      body: { state: 'queued', attempts: 1 },
    })
    expect((await answering.ask('POST', `/api/v1/deliveries/${items[0].id}/resend`)).status).toBe(409)
    await answering.deliver()
    expect(answering.harness.mails).toHaveLength(2)
    expect(new Set(answering.harness.mails.map(({ messageId }) => messageId)).size).toBe(1)
    expect((await answering.events('delivery.resent'))[0]).toMatchObject({ actorId: answering.given.ownerId })
    expect((await answering.ask('POST', `/api/v1/deliveries/${items[0].id}/resend`)).status).toBe(409)
    expect((await answering.ask('POST', '/api/v1/deliveries/none/resend')).status).toBe(404)
  })
})
