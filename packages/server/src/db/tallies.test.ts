import type { Kysely } from 'kysely'
import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type Given, givenFeedback, givenOrganisation } from '../../test/builders.ts'
import { engines } from '../../test/engines.ts'
import { type Harness, openHarness } from '../../test/harness.ts'
import { newId } from './ids.ts'
import { compareTallies, countAnew } from './tallies.ts'

describe.each(engines)('$engine', ({ open }) => {
  let h: Harness
  let given: Given

  beforeAll(async () => {
    h = await openHarness(open)
  })
  afterAll(() => h.close())
  beforeEach(async () => {
    given = await givenOrganisation(h.deps, `Zaak ${newId()}`)
  })

  const mine = () => h.deps.db.within(given.scope)
  const raw = () => h.deps.db.everywhere as unknown as Kysely<never>
  const right = [
    { table: 'item_counts', wrong: 0 },
    { table: 'due_counts', wrong: 0 },
    { table: 'loop_sums', wrong: 0 },
  ]

  test('tallies follow whatever happens to items, many at once too', async () => {
    const ids = [await givenFeedback(h.deps, given), await givenFeedback(h.deps, given, { goalId: null, status: 'received' })].map(({ id }) => id)
    const change = (set: object) => mine().updateTable('feedbackItems').set(set).where('id', 'in', ids).execute()
    await change({ replyBy: '2026-03-05T16:00:00.000Z', ratingScale: 'nps', ratingValue: 9, flaggedAt: 'x' })
    expect(await compareTallies(raw())).toEqual(right)
    await change({ status: 'answered', answeredAt: 'x', helped: 'yes', askedAt: 'x', goalId: given.goalId })
    expect(await compareTallies(raw())).toEqual(right)
    await change({ status: 'spam' })
    await change({ status: 'merged', erasedAt: 'x', news: 3 })
    expect(await compareTallies(raw())).toEqual(right)
    await mine()
      .deleteFrom('feedbackItems')
      .where('id', '=', ids[0] ?? '')
      .execute()
    expect(await compareTallies(raw())).toEqual(right)
    const voices = await mine()
      .selectFrom('loopSums')
      .select(sql<number>`cast(sum(voices) as integer)`.as('voices'))
      .where('goalId', '=', '*')
      .executeTakeFirst()
    expect(voices).toEqual({ voices: 1 })
  })

  test('a tally that went wrong is seen, and counting anew mends it', async () => {
    await givenFeedback(h.deps, given)
    await mine().updateTable('itemCounts').set({ n: 5 }).execute()
    await mine().deleteFrom('loopSums').execute()
    const found = await compareTallies(raw())
    expect(found.map(({ wrong }) => wrong)).toEqual([1, 0, 4])
    await h.deps.db.everywhere.transaction().execute((trx) => countAnew(trx as unknown as Kysely<never>, h.deps.db.engine))
    expect(await compareTallies(raw())).toEqual(right)
  })

  test('a goal’s months say what its days do, and what waits for nothing any more is gone', async () => {
    const replyBy = '2026-03-05T16:00:00.000Z'
    const ids = [await givenFeedback(h.deps, given), await givenFeedback(h.deps, given)].map(({ id }) => id)
    const change = (set: object) => mine().updateTable('feedbackItems').set(set).where('id', 'in', ids).execute()
    const waiting = () => mine().selectFrom('dueCounts').select(['due', 'siteId', 'n']).where('n', '!=', 0).execute()
    const rows = () => mine().selectFrom('dueCounts').select(sql<number>`cast(count(*) as integer)`.as('n')).executeTakeFirst()
    await change({ replyBy, submittedAt: '2026-01-31T23:59:59.999Z' })
    expect(await waiting()).toEqual([{ due: replyBy, siteId: given.siteId, n: 2 }])
    await change({ repliedAt: '2026-03-01T12:00:00.000Z', answeredAt: '2026-03-01T12:00:00.000Z', status: 'answered' })
    expect(await rows()).toEqual({ n: 0 })
    const sums = await mine()
      .selectFrom('loopSums')
      .select(['goalId', 'day', 'voices', 'answered', 'promisesKept'])
      .where('goalId', 'in', [given.goalId, `#${given.goalId}`])
      .where('voices', '>', 0)
      .orderBy('goalId')
      .execute()
    const both = { voices: 2, answered: 2, promisesKept: 2 }
    expect(sums).toEqual([
      { goalId: `#${given.goalId}`, day: '2026-01', ...both },
      { goalId: given.goalId, day: '2026-01-31', ...both },
    ])
  })

  test('many who change items of one goal at once wait for nobody and lose no count', async () => {
    const said = await Promise.all(Array.from({ length: 12 }, () => givenFeedback(h.deps, given)))
    await Promise.all(
      said.map(({ id }) =>
        h.deps.db.everywhere
          .transaction()
          .execute((trx) => trx.updateTable('feedbackItems').set({ status: 'in_progress' }).where('id', '=', id).execute()),
      ),
    )
    expect(await compareTallies(raw())).toEqual(right)
    const counts = await mine()
      .selectFrom('itemCounts')
      .select(['status', sql<number>`cast(sum(n) as integer)`.as('n')])
      .groupBy('status')
      .execute()
    expect(counts.filter(({ n }) => n !== 0)).toEqual([{ status: 'in_progress', n: 12 }])
  })
})
