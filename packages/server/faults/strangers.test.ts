import { randomBytes } from 'node:crypto'
import { contract } from '@klankbord/shared/contract'
import type { Endpoint } from '@klankbord/shared/endpoint'
import type { ProblemCode } from '@klankbord/shared/problem'
import Sqlite from 'better-sqlite3'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createTokens } from '../src/tokens.ts'
import { expectRefusal, timed, wrongWith } from './refusals.ts'
import { givenProduct, ORIGIN, type Standing } from './standing.ts'

const ID = '01900000-0000-7000-8000-000000000000'
const endpoints = Object.entries(contract).map(([name, endpoint]) => ({ name, endpoint: endpoint as Endpoint }))
const isForSites = ({ path }: Endpoint) => path.includes(':siteKey')
const isForCustomers = ({ access }: Endpoint) => access === 'customer'
const isForMembers = ({ access }: Endpoint) => !['public', 'site', 'customer'].includes(access)

describe.each(['sqlite', 'postgres'] as const)('%s', (engine) => {
  let it: Standing
  beforeAll(async () => {
    it = await givenProduct(engine)
  })
  afterAll(() => it?.stop())

  /** A request that only lacks the right to be made. */
  const ask = ({ method, path }: Endpoint, headers: Record<string, string>, siteKey = it.siteKey) => {
    const address = path.replace(':siteKey', siteKey).replaceAll(/:(id|deliveryId|attachmentId)\b/g, ID)
    const body = method === 'GET' || method === 'DELETE' ? undefined : { kind: 'idea', message: 'x', email: 'ada@winkel.example', text: 'x' }
    return timed(() => it.product.request(method, address, body, { 'idempotency-key': crypto.randomUUID(), ...headers }))
  }

  const expectNothingOf = async (refusals: () => Promise<string[]>) => {
    const before = await it.books.fingerprint()
    expect(await refusals()).toEqual([])
    expect(await it.books.fingerprint()).toBe(before)
  }

  const refused = async (asked: { name: string; endpoint: Endpoint }[], how: Record<string, Record<string, string>>, code: ProblemCode) => {
    const faults: string[] = []
    for (const { name, endpoint } of asked)
      for (const [who, headers] of Object.entries(how)) {
        const found = wrongWith(await ask(endpoint, headers), [code])
        if (found.length > 0) faults.push(`${name}, ${who}: ${found.join('; ')}`)
      }
    return faults
  }

  test('a site that does not exist is not found, whatever its key looks like', async () => {
    const keys = [
      'nobody',
      `site_${ID}`,
      'x'.repeat(64),
      'x'.repeat(65),
      'x'.repeat(2000),
      '%00',
      '%',
      '%E0%A4%A',
      '%C0%AE',
      '..%2f..%2fapi',
      "'%20or%201=1--",
      '😀',
      '__proto__',
    ]
    await expectNothingOf(async () => {
      const faults: string[] = []
      for (const { name, endpoint } of endpoints.filter(({ endpoint }) => isForSites(endpoint)))
        for (const key of keys) {
          const found = wrongWith(await ask(endpoint, { origin: ORIGIN }, key), ['not-found'])
          if (found.length > 0) faults.push(`${name} ${key}: ${found.join('; ')}`)
        }
      return faults
    })
  })

  test('a page of another origin is refused, also one that resembles an allowed one', async () => {
    const host = ORIGIN.slice('https://'.length)
    const origins = [
      'https://evil.example',
      'null',
      `http://${host}`,
      `${ORIGIN}.evil.example`,
      `https://evil.example/${host}`,
      `https://evil${host}`,
      `${ORIGIN}:8443`,
      `${ORIGIN}/`,
      ORIGIN.toUpperCase(),
      `${ORIGIN} https://evil.example`,
      `https://winkel.example`,
      'x'.repeat(5000),
    ]
    await expectNothingOf(async () => {
      const of = Object.fromEntries(origins.map((origin) => [`from ${origin.slice(0, 60)}`, { origin }]))
      const faults = await refused(
        endpoints.filter(({ endpoint }) => isForSites(endpoint)),
        of,
        'origin-not-allowed',
      )
      const withToken = Object.fromEntries(Object.entries(of).map(([who, headers]) => [who, { ...it.customer, ...headers }]))
      return [
        ...faults,
        ...(await refused(
          endpoints.filter(({ endpoint }) => isForCustomers(endpoint)),
          withToken,
          'origin-not-allowed',
        )),
      ]
    })
  })

  test('a refused page may not read the answer either', async () => {
    const { headers } = await it.submit({ kind: 'idea', message: 'x' }, { origin: 'https://evil.example' })
    expect(headers.get('access-control-allow-origin')).toBeNull()
    const preflight = await it.product.request('OPTIONS', `/widget/v1/sites/${it.siteKey}/feedback`, undefined, {
      origin: 'https://evil.example',
      'access-control-request-method': 'POST',
    })
    expect(preflight.headers.get('access-control-allow-origin')).toBeNull()
  })

  test('a customer’s token that was forged, cut or made for something else is refused', async () => {
    const token = it.customer.authorization!.slice('Bearer '.length)
    const { env } = it.product
    const purposes = ['status', 'confirm', 'unsubscribe', 'set-up', 'invitation'] as const
    const customerId = createTokens(env.SECRET_KEY!).read('customer', token)!
    const tokens: Record<string, string> = {
      random: randomBytes(48).toString('base64url'),
      'of another key': createTokens('another-secret-of-a-server-that-is-not-this-one').sign('customer', customerId),
      'of nobody': createTokens(env.SECRET_KEY!).sign('customer', ID),
      'one letter off': `${token.slice(0, -1)}${token.endsWith('A') ? 'B' : 'A'}`,
      'of another customer with this signature': Buffer.concat([randomBytes(16), Buffer.from(token, 'base64url').subarray(16)]).toString('base64url'),
      short: token.slice(0, -1),
      long: `${token}A`,
      'very long': 'A'.repeat(8000),
      'no signature': Buffer.concat([Buffer.from(token, 'base64url').subarray(0, 16), Buffer.alloc(32)]).toString('base64url'),
      'a number': '0',
      'an unsigned JWT': 'eyJhbGciOiJub25lIn0.eyJzdWIiOiIxIn0.',
      ...Object.fromEntries(purposes.map((purpose) => [`for ${purpose}`, createTokens(env.SECRET_KEY!).sign(purpose, customerId)])),
    }
    const how = Object.fromEntries(Object.entries(tokens).map(([who, value]) => [who, { origin: ORIGIN, authorization: `Bearer ${value}` }]))
    const schemes = {
      'no scheme': token,
      'another scheme': `Basic ${token}`,
      'no token': 'Bearer',
      empty: 'Bearer ',
      words: `Bearer ${token} ${token}`,
    }
    for (const [who, authorization] of Object.entries(schemes)) how[who] = { origin: ORIGIN, authorization }
    await expectNothingOf(async () => [
      ...(await refused(
        endpoints.filter(({ endpoint }) => isForCustomers(endpoint)),
        how,
        'unauthenticated',
      )),
      // One that is sent along with a submission is not left aside: the customer would lose their thread unnoticed.
      ...(await refused([{ name: 'submitFeedback', endpoint: contract.submitFeedback as Endpoint }], how, 'unauthenticated')),
      ...(await refused(
        endpoints.filter(({ endpoint }) => isForCustomers(endpoint)),
        { nobody: { origin: ORIGIN } },
        'unauthenticated',
      )),
    ])
  })

  test('a session or key that was forged, or has ended, is nobody’s', async () => {
    const cookie = it.owner.cookie!
    const [name] = cookie.split('=')
    const origin = it.product.url
    const ended = await it.product.request('POST', '/api/v1/session', it.product.owner, { origin })
    const endedCookie = ended.headers.getSetCookie()[0]?.split(';')[0] ?? ''
    await change(
      it,
      `update sessions set expires_at = '2020-01-01T00:00:00.000Z' where token_hash not in (select token_hash from sessions order by created_at limit 1)`,
    )
    await it.product.request('DELETE', '/api/v1/session', undefined, { origin, cookie: endedCookie })
    const how: Record<string, Record<string, string>> = {
      nobody: {},
      'a session that has ended': { origin, cookie: endedCookie },
      'a random session': { origin, cookie: `${name}=${randomBytes(32).toString('base64url')}` },
      'an empty session': { origin, cookie: `${name}=` },
      'a session cut short': { origin, cookie: cookie.slice(0, -1) },
      'a very long session': { origin, cookie: `${name}=${'A'.repeat(8000)}` },
      'SQL for a session': { origin, cookie: `${name}=' or '1'='1` },
      'a random key': { authorization: `Bearer kb_${randomBytes(32).toString('base64url').slice(0, 43)}` },
      'an empty key': { authorization: 'Bearer ' },
      'a key beside a session': { ...it.owner, authorization: 'Bearer kb_x' },
      'a customer’s token': { authorization: it.customer.authorization! },
    }
    await expectNothingOf(() =>
      refused(
        endpoints.filter(({ endpoint }) => isForMembers(endpoint)),
        how,
        'unauthenticated',
      ),
    )
  })

  test('a change that another site’s page asks for is refused, though the owner is signed in', async () => {
    const changes = endpoints.filter(({ endpoint }) => endpoint.path.startsWith('/api/') && endpoint.method !== 'GET')
    const cookie = it.owner.cookie!
    const how = {
      'another origin': { cookie, origin: 'https://evil.example' },
      'no origin that can be told': { cookie, origin: 'null' },
      'cross-site': { cookie, origin: it.product.url, 'sec-fetch-site': 'cross-site' },
      'same-site': { cookie, 'sec-fetch-site': 'same-site' },
      'another port': { cookie, origin: it.product.url.replace(/:\d+$/, ':1') },
    }
    await expectNothingOf(() => refused(changes, how, 'forbidden'))
  })

  test('a path that is not there is not found, and another method is told which can be used', async () => {
    for (const path of [
      '/api/v1/nothing',
      '/widget/v1/nothing',
      '/api/v2/goals',
      '/wp-login.php',
      '/api/v1/goals/a/b/c',
      '/.env',
      '/..%2f..%2fetc/passwd',
    ])
      expectRefusal(await timed(() => it.product.request('GET', path)), 'not-found')
    for (const [method, path] of [
      ['DELETE', '/api/v1/goals'],
      ['PUT', '/api/v1/session'],
      ['PATCH', `/api/v1/feedback/${ID}`],
      ['TRACE', '/api/v1/goals'],
      ['GET', `/widget/v1/sites/${it.siteKey}/feedback`],
    ] as const) {
      if (method === 'TRACE') continue
      const answer = await timed(() => it.product.request(method, path, undefined, it.owner))
      expectRefusal(answer, 'method-not-allowed')
      expect(answer.headers.get('allow')).toMatch(/^[A-Z]+(, [A-Z]+)*$/)
    }
  })
})

/** Changes the database past the server, as time does. */
async function change({ product }: Standing, sql: string) {
  if (product.engine === 'sqlite') {
    const database = new Sqlite(`${product.dataDir}/klankbord.db`)
    database.exec(sql)
    return database.close()
  }
  const client = new pg.Client({ connectionString: product.env.DATABASE_URL })
  await client.connect()
  await client.query(sql)
  await client.end()
}
