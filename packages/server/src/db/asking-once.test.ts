import { sql } from 'kysely'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { type Given, givenFeedback, givenOrganisation } from '../../test/builders.ts'
import { engines } from '../../test/engines.ts'
import { type Harness, openHarness } from '../../test/harness.ts'
import { askingOnce } from './asking-once.ts'
import type { Db } from './db.ts'
import { prepared } from './prepared.ts'

interface Sought {
  customerId: string
  status: string
  news: number | null
}

/** The newest two that a customer said. */
const newest = prepared((db, { customerId, status, news }: Sought) =>
  db.everywhere
    .selectFrom('feedbackItems')
    .select(['customerId', 'message'])
    .where('customerId', '=', customerId)
    .where('status', '=', status)
    .where('news', 'is not distinct from', news)
    .where('kind', '!=', 'idea')
    .orderBy('message', 'desc')
    .limit(2),
)

describe.each(engines)('$engine', ({ engine, open }) => {
  let harness: Harness
  let given: Given
  let questions: number
  let db: Db
  const customers: string[] = []

  beforeEach(async () => {
    harness = await openHarness(open)
    given = await givenOrganisation(harness.deps)
    customers.length = 0
    for (let i = 0; i < 5; i++) {
      const { customerId } = await givenFeedback(harness.deps, given, { message: `a${i}` })
      for (const message of i === 3 ? [] : [`c${i}`, `b${i}`]) await givenFeedback(harness.deps, given, { customerId, message })
      customers.push(customerId)
    }
    questions = 0
    db = askingOnce({
      ...harness.deps.db,
      ask: (query, parameters) => {
        questions++
        return harness.deps.db.ask(query, parameters)
      },
    })
  })
  afterEach(() => harness.close())

  const ask = (customerId: string, { status = 'routed', news = 0 }: Partial<Sought> = {}) => newest(db, { customerId, status, news })
  const said = async (asking: Promise<{ message: string }[]>[]) => (await Promise.all(asking)).map((rows) => rows.map(({ message }) => message))

  test('what is asked at one moment is answered as it would be alone, on PostgreSQL in one question', async () => {
    const nobody = '00000000-0000-7000-8000-000000000000'
    const answers = await said([...customers, nobody].map((id) => ask(id)))
    expect(answers).toEqual([['c0', 'b0'], ['c1', 'b1'], ['c2', 'b2'], ['a3'], ['c4', 'b4'], []])
    expect(questions).toBe(engine === 'postgres' ? 1 : 6)
    expect(await said(customers.map((id) => newest(harness.deps.db, { customerId: id, status: 'routed', news: 0 })))).toEqual(answers.slice(0, 5))
  })

  test('the same is asked once', async () => {
    const [one = '', other = ''] = customers
    expect(await said([one, one, other, one].map((id) => ask(id)))).toEqual([
      ['c0', 'b0'],
      ['c0', 'b0'],
      ['c1', 'b1'],
      ['c0', 'b0'],
    ])
    expect(await said([ask(one)])).toEqual([['c0', 'b0']])
    expect(questions).toBe(engine === 'postgres' ? 1 : 2)
  })

  test('what differs in more than texts is asked one by one', async () => {
    const [one = '', other = ''] = customers
    await harness.deps.db.within(given.scope).updateTable('feedbackItems').set({ news: 7 }).where('customerId', '=', other).execute()
    expect(await said([ask(one), ask(other, { news: 7 }), ask(one, { news: null })])).toEqual([['c0', 'b0'], ['c1', 'b1'], []])
    expect(questions).toBe(3)
  })

  test('values that look like more than they are stay values', async () => {
    const [one = ''] = customers
    const odd = [`'; drop table feedback_items; --`, '$1', '{"p0":"x"}', 'é€😀\\"']
    expect(await said([ask(one), ...odd.map((status) => ask(one, { status }))])).toEqual([['c0', 'b0'], [], [], [], []])
  })

  test('a question that fails, fails for who asked it', async () => {
    const broken = prepared(({ everywhere }, { id }: { id: string }) => ({
      compile: () => sql<object>`select id from nothing_there where id = ${id}`.compile(everywhere),
    }))
    await expect(Promise.all([broken(db, { id: 'a' }), broken(db, { id: 'b' })])).rejects.toThrow()
    expect(await said([ask(customers[3] ?? '')])).toEqual([['a3']])
  })
})
