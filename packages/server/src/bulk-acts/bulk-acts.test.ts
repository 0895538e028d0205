import type { Act, BulkAct } from '@klankbord/shared/bulk-acts'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { givenMember } from '../../test/builders.ts'
import { engines } from '../../test/engines.ts'
import { openMerging } from '../../test/merging.ts'
import { newId } from '../db/ids.ts'
import { eraseMine } from '../feedback/privacy/erase-mine.ts'
import { markSpam, routeFeedback } from '../feedback/triage.ts'
import { createInitiative } from '../initiatives/create-initiative.ts'
import { startActor } from './actor.ts'
import { doPart } from './do-part.ts'
import { cancelBulkAct, closeOldActs, undoBulkAct } from './end-act.ts'
import { countFound, findAll } from './find-all.ts'
import { listSkipped, readBulkAct } from './read-act.ts'
import { PART, startBulkAct } from './start-act.ts'
import { findAct } from './store.ts'

describe.each(engines)('$engine', ({ open }) => {
  let m: Awaited<ReturnType<typeof openMerging>>
  let actor: ReturnType<typeof startActor>
  let second: string
  beforeEach(async () => {
    m = await openMerging(open)
    actor = startActor(m.deps, { pollMs: null })
    second = newId()
    const { goalId, scope } = m.given
    const goal = await m.deps.db.within(scope).selectFrom('goals').selectAll().where('id', '=', goalId).executeTakeFirstOrThrow()
    await m.deps.db
      .within(scope)
      .insertInto('goals', { ...goal, id: second, title: 'Een ander doel' })
      .execute()
  })
  afterEach(() => m.harness.close())

  const start = (act: Act, ids: string[]) => startBulkAct(m.deps, m.given.scope, { act, what: { ids } })
  const read = (id: string) => readBulkAct(m.deps, m.given.scope, id)
  const run = async ({ id }: BulkAct) => {
    await actor.runOnce()
    return read(id)
  }
  const undo = async ({ id }: BulkAct) => run(await undoBulkAct(m.deps, m.given.scope, id))
  /** All of an item but for what counts how often it changed. */
  const stands = async (id: string) => {
    const { version, ...row } = await m.row(id)
    return row
  }

  test('each item is given to the goal as if it were alone, and what can’t be is passed over with the reason', async () => {
    const [open1, open2, spam, answered, there] = [
      await m.says({ goalId: null, status: 'received' }),
      await m.says({ status: 'reopened' }),
      await m.says({ status: 'spam' }),
      await m.says({ status: 'answered' }),
      await m.says({ goalId: second }),
    ]
    const alone = await m.says({ goalId: null, status: 'received' })
    await routeFeedback(m.deps, m.given.scope, { id: alone.id, goalId: second })
    const act = await run(
      await start(
        { type: 'route', goalId: second },
        [open1, open2, spam, answered, there].map(({ id }) => id),
      ),
    )
    expect(act).toMatchObject({
      state: 'done',
      total: 5,
      done: 2,
      skipped: 3,
      reasons: { spam: 1, answered: 1, same: 1 },
      by: { name: 'Robin owner' },
    })
    const { id, seq, customerId, ...like } = await stands(alone.id)
    expect(await stands(open1.id)).toMatchObject({ ...like, ...('search' in like && {}) })
    expect(await m.read(open2.id)).toMatchObject({ status: 'reopened', goal: { id: second } })
    const [event, like2] = [(await m.read(open1.id)).timeline.at(-1), (await m.read(alone.id)).timeline.at(-1)]
    expect(event).toEqual(like2)
    expect(await m.deps.db.within(m.given.scope).selectFrom('routingDecisions').select('goalId').execute()).toHaveLength(3)
    const { items } = await listSkipped(m.deps, m.given.scope, { id: act.id, limit: 50 })
    expect(items).toContainEqual({ id: spam.id, reason: 'spam' })
  })

  test('what was done is undone exactly, but for what somebody changed since', async () => {
    const items = [await m.says({ goalId: null, status: 'received' }), await m.says(), await m.says({ goalId: null, status: 'received' })]
    const before = await Promise.all(items.map(({ id }) => stands(id)))
    const act = await run(
      await start(
        { type: 'route', goalId: second },
        items.map(({ id }) => id),
      ),
    )
    await markSpam(m.deps, m.given.scope, { id: items[2]?.id ?? '' })
    expect(await undo(act)).toMatchObject({ undo: 'done', undone: 2, undoSkipped: 1 })
    expect(await stands(items[0]?.id ?? '')).toEqual(before[0])
    expect(await stands(items[1]?.id ?? '')).toEqual(before[1])
    expect(await m.row(items[2]?.id ?? '')).toMatchObject({ status: 'spam', goalId: second })
    const decided = await m.deps.db.within(m.given.scope).selectFrom('routingDecisions').selectAll().execute()
    expect(decided.map(({ feedbackItemId }) => feedbackItemId)).toEqual([items[2]?.id])
  })

  test('all that a filter finds is taken, in parts, and nothing that comes later', async () => {
    const ids: string[] = []
    for (let i = 0; i < 230; i++) ids.push((await m.says({ goalId: null, status: 'received' })).id)
    const act = await startBulkAct(m.deps, m.given.scope, { act: { type: 'spam' }, what: { filter: { status: 'received' } } })
    expect(act.total).toBe(230)
    const late = await m.says({ goalId: null, status: 'received' })
    expect(await run(act)).toMatchObject({ state: 'done', done: 230, skipped: 0 })
    expect(await m.row(late.id)).toMatchObject({ status: 'received' })
    const back = await run(await start({ type: 'unspam' }, ids.slice(0, 5)))
    expect(back).toMatchObject({ done: 5 })
    expect(await m.row(ids[0] ?? '')).toMatchObject({ status: 'received' })
  })

  test('an act is done to exactly those that were counted: what comes in after is left, and where somebody was first nothing begins', async () => {
    for (let i = 0; i < 12; i++) await m.says({ goalId: null, status: 'received', message: i % 2 ? 'De bel rinkelt niet' : 'Het stuur zit los' })
    const filter = { q: 'bel', status: 'received' }
    const count = await countFound(m.deps, m.given.scope, filter)
    expect(count).toMatchObject({ count: 6, isMore: false })
    m.harness.pass({ seconds: 1 })
    const late = await m.says({ goalId: null, status: 'received', message: 'Mijn bel ook niet' })
    const what = { filter, before: count.at, count: count.count }
    const act = await run(await startBulkAct(m.deps, m.given.scope, { act: { type: 'spam' }, what }))
    expect(act).toMatchObject({ total: 6, done: 6 })
    expect(await m.row(late.id)).toMatchObject({ status: 'received' })
    // Those are spam now.
    await expect(startBulkAct(m.deps, m.given.scope, { act: { type: 'spam' }, what })).rejects.toMatchObject({ code: 'stale' })
    expect(await countFound(m.deps, m.given.scope, filter)).toMatchObject({ count: 1 })
  })

  test('a count says that there are more where nobody could wait for all of them', async () => {
    for (let i = 0; i < 3; i++) await m.says({ status: 'reopened' })
    const { ids, isMore } = await findAll(m.deps, m.given.scope, { status: 'reopened' }, { most: 2 })
    expect([ids.length, isMore]).toEqual([3, false])
    for (let i = 0; i < 500; i++) await m.says({ status: 'reopened' })
    expect(await findAll(m.deps, m.given.scope, { status: 'reopened' }, { most: 2 })).toMatchObject({ ids: { length: 500 }, isMore: true })
    expect(await countFound(m.deps, m.given.scope, { status: 'reopened' })).toMatchObject({ count: 503, isMore: false })
  })

  test('many are merged into one, and split off again as they stood', async () => {
    const top = await m.says({ goalId: null, status: 'received' })
    const items = [await m.says({ email: 'een@example.com' }), await m.says(), await m.says({ status: 'answered' })]
    const before = await stands(items[0]?.id ?? '')
    const act = await run(
      await start(
        { type: 'merge', into: top.id },
        [top, ...items].map(({ id }) => id),
      ),
    )
    expect(act).toMatchObject({ done: 2, reasons: { itself: 1, answered: 1 } })
    expect(await m.read(top.id)).toMatchObject({ mergedTotal: 2, status: 'routed', goal: { id: m.given.goalId } })
    await undo(act)
    expect(await stands(items[0]?.id ?? '')).toEqual(before)
    m.harness.pass({ minutes: 20 })
    await m.deliver()
    expect(m.harness.mails).toEqual([])
  })

  test('items are put under an initiative by who is in its team, and those of another goal are left', async () => {
    const { goalId, scope } = m.given
    const { id: initiativeId } = await createInitiative(m.deps, scope, { goalId, title: 'Plakbank', plan: 'We kopen er een' })
    const [ours, other] = [await m.says(), await m.says({ goalId: second })]
    const stranger = await givenMember(m.deps, scope.organisationId, 'admin')
    const what = { ids: [ours.id, other.id] }
    await expect(startBulkAct(m.deps, stranger, { act: { type: 'plan', initiativeId }, what })).rejects.toMatchObject({ code: 'forbidden' })
    const act = await run(await startBulkAct(m.deps, scope, { act: { type: 'plan', initiativeId }, what }))
    expect(act).toMatchObject({ done: 1, reasons: { 'other-goal': 1 } })
    expect(await m.sees(ours)).toMatchObject({ status: 'in_progress', plan: 'We kopen er een', news: 1 })
  })

  test('two acts over the same items do each item twice or pass it over, and never lose one', async () => {
    const ids: string[] = []
    for (let i = 0; i < 150; i++) ids.push((await m.says({ goalId: null, status: 'received' })).id)
    const [route, spam] = [await start({ type: 'route', goalId: second }, ids), await start({ type: 'spam' }, ids)]
    const other = startActor(m.deps, { pollMs: null })
    await Promise.all([actor.runOnce(), other.runOnce()])
    const [routed, spammed] = [await read(route.id), await read(spam.id)]
    expect([routed.state, spammed.state]).toEqual(['done', 'done'])
    expect(routed.done + routed.skipped).toBe(150)
    expect(spammed).toMatchObject({ done: 150 })
    expect(routed.skipped).toBe(routed.reasons.spam ?? 0)
    const rows = await m.deps.db.within(m.given.scope).selectFrom('feedbackItems').select(['status', 'goalId']).execute()
    expect(rows.filter(({ status }) => status === 'spam')).toHaveLength(150)
    expect(rows.filter(({ goalId }) => goalId === second)).toHaveLength(routed.done)
  })

  test('an act that is cancelled does no more, and what it did can be undone', async () => {
    const ids: string[] = []
    for (let i = 0; i < 150; i++) ids.push((await m.says({ goalId: null, status: 'received' })).id)
    const { id } = await start({ type: 'spam' }, ids)
    const act = await findAct(m.deps.db, m.given.scope, id)
    if (act) await doPart(m.deps, m.given.scope, act, m.deps.clock().toISOString())
    expect(await cancelBulkAct(m.deps, m.given.scope, id)).toMatchObject({ state: 'cancelled', done: PART })
    expect(await run(await read(id))).toMatchObject({ done: PART })
    expect(await undo(await read(id))).toMatchObject({ undo: 'done', undone: PART })
    // The same part twice, as by a process that was thought to be gone.
    if (act) expect(await doPart(m.deps, m.given.scope, act, m.deps.clock().toISOString())).toBe(false)
  })

  test('after an hour it can’t be undone, and nothing is kept of how it was', async () => {
    const { id } = await m.says()
    const act = await run(await start({ type: 'spam' }, [id]))
    m.harness.pass({ hours: 1, seconds: 1 })
    await closeOldActs(m.deps)
    await expect(undoBulkAct(m.deps, m.given.scope, act.id)).rejects.toMatchObject({ code: 'conflict' })
    expect(await m.deps.db.everywhere.selectFrom('bulkActItems').selectAll().execute()).toEqual([])
  })

  test('what a customer erases is forgotten in acts too, and is not undone', async () => {
    const said = await m.says({ message: 'kanarie' })
    await m.change(said.id, { routing: JSON.stringify({ method: 'model', model: 1, because: ['kanarie'] }) })
    const act = await run(await start({ type: 'route', goalId: second }, [said.id]))
    await eraseMine(m.deps, m.theirScope(said.customerId))
    expect(JSON.stringify(await m.deps.db.everywhere.selectFrom('bulkActItems').selectAll().execute())).not.toContain('kanarie')
    expect(await undo(act)).toMatchObject({ undone: 0 })
  })

  test('one id that is not here refuses all of it, and a goal that ends meanwhile ends it with the reason', async () => {
    const { id } = await m.says()
    await expect(start({ type: 'spam' }, [id, newId()])).rejects.toMatchObject({ code: 'not-found' })
    await expect(start({ type: 'route', goalId: newId() }, [id])).rejects.toMatchObject({ code: 'not-found' })
    const act = await start({ type: 'route', goalId: second }, [id])
    await m.deps.db
      .within(m.given.scope)
      .updateTable('goals')
      .set({ state: 'stopped', endedAt: '2026-03-02T00:00:00.000Z' })
      .where('id', '=', second)
      .execute()
    expect(await run(act)).toMatchObject({ state: 'failed', failure: expect.stringContaining('ended'), done: 0 })
  })
})
