import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { type Given, givenOrganisation } from '../../test/builders.ts'
import { engines } from '../../test/engines.ts'
import { type Harness, openHarness } from '../../test/harness.ts'
import { givenShop, givenWaiting, sayAbout, thinkOver } from '../../test/learning.ts'
import { openDatabase } from '../db/open.ts'
import { readSuggestion } from './read-suggestion.ts'
import { claimNew, keeping, listAfter } from './store.ts'
import { startSuggester } from './suggester.ts'
import type { Made } from './thread/tasks.ts'

const nothing = (id: string): Made => ({ id, candidates: [], similar: [], language: 'xx', kind: null, flags: [], terms: [1, 2] })

describe.each(engines)('$engine', ({ engine, open }) => {
  let h: Harness
  let given: Given

  beforeEach(async () => {
    h = await openHarness(open)
    given = await givenOrganisation(h.deps)
    await givenShop(h.deps, given)
  })
  afterEach(() => h.close())

  const arrive = async (count: number) => {
    const ids: string[] = []
    for (let turn = 0; turn < count; turn++) ids.push((await givenWaiting(h.deps, given, sayAbout('band', turn))).id)
    return ids
  }
  const made = async () => (await h.deps.db.within(given.scope).selectFrom('suggestions').selectAll().where('at', '!=', '').execute()).length

  test('items of before and those that arrive get theirs while everything runs, and a stop waits for what is in hand', async () => {
    const before = await arrive(45)
    const suggester = startSuggester(h.deps, { pollMs: 20 })
    const after = await arrive(10)
    await expect.poll(made, { timeout: 20_000 }).toBe(before.length + after.length)
    await suggester.stop()
    await arrive(1)
    await new Promise((resolve) => setTimeout(resolve, 200))
    expect(await made()).toBe(55)
  })

  test('what a process had in hand when it ended is made by another', async () => {
    const ids = await arrive(3)
    await claimNew(h.deps.db, await listAfter(h.deps.db, 0, 2), new Date(h.deps.clock().getTime() + 15_000).toISOString())
    await thinkOver(h.deps)
    expect(await made()).toBe(engine === 'postgres' ? 1 : 3)
    h.pass({ seconds: 16 })
    await thinkOver(h.deps)
    expect(await made()).toBe(3)
    for (const id of ids) expect(await readSuggestion(h.deps, given.scope, { id })).toMatchObject({ language: 'nl' })
  })

  test('nothing is kept of an item that was erased while its suggestion was made', async () => {
    await arrive(2)
    const items = await claimNew(h.deps.db, await listAfter(h.deps.db, 0, 2), h.deps.clock().toISOString())
    const [erased, other] = items as [(typeof items)[number], (typeof items)[number]]
    await h.deps.db.within(given.scope).updateTable('feedbackItems').set({ message: '', erasedAt: 'now' }).where('id', '=', erased.id).execute()
    await h.deps.db.within(given.scope).deleteFrom('suggestions').where('feedbackItemId', '=', erased.id).execute()
    await h.deps.db.writeApart(
      keeping(
        h.deps.db,
        items.map((item) => ({ item, made: nothing(item.id), model: 0, threshold: 0.7, at: 'now' })),
      ),
    )
    const kept = await h.deps.db.within(given.scope).selectFrom('suggestions').select('feedbackItemId').execute()
    expect(kept).toEqual([{ feedbackItemId: other.id }])
    expect(await h.deps.db.within(given.scope).selectFrom('itemTerms').select(['seq', 'term']).orderBy('term').execute()).toEqual([
      { seq: other.seq, term: 1 },
      { seq: other.seq, term: 2 },
    ])
  })
})

test('two processes on one database take each item in hand once', async () => {
  const postgres = engines.find(({ engine }) => engine === 'postgres') as (typeof engines)[number]
  const h = await openHarness(postgres.open)
  const other = await openDatabase({ url: h.url })
  try {
    const given = await givenOrganisation(h.deps)
    for (let turn = 0; turn < 60; turn++) await givenWaiting(h.deps, given, sayAbout('band', turn))
    const until = new Date(h.deps.clock().getTime() + 15_000).toISOString()
    const rows = await listAfter(h.deps.db, 0, 60)
    const taken = await Promise.all([0, 1, 2, 3].map((i) => claimNew(i % 2 ? other : h.deps.db, i < 2 ? rows : rows.toReversed(), until)))
    const ids = taken.flat().map(({ id }) => id)
    expect(ids.length).toBe(60)
    expect(new Set(ids).size).toBe(60)
  } finally {
    await other.close()
    await h.close()
  }
})
