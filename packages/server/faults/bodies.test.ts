import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { brokenJson, hostileTexts } from './corpora/read.ts'
import { expectRefusal, timed, wrongWith } from './refusals.ts'
import { givenProduct, ORIGIN, type Standing } from './standing.ts'
import { overWire } from './wire.ts'

const KIB = 1024

describe.each(['sqlite', 'postgres'] as const)('%s', (engine) => {
  let it: Standing
  beforeAll(async () => {
    it = await givenProduct(engine)
  })
  afterAll(() => it?.stop())

  const read = async ({ body }: { body: { id: string; customerToken: string } }) => {
    const headers = { authorization: `Bearer ${body.customerToken}`, origin: ORIGIN }
    return (await it.product.request('GET', `/widget/v1/mine/feedback/${body.id}`, undefined, headers)).body
  }
  const idea = (rest: string) => `{"kind":"idea","message":"Een idee"${rest}}`

  test('bytes that are no JSON are refused, and nothing of them is stored', async () => {
    const before = await it.books.fingerprint()
    const faults: string[] = []
    for (const { name, bytes } of brokenJson().filter(({ bytes }) => bytes.length > 0)) {
      const found = wrongWith(await timed(() => it.submit(new Uint8Array(bytes))), ['bad-input'])
      if (found.length > 0) faults.push(`${name}: ${found.join('; ')}`)
    }
    expect(faults).toEqual([])
    expect(await it.books.fingerprint()).toBe(before)
  })

  test('a body that says nothing lacks what must be said', async () => {
    for (const body of ['', '{}', ' \n', '{ }']) expectRefusal(await timed(() => it.submit(body)), 'bad-input')
  })

  test('JSON is JSON in whatever letters its type is written, and with a mark of byte order', async () => {
    const types = ['APPLICATION/JSON', 'Application/Json; charset=UTF-8', 'application/json;charset="utf-8"', ' application/json ; x=y']
    for (const type of types) expect(await it.submit(idea(''), { 'content-type': type })).toMatchObject({ status: 201 })
    expect(await it.submit(`\uFEFF${idea('')}`)).toMatchObject({ status: 201 })
    expectRefusal(await it.submit(new Uint8Array(Buffer.from(idea(''), 'utf16le'))), 'bad-input')
  })

  test('of a name that stands twice the last counts', async () => {
    expect(await read(await it.submit(idea(',"message":"Een beter idee"')))).toMatchObject({ message: 'Een beter idee' })
  })

  test('depth alone overthrows nothing', async () => {
    const deep = (open: string, close: string, depth: number) => open.repeat(depth) + close.repeat(depth)
    expect(await it.submit(idea(`,"unknown":${deep('[', ']', 30_000)}`))).toMatchObject({ status: 201 })
    expectRefusal(await it.submit(`{"kind":"idea","message":${deep('[', ']', 30_000)}}`), 'bad-input')
    expectRefusal(await it.submit(idea(`,"attributes":{"a":${deep('{"a":', '}', 0)}${'{"a":'.repeat(9000)}1${'}'.repeat(9000)}}`)), 'bad-input')
    expectRefusal(
      await it.product.request('POST', '/api/v1/goals', `{"title":${deep('[', ']', 900_000)}}`, { ...it.owner, 'content-type': 'application/json' }),
      'bad-input',
    )
  })

  test('names that reach for the prototype of every object reach nothing', async () => {
    const before = await it.books.fingerprint()
    expectRefusal(await it.submit('{"__proto__":{"kind":"idea","message":"x"}}'), 'bad-input')
    expectRefusal(await it.submit('{"constructor":{"prototype":{"kind":"idea"}},"message":"x"}'), 'bad-input')
    for (const body of hostileTexts('prototype-pollution')) expectRefusal(await it.submit(body), 'bad-input')
    expect(await it.books.fingerprint()).toBe(before)
    const { status, body } = await it.submit(idea(',"attributes":{"__proto__":"x","constructor":"y","toString":"z"}'))
    if (status === 201)
      expect((await it.product.request('GET', `/api/v1/feedback/${body.id}`, undefined, it.owner)).body.attributes).not.toHaveProperty(
        '__proto__',
        'x',
      )
    else expect(wrongWith({ status, body, headers: new Headers({ 'content-type': 'application/problem+json' }) }, ['bad-input'])).toEqual([])
    expectRefusal(await it.submit('{"message":"x"}'), 'bad-input')
  })

  test('fields that only the server writes are not taken from a stranger', async () => {
    const answer = await it.submit(
      idea(
        ',"id":"mine","status":"answered","organisationId":"other","siteId":"other","customerId":"other","goalId":"mine","submittedAt":"2001-01-01T00:00:00.000Z","news":9,"helped":"yes"',
      ),
    )
    expect(answer.status).toBe(201)
    expect(answer.body.id).not.toBe('mine')
    const item = await read(answer)
    expect(item).toMatchObject({ status: 'received', goal: null, news: 0, reaction: null })
    expect(item.submittedAt > '2020').toBe(true)
  })

  test('numbers at the edge are numbers or refused', async () => {
    const rating = (value: string) => it.submit(idea(`,"rating":{"scale":"nps","value":${value}}`))
    for (const value of ['0', '10', '1.0', '1e1', '-0']) expect(await rating(value)).toMatchObject({ status: 201 })
    for (const value of ['1e400', '-1', '11', '0.5', '9007199254740993', '1e-320', '"7"']) expectRefusal(await rating(value), 'bad-input')
    for (const value of ['1e400', '-1e400']) {
      const measure = `{"name":"Wachttijd","unit":"min","direction":"down","source":"entered","target":${value}}`
      expectRefusal(await it.product.request('POST', '/api/v1/measures', measure, { ...it.owner, 'content-type': 'application/json' }), 'bad-input')
    }
  })

  test('NUL, control characters and half characters are taken out, bytes that are no UTF-8 become the sign for it', async () => {
    expect(await read(await it.submit('{"kind":"idea","message":"a\\u0000b\\u0007c\\ud800d\\r\\ne"}'))).toMatchObject({ message: 'abc\uFFFDd\ne' })
    const bytes = Buffer.concat([Buffer.from('{"kind":"idea","message":"a'), Buffer.from([0xff, 0xc0, 0xaf]), Buffer.from('b"}')])
    expect((await read(await it.submit(new Uint8Array(bytes)))).message).toMatch(/^a\uFFFD+b$/)
  })

  test('a body above the limit is refused, whether it tells its length or not', async () => {
    const before = await it.books.fingerprint()
    const big = (kib: number) => `{"kind":"idea","message":"${'x'.repeat(kib * KIB)}"}`
    const json = { 'content-type': 'application/json' }
    expectRefusal(await timed(() => it.submit(big(64))), 'too-large')
    expectRefusal(await it.product.request('POST', '/api/v1/goals', big(2048), { ...it.owner, ...json }), 'too-large')
    expectRefusal(await it.submit(big(63)), 'bad-input')
    for (const kib of [64, 1024]) {
      const { statuses, text } = await overWire(it.product.url, inChunks(big(kib)))
      expect({ kib, statuses, text }).toMatchObject({ statuses: [413], text: expect.stringContaining('"code":"too-large"') })
    }
    expect(await it.books.fingerprint()).toBe(before)
  })

  test('a length that is a lie stores nothing', async () => {
    const before = await it.books.fingerprint()
    const body = idea('')
    const { statuses: tooLong } = await overWire(it.product.url, head(`Content-Length: 999999999999999`) + body)
    expect(tooLong).toEqual([413])
    const { statuses: cut } = await overWire(it.product.url, head(`Content-Length: ${body.length - 5}`) + body)
    expect(cut[0]).toBe(400)
    expect((await overWire(it.product.url, head('Content-Length: -1') + body)).statuses).toEqual([400])
    expect(await it.books.fingerprint()).toBe(before)
  })

  const head = (length: string) =>
    `POST /widget/v1/sites/${it.siteKey}/feedback HTTP/1.1\r\nHost: x\r\nOrigin: ${ORIGIN}\r\nContent-Type: application/json\r\nIdempotency-Key: ${crypto.randomUUID()}\r\n${length}\r\n\r\n`

  function inChunks(body: string): string {
    const chunks = body.match(/.{1,8192}/gs) ?? []
    return `${head('Transfer-Encoding: chunked')}${chunks.map((chunk) => `${chunk.length.toString(16)}\r\n${chunk}\r\n`).join('')}0\r\n\r\n`
  }
})
