import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Given, givenFeedback, givenMember, givenOrganisation } from '../../../test/builders.ts'
import { engines } from '../../../test/engines.ts'
import { type Harness, openHarness } from '../../../test/harness.ts'
import type { Scope } from '../../db/scope.ts'
import { readFeedback } from '../inbox/read-feedback.ts'
import { eraseMine } from '../privacy/erase-mine.ts'
import { markSpam } from '../triage.ts'
import { holdReply, takeBackReply } from './hold-reply.ts'
import { releaseReplies } from './release-replies.ts'

describe.each(engines)('$engine', ({ open }) => {
  let harness: Harness
  let given: Given

  beforeAll(async () => {
    harness = await openHarness(open)
    given = await givenOrganisation(harness.deps)
  })
  afterAll(() => harness.close())

  let keys = 0
  const hold = (id: string, text = 'We kijken ernaar', scope: Scope = given.scope, key = `sleutel-${++keys}`) =>
    holdReply(harness.deps, scope, key, { id, text, asks: false })
  const read = (id: string) => readFeedback(harness.deps, given.scope, id)
  const item = (email: string | null = null) => givenFeedback(harness.deps, given, { email })
  const queued = (id: string) => harness.deps.db.within(given.scope).selectFrom('deliveries').select('kind').where('aboutId', '=', id).execute()

  test('a reply goes out ten seconds after it was sent, and not before', async () => {
    const { id } = await item('ada@bakker.example')
    const held = await hold(id)
    harness.pass({ seconds: 9 })
    await releaseReplies(harness.deps)
    expect(await read(id)).toMatchObject({
      messages: [],
      repliedAt: null,
      held: [{ id: held.id, text: 'We kijken ernaar', author: 'Robin owner', refused: false }],
    })
    expect(await queued(id)).toEqual([])
    harness.pass({ seconds: 1 })
    await releaseReplies(harness.deps)
    const sent = await read(id)
    expect(sent).toMatchObject({ held: [], messages: [{ id: held.id, by: 'team', author: 'Robin owner', text: 'We kijken ernaar' }] })
    expect(sent.repliedAt).toBe(harness.deps.clock().toISOString())
    expect(sent.timeline.at(-1)).toMatchObject({ type: 'feedback.message', actor: { kind: 'member', name: 'Robin owner' } })
    expect(await queued(id)).toEqual([{ kind: 'team-message' }])
  })

  test('a reply that was taken back never goes out, and its words are given back', async () => {
    const { id } = await item()
    const held = await hold(id, 'Toch maar niet')
    expect(await takeBackReply(harness.deps, given.scope, { id, replyId: held.id })).toMatchObject({ text: 'Toch maar niet' })
    harness.pass({ minutes: 1 })
    await releaseReplies(harness.deps)
    expect(await read(id)).toMatchObject({ held: [], messages: [] })
  })

  test('what has gone out can’t be taken back, and only its author takes a reply back', async () => {
    const { id } = await item()
    const held = await hold(id)
    const colleague = await givenMember(harness.deps, given.scope.organisationId, 'admin')
    const asked = { id, replyId: held.id }
    await expect(takeBackReply(harness.deps, colleague, asked)).rejects.toMatchObject({ code: 'forbidden' })
    harness.pass({ seconds: 11 })
    await releaseReplies(harness.deps)
    await expect(takeBackReply(harness.deps, given.scope, asked)).rejects.toMatchObject({ code: 'conflict' })
  })

  test('several processes at once send a reply once', async () => {
    const { id } = await item('eva@bakker.example')
    await hold(id)
    harness.pass({ seconds: 11 })
    await Promise.all([1, 2, 3, 4].map(() => releaseReplies(harness.deps)))
    expect((await read(id)).messages).toHaveLength(1)
    expect(await queued(id)).toHaveLength(1)
  })

  test('asking again with the same key, after an answer was lost, holds it once', async () => {
    const { id } = await item()
    const first = await hold(id, 'Eén keer', given.scope, 'zelfde')
    expect(await hold(id, 'Eén keer', given.scope, 'zelfde')).toEqual(first)
    await expect(hold(id, 'Iets anders', given.scope, 'zelfde')).rejects.toMatchObject({ code: 'key-reused' })
    expect((await read(id)).held).toHaveLength(1)
  })

  test('a reply to what became spam meanwhile is not sent, and kept for its author', async () => {
    const { id } = await item('spam@bakker.example')
    const held = await hold(id)
    await markSpam(harness.deps, given.scope, { id })
    harness.pass({ seconds: 11 })
    await releaseReplies(harness.deps)
    expect(await read(id)).toMatchObject({ messages: [], held: [{ refused: true, text: 'We kijken ernaar' }] })
    await takeBackReply(harness.deps, given.scope, { id, replyId: held.id })
    expect((await read(id)).held).toEqual([])
    await expect(hold(id)).rejects.toMatchObject({ code: 'conflict' })
  })

  test('of two who answer at once the second is told, and nothing of theirs is held', async () => {
    const { id } = await item()
    const { version } = await read(id)
    await holdReply(harness.deps, given.scope, 'eerste', { id, text: 'Ik kijk ernaar', asks: false, version })
    const colleague = await givenMember(harness.deps, given.scope.organisationId, 'member')
    await expect(holdReply(harness.deps, colleague, 'tweede', { id, text: 'Ik ook', asks: false, version })).rejects.toMatchObject({
      code: 'stale',
      message: expect.stringContaining('Robin owner'),
    })
    expect((await read(id)).held).toHaveLength(1)
  })

  test('who erased what they said is written nothing any more', async () => {
    const { id, customerId } = await item()
    await hold(id)
    await eraseMine(harness.deps, { organisationId: given.scope.organisationId, who: { kind: 'customer', id: customerId, siteId: given.siteId } })
    harness.pass({ seconds: 11 })
    await releaseReplies(harness.deps)
    expect(await read(id)).toMatchObject({ held: [], messages: [] })
    await expect(hold(id)).rejects.toMatchObject({ code: 'conflict', message: expect.stringContaining('erased') })
  })
})
