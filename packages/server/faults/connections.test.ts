import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { brokenRequests } from './corpora/read.ts'
import { givenProduct, ORIGIN, type Standing } from './standing.ts'
import { dial, overWire } from './wire.ts'

/** Connections end before a request does, so one engine is enough to see that none of it reaches further. */
describe('strangers on the wire', () => {
  let it: Standing
  let unfinished: Promise<{ seconds: number; text: string }[]>
  beforeAll(async () => {
    it = await givenProduct('sqlite')
    unfinished = Promise.all(['', 'GET /healthz HTTP/1.1\r\nHost:'].map(lifeOf))
  })
  afterAll(() => it?.stop())

  const isHealthy = async () => {
    const began = performance.now()
    expect(await it.submit({ kind: 'idea', message: 'Het werkt nog' })).toMatchObject({ status: 201 })
    expect((await it.product.request('GET', '/healthz')).status).toBe(200)
    return performance.now() - began
  }
  const submission = (headers: string, body = '{"kind":"idea","message":"x"}') =>
    `POST /widget/v1/sites/${it.siteKey}/feedback HTTP/1.1\r\nHost: x\r\nOrigin: ${ORIGIN}\r\nContent-Type: application/json\r\nIdempotency-Key: ${crypto.randomUUID()}\r\n${headers}\r\n${body}`

  /** How long a connection lives that says no more than this. */
  const lifeOf = async (bytes: string) => {
    const began = performance.now()
    const socket = await dial(it.product.url)
    let text = ''
    socket.on('data', (chunk) => {
      text += chunk
    })
    socket.write(bytes)
    await new Promise((resolve) => socket.once('close', resolve))
    return { seconds: (performance.now() - began) / 1000, text }
  }

  test('requests that are no HTTP are refused, and the connection ends', async () => {
    const before = await it.books.fingerprint()
    const faults: string[] = []
    for (const { name, request } of brokenRequests()) {
      const { statuses, isClosed } = await overWire(it.product.url, Buffer.from(request, 'latin1'))
      if (statuses.some((status) => status < 400 || status >= 500)) faults.push(`${name}: ${statuses}`)
      if (!isClosed && statuses.length === 0) faults.push(`${name}: neither an answer nor an end`)
    }
    expect(faults).toEqual([])
    expect(await it.books.fingerprint()).toBe(before)
    await isHealthy()
  })

  test('a request whose end can be read in two ways is refused, and nothing of it is taken for another', async () => {
    const before = await it.books.fingerprint()
    const body = '0\r\n\r\n'
    const smuggled = 'GET /healthz HTTP/1.1\r\nHost: x\r\n\r\n'
    const ways = [
      'Content-Length: 5\r\nTransfer-Encoding: chunked\r\n',
      'Transfer-Encoding: chunked\r\nContent-Length: 5\r\n',
      'Content-Length: 5\r\nContent-Length: 6\r\n',
      'Content-Length: 5, 5\r\n',
      'Transfer-Encoding: xchunked\r\n',
      'Transfer-Encoding : chunked\r\n',
      'Transfer-Encoding: chunked, identity\r\n',
      'Transfer-Encoding: x\r\nTransfer-Encoding: chunked\r\nContent-Length: 5\r\n',
      'Content-Length: +5\r\n',
      'Content-Length: 0x5\r\n',
    ]
    for (const headers of ways) {
      const { statuses, isClosed } = await overWire(it.product.url, submission(headers, body + smuggled))
      expect({ headers, statuses, isClosed }).toEqual({ headers, statuses: [400], isClosed: true })
    }
    expect(await it.books.fingerprint()).toBe(before)
  })

  test('garbage behind a good request is refused, good requests in a row are all answered', async () => {
    const good = 'GET /healthz HTTP/1.1\r\nHost: x\r\n\r\n'
    const { statuses, isClosed } = await overWire(it.product.url, `${good}\x00\xff garbage\r\n\r\n`)
    expect({ last: statuses.at(-1), isClosed }).toEqual({ last: 400, isClosed: true })
    expect((await overWire(it.product.url, good.repeat(5), 400)).statuses).toEqual([200, 200, 200, 200, 200])
  })

  test('a head that has no end is refused', async () => {
    const many = Array.from({ length: 3000 }, (_, i) => `X-${i}: ${i}\r\n`).join('')
    for (const headers of [
      many,
      `X-Big: ${'x'.repeat(100_000)}\r\n`,
      `Cookie: ${'a=b; '.repeat(10_000)}\r\n`,
      `Authorization: Bearer ${'A'.repeat(20_000)}\r\n`,
    ])
      expect((await overWire(it.product.url, submission(`${headers}Content-Length: 29\r\n`))).statuses).toEqual([431])
    expect((await overWire(it.product.url, `GET /${'x'.repeat(100_000)} HTTP/1.1\r\nHost: x\r\n\r\n`)).statuses).toEqual([431])
    await isHealthy()
  })

  test('half a request waits alone, and what it said is not stored', async () => {
    const before = await it.books.fingerprint()
    const halves = await Promise.all(Array.from({ length: 60 }, () => dial(it.product.url)))
    for (const [i, half] of halves.entries())
      half.write(i % 2 ? 'POST /widget/v1/sites/x/feedback HTTP/1.1\r\nHost: x\r\nX-Slow:' : submission('Content-Length: 29\r\n', '{"kind":"id'))
    expect(await it.books.fingerprint()).toBe(before)
    expect(await isHealthy()).toBeLessThan(1000)
    for (const half of halves) half.destroy()
    await isHealthy()
  })

  test('200 connections that say nothing keep nobody waiting', async () => {
    const idle = await Promise.all(Array.from({ length: 200 }, () => dial(it.product.url)))
    const times = []
    for (let i = 0; i < 10; i++) times.push(await isHealthy())
    expect(times.toSorted((a, b) => a - b)[5]).toBeLessThan(200)
    for (const socket of idle) socket.destroy()
  })

  test('who leaves before the answer leaves an item that is whole, or none', async () => {
    const sockets = await Promise.all(Array.from({ length: 40 }, () => dial(it.product.url)))
    for (const socket of sockets) {
      socket.write(submission('Content-Length: 29\r\n'))
      setTimeout(() => socket.destroy(), Math.random() * 20)
    }
    await new Promise((resolve) => setTimeout(resolve, 300))
    await isHealthy()
    const [lost] = await it.books.rows(
      `select count(*) as n from feedback_items where id not in (select feedback_item_id from events where type = 'feedback.received') or customer_id not in (select id from customers)`,
    )
    expect(Number(lost?.n)).toBe(0)
  })

  test('methods and versions that nobody uses are answered without harm', async () => {
    for (const line of [
      'TRACE / HTTP/1.1',
      'CONNECT evil.example:443 HTTP/1.1',
      'OPTIONS * HTTP/1.1',
      'PROPFIND / HTTP/1.1',
      'GET http://evil.example/ HTTP/1.1',
      'GET //evil.example/ HTTP/1.1',
      'GET / HTTP/1.0',
      'GET / HTTP/0.9',
      'GET / HTTP/3.0',
      'HEAD /healthz HTTP/1.1',
    ]) {
      const { statuses, text } = await overWire(it.product.url, `${line}\r\nHost: x\r\n\r\n`)
      expect({ line, isBroken: statuses.some((status) => status >= 500), text }).toMatchObject({
        isBroken: false,
        text: expect.not.stringContaining('evil.example'),
      })
    }
    expect((await overWire(it.product.url, 'GET /healthz HTTP/1.1\r\n\r\n')).statuses).toEqual([400])
    await isHealthy()
  })

  test('a request that never comes to its point ends within 12 seconds', async () => {
    for (const { seconds, text } of await unfinished) {
      expect(seconds).toBeLessThan(13)
      expect(text).toMatch(/^HTTP\/1\.1 408 /)
    }
  })
})
