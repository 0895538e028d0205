import { request as httpRequest } from 'node:http'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Answer } from '../test/product.ts'
import { expectRefusal } from './refusals.ts'
import { givenProduct, ORIGIN, type Standing } from './standing.ts'

const EVIL = 'evil.example'
const forged = {
  host: EVIL,
  'x-forwarded-host': EVIL,
  'x-forwarded-proto': 'https',
  'x-forwarded-server': EVIL,
  'x-original-url': `https://${EVIL}/`,
  'x-rewrite-url': `https://${EVIL}/`,
  forwarded: `for=1.2.3.4;host=${EVIL};proto=https`,
}

/** Asks with a `Host` of one's own, which `fetch` does not let through. */
function askAsEvil(
  it: Standing,
  method: string,
  path: string,
  body?: unknown,
  headers: Record<string, string> = {},
): Promise<{ status: number; text: string }> {
  const { hostname, port } = new URL(it.product.url)
  return new Promise((resolve, reject) => {
    const sent = body === undefined ? '' : JSON.stringify(body)
    const request = httpRequest(
      { hostname, port, method, path, headers: { ...(sent && { 'content-type': 'application/json' }), ...headers, ...forged } },
      (response) => {
        let text = JSON.stringify(response.headers)
        response.setEncoding('utf8').on('data', (chunk) => {
          text += chunk
        })
        response.once('end', () => resolve({ status: response.statusCode ?? 0, text }))
      },
    )
    request.once('error', reject)
    request.end(sent)
  })
}

