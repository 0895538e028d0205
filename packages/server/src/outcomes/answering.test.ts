import type { Kysely } from 'kysely'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { type Answering, openAnswering } from '../../test/answering.ts'
import { dyingAfter } from '../../test/dying.ts'
import { engines } from '../../test/engines.ts'
import { compareTallies } from '../db/tallies.ts'
import { composers } from '../deliveries.ts'
import { mergeFeedback } from '../feedback/merging/merge.ts'
import { eraseMine } from '../feedback/privacy/erase-mine.ts'
import { markSpam } from '../feedback/triage.ts'
import { startWorker } from '../outbox/worker.ts'
import { answerPart, stepOf } from './answer-part.ts'
import { startAnswerer } from './answerer.ts'
import { listAnswering } from './answering-store.ts'
import { publishDue } from './publish-outcome.ts'

const MANY = 1_200

describe.each(engines)('$engine, an outcome for more than can be answered at once', ({ open }) => {
  let answering: Answering
  let ids: string[]
  beforeEach(async () => {
    answering = await openAnswering(open)
    ids = await answering.saysMany(MANY)
  })
  afterEach(() => answering.harness.close())

  const mine = () => answering.harness.deps.db.within(answering.given.scope)
  const receivers = async (id: string) => (await answering.ask('GET', `/api/v1/outcomes/${id}/receivers?limit=1`)).body.counts
  const queued = async (id: string) => (await answering.ask('GET', `/api/v1/outcomes/${id}/deliveries?limit=1`)).body.counts.queued
  const deliveries = (id: string) =>
    mine().selectFrom('deliveries').selectAll().where('aboutId', '=', id).where('kind', '=', 'outcome-email').execute()
  const answered = async (id: string) => (await mine().selectFrom('feedbackItems').select('id').where('outcomeId', '=', id).execute()).length
  const heard = async () => (await answering.events('outcome.published')).filter(({ feedbackItemId }) => feedbackItemId !== null).length
  const wrongTallies = async () =>
    (await compareTallies(answering.harness.deps.db.everywhere as unknown as Kysely<never>)).filter(({ wrong }) => wrong > 0)

  async function published(feedbackIds = ids) {
    const { id } = await answering.draft({ feedbackIds })
    expect((await answering.publish(id)).status).toBe(200)
    return id as string
  }

  /** Does parts of it until it has come to this step, and then so many more. */
  async function comeTo(step: 'telling' | 'answering', parts = 0) {
    for (;;) {
      const [one] = await listAnswering(answering.harness.deps.db)
      if (!one || (stepOf(one.answering) === step && parts-- === 0)) return
      await answerPart(answering.harness.deps, one, 400)
    }
  }

  test('it is published at once; all are told and answered soon after, by however many processes, and as many as were counted before', async () => {
    const tablet = await answering.says({ email: `${ids[0]}@example.com` })
    const [silent, stopped] = [await answering.says(), await answering.says({ email: 'cy@example.com', unsubscribedAt: '2026-03-01T00:00:00.000Z' })]
    const merged = await answering.says({ email: 'merged@example.com' })
    await mergeFeedback(answering.harness.deps, answering.given.scope, { id: merged.id, into: ids[7] as string })
    const { id } = await answering.draft({ feedbackIds: [...ids, tablet.id, silent.id, stopped.id] })
    const before = await receivers(id)
    expect(before.channels).toMatchObject({ email: MANY + 1, widget: 2 })
    expect(await answering.publish(id)).toMatchObject({ status: 200, body: { state: 'published' } })
    expect([await answered(id), await queued(id)]).toEqual([0, 0])
    expect(await receivers(id)).toEqual(before)

    await comeTo('telling', 1)
    const meanwhile = await receivers(id)
    expect(meanwhile.channels).toEqual(before.channels)
    expect(meanwhile.deliveries.queued).toBeGreaterThan(300)
    await Promise.all([answering.answerRest(), answering.answerRest()])
    await answering.answerRest()
    expect(await receivers(id)).toMatchObject({ channels: before.channels, reasons: before.reasons, deliveries: { queued: MANY + 1 } })
    expect(await answered(id)).toBe(MANY + 4)
    expect(await heard()).toBe(MANY + 4)
    expect(await answering.item(ids[3] as string)).toMatchObject({ status: 'answered', news: 1 })
    expect((await answering.item(merged.id)).status).toBe('merged')
    expect(await wrongTallies()).toEqual([])
  })

  test('no mail leaves before what it leads to is there', async () => {
    const id = await published()
    const { harness } = answering
    await mine().updateTable('customers').set({ unsubscribedAt: 'x' }).where('id', 'not in', ids.slice(0, 3)).execute()
    const deliver = () => startWorker(harness.deps, composers, [], { pollMs: null }).runOnce()
    await comeTo('answering')
    harness.pass({ minutes: 1 })
    await deliver()
    expect(answering.sentTo()).toEqual([])
    expect(await queued(id)).toBe(3)
    await answering.answerRest()
    harness.pass({ minutes: 1 })
    await deliver()
    await deliver()
    expect(answering.sentTo()).toEqual(
      ids
        .slice(0, 3)
        .map((id) => `${id}@example.com`)
        .toSorted(),
    )
  })

  test('killed between two parts or within one, it goes on where it was, and nobody is told twice', async () => {
    const id = await published()
    const { deps } = answering.harness
    await comeTo('telling', 1)
    const [one] = await listAnswering(deps.db)
    const before = await deliveries(id)
    // The clock is read within the part, when it has been noted already.
    const clock = () => {
      throw new Error('killed')
    }
    await expect(answerPart({ ...deps, clock }, one as NonNullable<typeof one>, 400)).rejects.toThrow('killed')
    expect(await deliveries(id)).toHaveLength(before.length)
    expect(await listAnswering(deps.db)).toEqual([one])
    for (const deaths of [1, 2, 3]) await expect(startAnswerer(dyingAfter(deps, deaths), { pollMs: null }).runOnce()).rejects.toThrow('killed')
    await answering.answerRest()
    expect(new Set((await deliveries(id)).map(({ receiver }) => receiver)).size).toBe(MANY)
    expect(await deliveries(id)).toHaveLength(MANY)
    expect([await answered(id), await heard()]).toEqual([MANY, MANY])
    expect(await wrongTallies()).toEqual([])
  })

  test('withdrawn in the middle, nothing more is answered and no mail leaves', async () => {
    const id = await published()
    await comeTo('answering', 1)
    const some = await answered(id)
    expect(some).toBeGreaterThan(0)
    expect(some).toBeLessThan(MANY)
    expect((await answering.ask('PUT', `/api/v1/outcomes/${id}/withdrawal`, { because: 'Klopt niet' })).status).toBe(200)
    await answering.answerRest()
    answering.harness.pass({ minutes: 1 })
    await answering.deliver()
    expect(answering.sentTo()).toEqual([])
    expect(await answered(id)).toBe(0)
    expect(await queued(id)).toBe(0)
    expect((await answering.item(ids[0] as string)).status).toBe('reopened')
    expect((await answering.item(ids.at(-1) as string)).status).toBe('routed')
    expect(await wrongTallies()).toEqual([])
  })

  test('what is merged, erased, or becomes spam meanwhile is answered and told as if it had been so before', async () => {
    const id = await published()
    const { deps } = answering.harness
    const { scope } = answering.given
    const [into, into2, spam, leaving] = [ids[0], ids[MANY - 1], ids[MANY - 2], ids[MANY - 3]] as [string, string, string, string]
    await comeTo('telling', 1)
    await eraseMine(deps, { ...scope, who: { kind: 'customer', id: leaving, siteId: answering.given.siteId } })
    const late = await answering.says({ email: 'late@example.com' })
    await mergeFeedback(deps, scope, { id: late.id, into: into2 })
    await comeTo('answering', 1)
    const behind = await answering.says({ email: 'behind@example.com' })
    await mergeFeedback(deps, scope, { id: behind.id, into })
    const ahead = await answering.says({ email: 'ahead@example.com' })
    await mergeFeedback(deps, scope, { id: ahead.id, into: into2 })
    await markSpam(deps, scope, { id: spam })
    await answering.answerRest()

    for (const one of [late, behind, ahead]) expect(await answering.item(one.id)).toMatchObject({ status: 'merged', outcomeId: id })
    expect(await answering.item(spam)).toMatchObject({ status: 'spam', outcomeId: null })
    const told = (await deliveries(id)).filter(({ state }) => state === 'queued').map(({ receiver }) => receiver)
    expect(told.filter((address) => /^(late|behind|ahead)@/.test(address)).toSorted()).toEqual([
      'ahead@example.com',
      'behind@example.com',
      'late@example.com',
    ])
    expect(told.filter((address) => address.startsWith(leaving))).toEqual([])
    expect(new Set(told).size).toBe(told.length)
    expect(await wrongTallies()).toEqual([])
  })

  test('an answer of its own that an item got meanwhile stays', async () => {
    const id = await published()
    const last = ids.at(-1) as string
    await comeTo('answering', 1)
    answering.harness.pass({ minutes: 1 })
    const own = await answering.draft({ feedbackIds: [last] })
    await answering.publish(own.id)
    await answering.answerRest()
    expect((await answering.item(last)).outcomeId).toBe(own.id)
    expect(await answered(id)).toBe(MANY - 1)
  })

  test('at its time it goes out in the same way', async () => {
    const { id } = await answering.draft({ feedbackIds: ids })
    await answering.publish(id, { at: '2026-03-03T08:00:00Z' })
    answering.harness.pass({ days: 1 })
    await Promise.all([publishDue(answering.harness.deps), publishDue(answering.harness.deps)])
    await answering.answerRest()
    expect([await answered(id), await queued(id), await heard()]).toEqual([MANY, MANY, MANY])
  })
})
