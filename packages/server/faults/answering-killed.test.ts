import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { givenProduct, type Standing } from './standing.ts'

const ITEMS = 2_000
const KILLS = 4

describe.each(['sqlite', 'postgres'] as const)('%s', (engine) => {
  let it: Standing
  beforeAll(async () => {
    it = await givenProduct(engine, { LOG_LEVEL: 'warn' })
  })
  afterAll(() => it?.stop())

  const count = async (sql: string) => Number((await it.books.rows(sql))[0]?.n)

  /** One outcome for so many customers, each of whom said one thing. */
  async function draftFor(ids: string[]): Promise<string> {
    const { body: team } = await it.product.api('POST', '/api/v1/teams', { name: 'Plantsoen', level: 'team' })
    const { body: goal } = await it.product.api('POST', '/api/v1/goals', { title: 'Overal een bank in de zon', teamId: team.id })
    const parts = { did: 'Er staan tien banken.', better: 'Iedereen zit.', next: 'In mei komen er meer.' }
    const draft = { goalId: goal.id, kind: 'done', title: 'Banken in de zon', ...parts, feedbackIds: ids }
    const { status, body } = await it.product.api('POST', '/api/v1/outcomes', draft)
    expect(status).toBe(201)
    return body.id
  }

  const told = async (id: string) => (await it.product.api('GET', `/api/v1/outcomes/${id}/receivers?limit=1`)).body.counts.channels

  async function say(): Promise<string[]> {
    const ids: string[] = []
    let left = ITEMS
    const one = async () => {
      while (left-- > 0) ids.push((await it.submit({ kind: 'idea', message: `Een bank erbij, ${crypto.randomUUID()}` })).body.id)
    }
    await Promise.all(Array.from({ length: 16 }, one))
    return ids
  }

  test('killed again and again while 2,000 customers get one outcome: each has it at last, and once', async () => {
    const id = await draftFor(await say())
    const counted = await told(id)
    expect(counted).toMatchObject({ widget: ITEMS })
    const answered = () => count(`select count(*) as n from feedback_items where outcome_id = '${id}' and status = 'answered'`)
    expect((await it.product.api('PUT', `/api/v1/outcomes/${id}/publication`, {})).status).toBe(200)
    const seen: number[] = []
    for (let kill = 0; kill < KILLS; kill++) {
      const before = await answered()
      for (let turns = 0; turns < 2_000 && (await answered()) === before && before < ITEMS; turns++) await wait(2)
      await it.product.kill('SIGKILL')
      seen.push(await answered())
      await it.product.start()
    }
    // It was killed in the middle, or nothing is shown.
    expect(seen.filter((done) => done > 0 && done < ITEMS)).not.toEqual([])
    await expect
      .poll(() => count(`select count(*) as n from outcomes where id = '${id}' and answering is null`), { timeout: 60_000, interval: 100 })
      .toBe(1)
    expect(await answered()).toBe(ITEMS)
    const heard = `select feedback_item_id from events where type = 'outcome.published' and feedback_item_id is not null group by feedback_item_id`
    expect(await count(`select count(*) as n from (${heard} having count(*) = 1) as once`)).toBe(ITEMS)
    expect(await count(`select count(*) as n from (${heard} having count(*) > 1) as twice`)).toBe(0)
    expect(await told(id)).toEqual(counted)
  })
})