describe('links', () => {
  let it: Standing
  beforeAll(async () => {
    it = await givenProduct('sqlite')
  })
  afterAll(() => it?.stop())

  test('come from PUBLIC_URL, whatever host a request says it came to', async () => {
    const key = crypto.randomUUID()
    const submission = { kind: 'idea', message: 'Mijn idee', email: 'ada@example.com', emailConsent: true, locale: 'nl' }
    const receipt = await askAsEvil(it, 'POST', `/widget/v1/sites/${it.siteKey}/feedback`, submission, { origin: ORIGIN, 'idempotency-key': key })
    expect(receipt).toMatchObject({ status: 201, text: expect.stringContaining(`"statusUrl":"${it.product.url}/f/`) })
    const invitation = await askAsEvil(it, 'POST', '/api/v1/invitations', { email: 'noor@example.nl' }, it.owner)
    expect(invitation).toMatchObject({ status: 201, text: expect.stringContaining(`"link":"${it.product.url}/`) })
    const answers = [receipt, invitation]
    const paths = [
      '/',
      '/admin',
      '/admin/',
      '/outcomes',
      '/outcomes.atom',
      '/outcomes.json',
      '/api/openapi.json',
      '/api/docs',
      '/nothing',
      new URL(it.statusUrl).pathname,
    ]
    for (const path of paths) answers.push(await askAsEvil(it, 'GET', path))
    for (const path of ['/api/v1/sites', '/api/v1/me']) answers.push(await askAsEvil(it, 'GET', path, undefined, it.owner))
    for (const { text } of answers) expect(text).not.toContain(EVIL)
    for (const to of ['ada@example.com', 'noor@example.nl']) {
      const mail = await it.product.waitForMail(to)
      const links = [...`${mail.text}\n${mail.html}\n${JSON.stringify(mail.headers)}`.matchAll(/https?:\/\/[^\s"'<>\\)]+/g)].map(([link]) => link)
      expect(links.length).toBeGreaterThan(0)
      for (const link of links) expect(new URL(link).origin).toBe(it.product.url)
    }
  })

  test('to one’s own page are not followed to another host, however the path is written', async () => {
    for (const path of [`//${EVIL}/`, `//${EVIL}/%2e%2e`, `/\\${EVIL}`, `/%09/${EVIL}`, `/admin//${EVIL}`, `//${EVIL}/admin`]) {
      const { text, status } = await askAsEvil(it, 'GET', path)
      expect(status).toBeLessThan(500)
      expect(/"location":"[^"]*evil/.test(text)).toBe(false)
    }
  })
})

describe('limits', () => {
  let it: Standing
  beforeAll(async () => {
    it = await givenProduct('sqlite', { RATE_LIMIT: 'on' })
  })
  afterAll(() => it?.stop())

  const count = async (table: string) => Number((await it.books.rows(`select count(*) as n from ${table}`))[0]?.n)

  function expectLimited(answers: Answer[], status: number, most: number) {
    const taken = answers.filter((answer) => answer.status === status)
    expect(taken.length).toBeLessThanOrEqual(most)
    expect(taken.length).toBeGreaterThanOrEqual(most - 2)
    for (const answer of answers.filter((answer) => answer.status !== status)) {
      expectRefusal(answer, 'too-many-requests')
      const seconds = Number(answer.headers.get('retry-after'))
      expect(seconds).toBeGreaterThan(0)
      expect(seconds).toBeLessThanOrEqual(3600)
    }
  }

  test('hold one address to 120 submissions a minute, also when it says to be others', async () => {
    const before = await count('feedback_items')
    const answers = await Promise.all(
      Array.from({ length: 150 }, (_, i) =>
        it.submit(
          { kind: 'idea', message: `Idee ${i}` },
          { 'x-forwarded-for': `10.0.${i}.1`, 'x-real-ip': `10.0.${i}.1`, forwarded: `for=10.0.${i}.1`, 'cf-connecting-ip': `10.0.${i}.1` },
        ),
      ),
    )
    expectLimited(answers, 201, 119)
    expect(await count('feedback_items')).toBe(before + answers.filter(({ status }) => status === 201).length)
  })

  test('let ten wrong passwords through for one account, also 50 at once, and then not even the right one', async () => {
    const guess = (password: string, email = it.product.owner.email) =>
      it.product.request('POST', '/api/v1/session', { email, password }, { origin: it.product.url })
    expectLimited(await Promise.all(Array.from({ length: 50 }, (_, i) => guess(`een-fout-wachtwoord-${i}`))), 401, 10)
    expectRefusal(await guess(it.product.owner.password), 'too-many-requests')
    expectRefusal(await guess(it.product.owner.password, it.product.owner.email.toUpperCase()), 'too-many-requests')
  })

  test('mail a customer’s addresses five times an hour and not more', async () => {
    const put = (i: number) => it.product.request('PUT', '/widget/v1/mine/email', { email: `slachtoffer${i}@example.com` }, it.customer)
    const answers = []
    for (let i = 0; i < 8; i++) answers.push(await put(i))
    expectLimited(answers, 200, 5)
    expect(await count(`deliveries where kind = 'confirmation'`)).toBe(5)
  })

  test('hold one address to 600 requests of the widget a minute', async () => {
    const answers: Answer[] = []
    for (let i = 0; i < 60; i++)
      answers.push(
        ...(await Promise.all(
          Array.from({ length: 10 }, () => it.product.request('GET', `/widget/v1/sites/${it.siteKey}`, undefined, { origin: ORIGIN })),
        )),
      )
    expect(answers.filter(({ status }) => status === 200).length).toBeLessThan(600)
    expectRefusal(answers.at(-1)!, 'too-many-requests')
    expect(answers.at(-1)?.headers.get('access-control-allow-origin')).toBe(ORIGIN)
    expect((await it.product.request('GET', '/healthz')).status).toBe(200)
    expect((await it.product.request('GET', new URL(it.statusUrl).pathname)).status).toBe(200)
  })
})

describe('limits behind one proxy', () => {
  let it: Standing
  beforeAll(async () => {
    it = await givenProduct('sqlite', { RATE_LIMIT: 'on', TRUST_PROXY: '1' })
  })
  afterAll(() => it?.stop())

  test('count the address that the proxy saw, and nothing that stood there before', async () => {
    const submit = (hops: string) => it.submit({ kind: 'idea', message: 'Idee' }, { 'x-forwarded-for': hops })
    const answers = await Promise.all(Array.from({ length: 130 }, (_, i) => submit(`10.9.${i}.1, 192.0.2.1`)))
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(120)
    expect((await submit('192.0.2.2')).status).toBe(201)
    expectRefusal(await submit('192.0.2.2, 192.0.2.1'), 'too-many-requests')
  })
})
