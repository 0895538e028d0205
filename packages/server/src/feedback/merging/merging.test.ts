import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { engines } from '../../../test/engines.ts'
import { openMerging } from '../../../test/merging.ts'
import { readReceivers } from '../../outcomes/receivers/read-receivers.ts'
import { eraseMine } from '../privacy/erase-mine.ts'
import { replyFeedback } from '../reply.ts'
import { addMessage } from '../thread/add-message.ts'
import { react } from '../thread/react.ts'
import { markSpam, planFeedback, routeFeedback } from '../triage.ts'

describe.each(engines)('$engine', ({ open }) => {
  let m: Awaited<ReturnType<typeof openMerging>>
  beforeEach(async () => {
    m = await openMerging(open)
  })
  afterEach(() => m.harness.close())

  test('the customer of a merged item follows the other one, and reads nothing of its customer', async () => {
    const [first, second] = [
      await m.says({ message: 'De geheime kanarie zingt' }),
      await m.says({ message: 'Mijn band is lek', goalId: null, status: 'received' }),
    ]
    await m.change(first.id, { plan: 'We kopen een tweede plakbank', replyBy: '2026-03-05T16:00:00.000Z' })
    await m.deps.db.within(m.given.scope).updateTable('customers').set({ name: 'Kanarie' }).where('id', '=', first.customerId).execute()
    await addMessage(m.deps, m.theirScope(first.customerId), 'een', { id: first.id, text: 'de kanarie schrijft nog iets' })
    expect(await m.merge(second.id, first.id)).toMatchObject({ status: 'merged', mergedInto: first.id })
    const thread = await m.sees(second)
    expect(thread).toMatchObject({
      status: 'routed',
      isMerged: true,
      message: 'Mijn band is lek',
      plan: 'We kopen een tweede plakbank',
      news: 1,
      goal: { team: 'Werkplaats', replyBy: '2026-03-05T16:00:00.000Z' },
    })
    expect(JSON.stringify(thread).toLowerCase()).not.toContain('kanarie')
    expect(thread.timeline.map(({ type }) => type)).toContain('merged')
  })

  test('for members the words, pictures and conversation of what was merged stand with the item, each customer’s apart', async () => {
    const [first, second] = [await m.says(), await m.says({ message: 'Ook lek' })]
    await m.merge(second.id, first.id)
    await addMessage(m.deps, m.theirScope(second.customerId), 'een', { id: second.id, text: 'Het was de achterband' })
    await replyFeedback(m.deps, m.given.scope, { id: second.id, text: 'Dank je', internal: false })
    const item = await m.read(first.id)
    expect(item).toMatchObject({
      mergedTotal: 1,
      merged: [{ id: second.id, message: 'Ook lek', customer: { name: 'Ada' }, mergedAt: '2026-03-02T09:00:00.000Z' }],
    })
    expect(item.merged[0]?.messages.map(({ by, text }) => [by, text])).toEqual([
      ['customer', 'Het was de achterband'],
      ['team', 'Dank je'],
    ])
    expect(item.messages).toEqual([])
    expect(item.timeline.map(({ type }) => type)).toEqual(['feedback.joined', 'feedback.joined-message'])
    expect((await m.sees(first)).messages).toEqual([])
  })

  test('an outcome reaches the customers of what was merged, once each, and they can react', async () => {
    const [first, second, third] = [
      await m.says({ email: 'een@example.com' }),
      await m.says({ email: 'twee@example.com' }),
      await m.says({ email: 'drie@example.com' }),
    ]
    await m.merge(third.id, second.id)
    await m.merge(second.id, first.id)
    await m.harness.pass({ minutes: 1 })
    const outcomeId = await m.answer([first.id])
    expect((await readReceivers(m.deps, m.given.scope, { id: outcomeId, limit: 50 })).counts.channels.email).toBe(3)
    await m.deliver()
    expect(m.harness.mails.map(({ to }) => to).toSorted()).toEqual(['drie@example.com', 'een@example.com', 'twee@example.com'])
    expect(await m.sees(third)).toMatchObject({ status: 'answered', outcome: { title: 'Nieuwe plakbank' }, reaction: null })
    await react(m.deps, m.theirScope(third.customerId), { id: third.id, helped: 'yes' })
    expect(await m.sees(third)).toMatchObject({ status: 'answered', reaction: { helped: 'yes' } })
    expect(await m.sees(first)).toMatchObject({ reaction: null })
    m.harness.pass({ minutes: 20 })
    await m.deliver()
    expect(m.harness.mails).toHaveLength(3)
  })

  test('who was not helped goes on alone, with the goal whose team answered', async () => {
    const [first, second] = [await m.says(), await m.says({ goalId: null, status: 'received' })]
    await m.merge(second.id, first.id)
    await m.answer([first.id])
    await react(m.deps, m.theirScope(second.customerId), { id: second.id, helped: 'no', text: 'Nog steeds lek' })
    expect(await m.read(second.id)).toMatchObject({ status: 'reopened', mergedInto: null, goal: { id: m.given.goalId }, reaction: { helped: 'no' } })
    expect(await m.sees(second)).toMatchObject({ status: 'reopened', isMerged: false })
    expect(await m.read(first.id)).toMatchObject({ status: 'answered', mergedTotal: 0 })
  })

  test('an item that is split off stands as it stood, and so does the other’s promise', async () => {
    const [first, second] = [await m.says(), await m.says({ goalId: null, status: 'received' })]
    await m.change(first.id, { replyBy: '2026-03-09T16:00:00.000Z' })
    await m.change(second.id, { replyBy: '2026-03-04T16:00:00.000Z', status: 'reopened', helped: 'no', reactionText: 'Nee', reactedAt: '2026-03-01' })
    const before = await m.row(second.id)
    await m.merge(second.id, first.id)
    expect(await m.row(first.id)).toMatchObject({ replyBy: '2026-03-04T16:00:00.000Z' })
    await m.answer([first.id])
    await m.split(second.id)
    const { news, version, mailedOutcomeId, ...after } = await m.row(second.id)
    expect(before).toMatchObject(after)
    expect(await m.row(first.id)).toMatchObject({ replyBy: '2026-03-09T16:00:00.000Z', replyByAlone: null })
    expect((await m.sees(second)).timeline.map(({ type }) => type)).not.toContain('merged')
  })

  test('of two items that are merged into each other at once one goes on', async () => {
    const [first, second] = [await m.says(), await m.says()]
    const done = await Promise.allSettled([m.merge(first.id, second.id), m.merge(second.id, first.id)])
    expect(done.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
    const statuses = [(await m.row(first.id)).status, (await m.row(second.id)).status].toSorted()
    expect(statuses).toEqual(['merged', 'routed'])
    const merged = (await m.row(first.id)).status === 'merged' ? [first.id, second.id] : [second.id, first.id]
    await expect(m.merge(merged[1] ?? '', merged[0] ?? '')).rejects.toMatchObject({ code: 'bad-input' })
  })

  test('what was merged is merged along, and taken out of its own item again', async () => {
    const [first, second, third] = [await m.says(), await m.says(), await m.says()]
    await m.merge(third.id, second.id)
    await m.merge(second.id, first.id)
    expect(await m.read(third.id)).toMatchObject({ mergedInto: first.id })
    expect((await m.read(first.id)).merged.map(({ id }) => id).toSorted()).toEqual([second.id, third.id].toSorted())
    await m.split(second.id)
    expect(await m.read(third.id)).toMatchObject({ mergedInto: second.id })
    expect(await m.read(second.id)).toMatchObject({ status: 'routed', mergedTotal: 1 })
    await expect(m.merge(third.id, first.id)).rejects.toMatchObject({ code: 'conflict' })
  })

  test('when the customer of an item erases what they said, what others said of it goes on', async () => {
    const [first, second, third] = [await m.says({ message: 'kanarie' }), await m.says(), await m.says()]
    await m.merge(second.id, first.id)
    await m.merge(third.id, first.id)
    await m.change(first.id, { status: 'in_progress', plan: 'Plakken' })
    await eraseMine(m.deps, m.theirScope(first.customerId))
    expect(await m.read(second.id)).toMatchObject({ status: 'in_progress', plan: 'Plakken', mergedInto: null, merged: [{ id: third.id }] })
    expect(await m.sees(third)).toMatchObject({ status: 'in_progress', plan: 'Plakken' })
    await eraseMine(m.deps, m.theirScope(third.customerId))
    expect(await m.read(second.id)).toMatchObject({ merged: [], mergedTotal: 0 })
  })

  test('what is merged into an answered item is answered with it, by mail too', async () => {
    const [first, second] = [await m.says(), await m.says({ email: 'twee@example.com' })]
    await m.answer([first.id])
    await m.merge(second.id, first.id)
    await m.deliver()
    m.harness.pass({ minutes: 20 })
    await m.deliver()
    expect(m.harness.mails.map(({ subject }) => subject)).toEqual(['Wat we deden met ‘Mijn band is lek’'])
    expect(await m.sees(second)).toMatchObject({ status: 'answered', outcome: { title: 'Nieuwe plakbank' } })
  })

  test('a customer is mailed of a merge that stands, and of none that was taken back at once', async () => {
    const [first, second] = [await m.says(), await m.says({ email: 'twee@example.com' })]
    await m.merge(second.id, first.id)
    await m.split(second.id)
    m.harness.pass({ minutes: 20 })
    await m.deliver()
    expect(m.harness.mails).toHaveLength(0)
    await m.merge(second.id, first.id)
    m.harness.pass({ minutes: 20 })
    await m.deliver()
    expect(m.harness.mails.map(({ to, subject }) => [to, subject])).toEqual([['twee@example.com', 'Anderen zeiden hetzelfde: ‘Mijn band is lek’']])
  })

  test('what others were merged into can’t become spam', async () => {
    const [first, second] = [await m.says(), await m.says()]
    await m.merge(second.id, first.id)
    await expect(markSpam(m.deps, m.given.scope, { id: first.id })).rejects.toMatchObject({ code: 'conflict' })
  })

  test('who acts on what somebody changed meanwhile is told, and nothing is changed', async () => {
    const item = await m.says({ goalId: null, status: 'received' })
    const { version } = await m.read(item.id)
    await replyFeedback(m.deps, m.given.scope, { id: item.id, text: 'Even gebeld', internal: true, version })
    const stale = { code: 'stale', message: expect.stringContaining('Robin owner') }
    await expect(routeFeedback(m.deps, m.given.scope, { id: item.id, goalId: m.given.goalId, version })).rejects.toMatchObject(stale)
    await expect(replyFeedback(m.deps, m.given.scope, { id: item.id, text: 'Nog eens', internal: false, version })).rejects.toMatchObject(stale)
    expect(await m.read(item.id)).toMatchObject({ status: 'received', messages: [], version: version + 1 })
    await routeFeedback(m.deps, m.given.scope, { id: item.id, goalId: m.given.goalId, version: version + 1 })
    await expect(planFeedback(m.deps, m.given.scope, { id: item.id, initiativeId: 'none', version })).rejects.toMatchObject({ code: 'stale' })
  })
})
