import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Answer } from '../test/product.ts'
import { expectRefusal } from './refusals.ts'
import { givenProduct, ORIGIN, type Standing } from './standing.ts'

const body = { kind: 'idea', message: 'Zet de banken in de zon', name: 'Ada', attributes: { plan: 'pro' } }

describe.each(['sqlite', 'postgres'] as const)('%s', (engine) => {
  let it: Standing
  /** A second process on the same database, where there can be one. */
  let other: Standing | undefined
  beforeAll(async () => {
    it = await givenProduct(engine)
    if (engine === 'postgres') other = await givenProduct(engine, { DATABASE_URL: it.product.env.DATABASE_URL! })
  })
  afterAll(async () => {
    await other?.stop()
    await it?.stop()
  })

  const count = async (table: string) => Number((await it.books.rows(`select count(*) as n from ${table}`))[0]?.n)
  const counts = async () => ({ items: await count('feedback_items'), customers: await count('customers'), events: await count('events') })

  const processes = () => (other ? [it, other] : [it])
  /** The same many times at once, by turns to each process. */
  const atOnce = (times: number, ask: (server: Standing, i: number) => Promise<Answer>) =>
    Promise.all(Array.from({ length: times }, (_, i) => ask(processes()[i % processes().length]!, i)))
  const send = (server: Standing, path: string, sent: unknown, headers: Record<string, string>) =>
    server.product.request('POST', path, sent, { 'content-type': 'application/json', origin: ORIGIN, ...headers })
  const submit = (server: Standing, key: string, sent: unknown = body) =>
    send(server, `/widget/v1/sites/${it.siteKey}/feedback`, sent, { 'idempotency-key': key })

  /** Every answer is the one receipt, or tells to come back for it. */
  function expectOneAnswer(answers: Answer[]) {
    const given = answers.filter(({ status }) => status === 201)
    expect(given.length).toBeGreaterThan(0)
    for (const answer of given) expect(answer.body).toEqual(given[0]?.body)
    for (const answer of answers.filter(({ status }) => status !== 201)) {
      expectRefusal(answer, 'key-in-use')
      expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0)
    }
    return given[0]?.body
  }

  test('50 equal submissions at once are one item of one customer, with one answer', async () => {
    for (let round = 0; round < 5; round++) {
      const key = crypto.randomUUID()
      const before = await counts()
      const receipt = expectOneAnswer(await atOnce(50, (server) => submit(server, key)))
      expect(await counts()).toEqual({ items: before.items + 1, customers: before.customers + 1, events: before.events + 1 })
      for (const server of processes()) expect(await submit(server, key)).toMatchObject({ status: 201, body: receipt })
    }
  })

  test('the same words in another order of fields are the same request, other words are not', async () => {
    const key = crypto.randomUUID()
    const { body: receipt } = await submit(it, key)
    const before = await counts()
    const turned = Object.fromEntries(Object.entries(body).toReversed())
    expect(await submit(it, key, turned)).toMatchObject({ status: 201, body: receipt })
    for (const other of [
      { ...body, message: 'Iets anders' },
      { ...body, kind: 'complaint' },
      { ...body, name: undefined },
      { ...body, attributes: { plan: 'free' } },
    ])
      for (const server of processes()) expectRefusal(await submit(server, key, other), 'key-reused')
    expect(await counts()).toEqual(before)
  })

  test('50 different submissions at once under one key: one is kept, the others are told', async () => {
    const before = await counts()
    const key = crypto.randomUUID()
    const answers = await atOnce(50, (server, i) => submit(server, key, { ...body, message: `Idee ${i}` }))
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(1)
    for (const answer of answers.filter(({ status }) => status !== 201)) expectRefusal(answer, 'key-in-use', 'key-reused')
    expect((await counts()).items).toBe(before.items + 1)
  })

  test('50 submissions with a key each are 50 items', async () => {
    const before = await counts()
    const answers = await atOnce(50, (server) => submit(server, crypto.randomUUID()))
    expect(new Set(answers.map(({ status, body }) => `${status} ${body.id}`)).size).toBe(50)
    expect((await counts()).items).toBe(before.items + 50)
  })

  test('50 equal messages at once are one message', async () => {
    const key = crypto.randomUUID()
    const path = `/widget/v1/mine/feedback/${it.feedbackId}/messages`
    const before = await count('messages')
    const add = (text: string) => (server: Standing) => send(server, path, { text }, { ...it.customer, 'idempotency-key': key })
    expectOneAnswer(await atOnce(50, add('En in de schaduw als het warm is')))
    expect(await count('messages')).toBe(before + 1)
    expectRefusal(await add('Toch niet')(it), 'key-reused')
  })

  test('a key counts for one site and one item only', async () => {
    const key = crypto.randomUUID()
    expect((await submit(it, key)).status).toBe(201)
    const second = await it.product.api('POST', '/api/v1/sites', { name: 'Tweede', origins: [ORIGIN] })
    const path = `/widget/v1/sites/${second.body.key}/feedback`
    expect((await send(it, path, { ...body, message: 'Voor de andere' }, { 'idempotency-key': key })).status).toBe(201)
  })

  test('a submission without a key, or with one that is none, is refused', async () => {
    const before = await counts()
    const headers = (key: string) => ({ 'idempotency-key': key })
    expectRefusal(await it.product.request('POST', `/widget/v1/sites/${it.siteKey}/feedback`, body, { origin: ORIGIN }), 'key-missing')
    expectRefusal(await it.submit(body, headers('')), 'key-missing')
    for (const key of ['x'.repeat(201), 'a b', 'é', `${'x'.repeat(3000)}`]) expectRefusal(await it.submit(body, headers(key)), 'bad-input')
    expect(await counts()).toEqual(before)
    for (const key of ['x'.repeat(200), '!"#$%&\'()*+,-./:;<=>?@[\\]^_`{|}~', "' or '1'='1"].filter((key) => !key.includes(' ')))
      expect((await it.submit(body, headers(key))).status).toBe(201)
  })

  test('who was refused may mend it and send it again under the same key', async () => {
    const key = crypto.randomUUID()
    expectRefusal(await submit(it, key, { ...body, message: '' }), 'bad-input')
    expect((await submit(it, key)).status).toBe(201)
  })
})
