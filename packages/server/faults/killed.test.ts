import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { givenProduct, type Standing } from './standing.ts'

const SUBMISSIONS = 1000
const VISITORS = 32

/** One submission: its key, and the receipt when there was one. */
interface Said {
  key: string
  message: string
  id?: string
  answer?: unknown
}

describe.each(['sqlite', 'postgres'] as const)('%s', (engine) => {
  let it: Standing
  beforeAll(async () => {
    it = await givenProduct(engine, { LOG_LEVEL: 'warn' })
  })
  afterAll(() => it?.stop())

  const newWords = (count: number): Said[] =>
    Array.from({ length: count }, () => ({ key: crypto.randomUUID(), message: `Idee ${crypto.randomUUID()}` }))

  /** Says it once; null when there was no answer. */
  const say = async ({ key, message }: Said) => it.submit({ kind: 'idea', message }, { 'idempotency-key': key }).catch(() => null)

  /** Says it until it is acknowledged, as the widget does. */
  async function insist(said: Said) {
    for (;;) {
      const answer = await say(said)
      if (answer?.status === 201) {
        said.id = answer.body.id
        said.answer = answer.body
        return
      }
      if (answer !== null && answer.status !== 503 && answer.status !== 409) throw new Error(`${answer.status} ${JSON.stringify(answer.body)}`)
      await wait(20)
    }
  }

  async function visitors(all: Said[], visit: (said: Said) => Promise<void>) {
    const left = [...all]
    const one = async () => {
      for (let said = left.pop(); said; said = left.pop()) await visit(said)
    }
    await Promise.all(Array.from({ length: VISITORS }, one))
  }

  const storedIds = async () => (await it.books.rows('select id from feedback_items')).map(({ id }) => String(id))
  const lostOf = async (acknowledged: Said[]) => {
    const stored = new Set(await storedIds())
    return acknowledged.filter(({ id }) => id !== undefined && !stored.has(id))
  }
  const storedOnce = async (all: Said[]) => {
    const rows = await it.books.rows('select message, count(*) as n from feedback_items group by message')
    const times = new Map(rows.map(({ message, n }) => [String(message), Number(n)]))
    return all.filter(({ message }) => times.get(message) !== 1)
  }

  test('killed again and again in the middle of 1,000 submissions: what was acknowledged is there, and once', async () => {
    const all = newWords(SUBMISSIONS)
    const done = visitors(all, insist)
    const lost: Said[] = []
    for (const share of [0.1, 0.3, 0.5, 0.7, 0.9]) {
      while (all.filter(({ id }) => id).length < SUBMISSIONS * share) await wait(2)
      await wait(Math.random() * 20)
      const acknowledged = all.filter(({ id }) => id).map((said) => ({ ...said }))
      expect(acknowledged.length).toBeLessThan(SUBMISSIONS)
      expect(await it.product.kill('SIGKILL')).toEqual({ code: null, signal: 'SIGKILL' })
      await it.product.start()
      lost.push(...(await lostOf(acknowledged)))
    }
    await done
    expect(lost).toEqual([])
    expect(await lostOf(all)).toEqual([])
    expect(await storedOnce(all)).toEqual([])
    for (const said of all.slice(0, 50)) expect(await say(said)).toMatchObject({ status: 201, body: said.answer })
    expect(await storedIds()).toHaveLength(SUBMISSIONS + 1)
  })

  test('nothing was left half: every item has its customer and its history, and the database is whole', async () => {
    const halves = await it.books.rows(
      `select id from feedback_items where customer_id not in (select id from customers) or id not in (select feedback_item_id from events where type = 'feedback.received')`,
    )
    expect(halves).toEqual([])
    const alone = await it.books.rows('select id from customers where id not in (select customer_id from feedback_items)')
    expect(alone).toEqual([])
    const keys = await it.books.rows(`select count(*) as n from idempotency_keys where place like 'site:%'`)
    expect(Number(keys[0]?.n)).toBe(SUBMISSIONS + 1)
    if (engine === 'sqlite') expect(await it.books.rows('pragma integrity_check')).toEqual([{ integrity_check: 'ok' }])
  })

  test('asked to stop in the middle, it answers all that it keeps, and ends with 0', async () => {
    const all = newWords(600)
    const before = (await storedIds()).length
    let stop: ReturnType<Standing['product']['kill']> | undefined
    let acknowledged = 0
    await visitors(all, async (said) => {
      const answer = await say(said)
      if (answer === null) return
      expect(answer.status).toBe(201)
      said.id = answer.body.id
      acknowledged++
      if (acknowledged === 150) stop = it.product.kill('SIGTERM')
    })
    expect(await stop).toEqual({ code: 0, signal: null })
    await it.product.start()
    expect(acknowledged).toBeLessThan(600)
    expect(await lostOf(all)).toEqual([])
    expect((await storedIds()).length).toBe(before + acknowledged)
    await visitors(all, insist)
    expect(await storedOnce(all)).toEqual([])
  })
})
