import { randomUUID } from 'node:crypto'
import { contract } from '@klankbord/shared/contract'
import type { Access, Endpoint } from '@klankbord/shared/endpoint'
import { atLeast, roles } from '@klankbord/shared/members'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { newId } from '../src/db/ids.ts'
import { tables } from '../src/db/integrity.ts'
import type { Row } from './access-row.ts'
import { bytesFor, rows } from './access-rows.ts'
import { engines } from './engines.ts'
import { type Harness, openHarness } from './harness.ts'
import { storedOf } from './stored.ts'
import { ALLOWED_ORIGIN, plantTenant, type Tenant } from './tenants.ts'

type Fields = Record<string, unknown>
type Headers = Record<string, string>

const names = Object.keys(contract) as (keyof typeof contract)[]
const forAccess = (...accesses: Access[]) => names.filter((name) => accesses.includes(contract[name].access))
const cookie = (value: string): Headers => ({ cookie: value })
const bearer = (token: string): Headers => ({ Authorization: `Bearer ${token}` })
const notOurs = { Origin: 'https://evil.example' }

/** The same tenant with ids that nothing has: what is someone else's must look just like it. */
const unknown = (t: Tenant): Tenant => JSON.parse(JSON.stringify(t).replaceAll(/[0-9a-f]{8}-[0-9a-f-]{27}/g, () => newId()))

/** Texts that a careless comparison could take for the real token. */
const forgeries = (token: string) => [
  'null',
  '0',
  '[]',
  '{}',
  'undefined',
  'A'.repeat(64),
  token.slice(0, -1),
  token.slice(1),
  `${token}A`,
  `${token.slice(0, -4)}AAAA`,
]

const hows = new Set<string>(['createInitiative', 'changeInitiative', 'startInitiative', 'planFeedback'])

test('every endpoint of the contract has a row, and each field that names a thing is tried with another tenant’s', () => {
  expect(Object.keys(rows).sort()).toEqual([...names].sort())
  const example = new Proxy({} as Tenant, {
    get: (_, field) => (field === 'people' ? { owner: {}, viewer: {} } : field === 'customer' ? {} : String(field)),
  })
  for (const name of names) {
    const { path } = contract[name] as Endpoint
    const row: Row = rows[name]
    const inPath = [...path.matchAll(/:(\w+)/g)].map(([, field]) => String(field)).filter((field) => field !== 'token' && field !== 'siteKey')
    const inInput = Object.keys(row.input(example)).filter((field) => /^id$|Ids?$|^into$|^teams$/.test(field))
    expect(Object.keys(row.foreign?.(example) ?? {}), name).toEqual(expect.arrayContaining([...inPath, ...inInput]))
  }
})

describe.each(engines)('$engine', ({ open }) => {
  let h: Harness
  let worlds = 0

  beforeAll(async () => {
    h = await openHarness(open)
  })
  afterAll(() => h.close())

  /** Who asks, and whose things must stay out of reach. */
  const world = async (row: Row) => {
    worlds++
    const us = await plantTenant(h.deps, `thuis${worlds}q`)
    const them = await plantTenant(h.deps, `kanarie${worlds}q`)
    for (const tenant of [us, them]) await row.prepare?.(h.deps, tenant)
    return { us, them }
  }

  const send = ({ method, path, bodyField, idempotent, mostBytes }: Endpoint, input: Fields, headers: Headers) => {
    const rest = { ...input }
    let address = path.replace(/:(\w+)/g, (_, field: string) => {
      const value = String(rest[field])
      delete rest[field]
      return encodeURIComponent(value)
    })
    const inQuery = method === 'GET' || method === 'DELETE'
    if ((inQuery || mostBytes !== null) && Object.keys(rest).length > 0) address += `?${new URLSearchParams(rest as Record<string, string>)}`
    return h.request(method, address, {
      headers: { ...(idempotent && { 'Idempotency-Key': randomUUID() }), ...headers },
      ...(!inQuery && { body: mostBytes !== null ? bytesFor(path) : bodyField ? rest[bodyField] : rest }),
    })
  }

  const stored = (...tenants: Tenant[]) => storedOf(h.deps.db, tenants)

  const everything = (answer: { body: unknown; headers: globalThis.Headers }) => JSON.stringify([answer.body, [...answer.headers]])

  /** Refused with this status as a problem that tells nothing of `them`. */
  const expectRefusal = (answer: Awaited<ReturnType<typeof send>>, status: number, why: string, them: Tenant) => {
    expect({ why, status: answer.status, body: answer.body }).toMatchObject({ why, status, body: { status } })
    expect(everything(answer), why).not.toContain(them.mark)
  }

  const expectSuccess = (answer: Awaited<ReturnType<typeof send>>, { status }: Endpoint, ...secrets: string[]) => {
    expect({ status: answer.status, body: answer.body }).toMatchObject({ status })
    for (const secret of secrets) expect(everything(answer)).not.toContain(secret)
  }

  /** With each thing of `them` in turn: 404, word for word what a thing that nobody has gets. */
  const expectForeignRefused = async (endpoint: Endpoint, row: Row, { us, them, headers }: { us: Tenant; them: Tenant; headers: Headers }) => {
    const [theirs, nobodys] = [row.foreign?.(them) ?? {}, row.foreign?.(unknown(them)) ?? {}]
    for (const field of Object.keys(theirs)) {
      const answer = await send(endpoint, { ...row.input(us), [field]: theirs[field] }, headers)
      expectRefusal(answer, 404, `their ${field}`, them)
      expect(answer.body).toEqual((await send(endpoint, { ...row.input(us), [field]: nobodys[field] }, headers)).body)
    }
  }

  test('the other tenant has something to give away in every table', async () => {
    const { them } = await world(rows.readMe)
    const planted = new Set((await stored(them)).map((line) => line.split(' ')[0]))
    expect([...planted].sort()).toEqual(expect.arrayContaining(tables.filter((table) => table !== 'idempotencyKeys')))
  })

  describe('for members', () => {
    test.each(forAccess('viewer', 'member', 'admin', 'owner'))('%s', async (name) => {
      const [endpoint, row] = [contract[name] as Endpoint, rows[name] as Row]
      const { us, them } = await world(row)
      const [before, theirs] = [await stored(us, them), await stored(them)]

      const nobodies: Headers[] = [
        {},
        cookie('klankbord_session='),
        cookie(`klankbord_session=${'A'.repeat(43)}`),
        cookie(us.worthless.endedSession),
        cookie(us.worthless.deactivatedSession),
        bearer(''),
        bearer(us.worthless.revokedKey),
        bearer(`kb_${'A'.repeat(43)}`),
        bearer(us.people.owner.apiKeyId),
        bearer(us.siteKey),
        ...[us.customer.token, us.customer.statusToken, us.invitationToken, us.setUpToken].map(bearer),
        { ...cookie(us.people.owner.cookie), ...bearer(us.worthless.revokedKey) },
      ]
      for (const headers of nobodies) expectRefusal(await send(endpoint, row.input(us), headers), 401, JSON.stringify(headers), them)

      for (const role of roles.filter((role) => !atLeast(role, endpoint.access as 'viewer'))) {
        expectRefusal(await send(endpoint, row.input(us), cookie(us.people[role].cookie)), 403, `as ${role}`, them)
        expectRefusal(await send(endpoint, row.input(us), bearer(us.people[role].apiKey)), 403, `with the key of a ${role}`, them)
      }

      for (const headers of [cookie(us.people.owner.cookie), bearer(us.people.owner.apiKey)]) {
        // A key is in no team, so it is refused the How before anything else is looked at.
        const isHow = hows.has(name) && 'Authorization' in headers
        if (!isHow) await expectForeignRefused(endpoint, row, { us, them, headers })
        for (const [field, value] of Object.entries(row.filters?.(them) ?? {})) {
          const answer = await send(endpoint, { ...row.input(us), [field]: value }, headers)
          expect(answer, `narrowed to their ${field}`).toMatchObject(answer.status === 404 ? {} : { status: 200, body: { items: [], next: null } })
          expect(everything(answer)).not.toContain(them.mark)
        }
      }
      if (endpoint.method !== 'GET')
        expectRefusal(
          await send(endpoint, row.input(us), { ...cookie(us.people.owner.cookie), 'Sec-Fetch-Site': 'cross-site' }),
          403,
          'from another site',
          them,
        )
      expect(await stored(us, them)).toEqual(before)

      expectSuccess(await send(endpoint, row.input(us), cookie(us.people.owner.cookie)), endpoint, them.mark, us.people.owner.apiKey, 'argon2')
      expect(await stored(them)).toEqual(theirs)
    })
  })

  describe('for customers', () => {
    test.each(forAccess('customer'))('%s', async (name) => {
      const [endpoint, row] = [contract[name] as Endpoint, rows[name] as Row]
      const { us, them } = await world(row)
      const before = await stored(us, them)

      const nobodies: Headers[] = [
        {},
        cookie(us.people.owner.cookie),
        bearer(''),
        ...forgeries(us.customer.token).map(bearer),
        bearer(h.deps.tokens.sign('customer', newId())),
        bearer(us.customer.statusToken),
        bearer(us.people.owner.apiKey),
        bearer(us.siteKey),
        bearer(us.customer.id),
      ]
      for (const headers of nobodies) expectRefusal(await send(endpoint, row.input(us), headers), 401, JSON.stringify(headers), them)
      expectRefusal(
        await send(endpoint, row.input(us), { ...bearer(us.customer.token), ...notOurs }),
        403,
        'from a page that the site does not list',
        them,
      )

      const headers = bearer(us.customer.token)
      await expectForeignRefused(endpoint, row, { us, them, headers })
      await expectForeignRefused(endpoint, row, { us, them: { ...us, mark: `buur-${us.mark}`, customer: us.neighbour }, headers })
      expect(await stored(us, them)).toEqual(before)

      const answer = await send(endpoint, row.input(us), { ...headers, Origin: ALLOWED_ORIGIN })
      expectSuccess(answer, endpoint, them.mark, `buur-${us.mark}`, us.noteMark)
    })
  })

  describe('for a site’s visitors', () => {
    test.each(forAccess('site'))('%s', async (name) => {
      const [endpoint, row] = [contract[name] as Endpoint, rows[name] as Row]
      const { us, them } = await world(row)
      const before = await stored(us, them)

      for (const siteKey of ['null', '0', '[]', '{}', us.siteId, us.siteKey.slice(0, -1), `${us.siteKey}A`, `site_${newId()}`])
        expectRefusal(await send(endpoint, { ...row.input(us), siteKey }, {}), 404, siteKey, them)
      for (const Origin of [
        'https://evil.example',
        'null',
        `${ALLOWED_ORIGIN}.evil.example`,
        'https://winkel.example',
        ALLOWED_ORIGIN.replace('https', 'http'),
      ]) {
        const answer = await send(endpoint, row.input(us), { Origin })
        expectRefusal(answer, 403, Origin, them)
        expect(answer.headers.get('Access-Control-Allow-Origin')).toBeNull()
      }
      const strangers = [...forgeries(us.customer.token), them.customer.token, us.people.owner.apiKey, us.customer.statusToken]
      for (const token of strangers) expectRefusal(await send(endpoint, row.input(us), bearer(token)), 401, token, them)
      expect(await stored(us, them)).toEqual(before)

      const answer = await send(endpoint, row.input(us), { Origin: ALLOWED_ORIGIN })
      expectSuccess(answer, endpoint, them.mark, us.noteMark, `${us.mark} klant`, `buur-${us.mark}`)
      expect(answer.headers.get('Access-Control-Allow-Origin')).toBe(ALLOWED_ORIGIN)
    })
  })

  describe('for everyone', () => {
    test.each(forAccess('public'))('%s', async (name) => {
      const [endpoint, row] = [contract[name] as Endpoint, rows[name] as Row]
      const { us, them } = await world(row)
      const before = await stored(us, them)

      const input = row.input(us)
      if (typeof input.token === 'string') {
        const otherPurposes = [us.customer.token, us.customer.statusToken, us.people.owner.apiKey, us.organisationId, us.invitationId, us.siteKey]
        for (const token of [...forgeries(input.token), ...otherPurposes]) {
          const answer = await send(endpoint, { ...input, token }, {})
          expectRefusal(answer, token.length < 16 ? 400 : 404, token, them)
        }
      }
      for (const wrong of row.refused?.(us) ?? []) expectRefusal(await send(endpoint, wrong, {}), 401, JSON.stringify(wrong), them)
      if (endpoint.method !== 'GET') expectRefusal(await send(endpoint, input, notOurs), 403, 'from another site', them)
      expect(await stored(us, them)).toEqual(before)

      expectSuccess(await send(endpoint, input, {}), endpoint, them.mark, us.noteMark, 'argon2')
    })
  })
})
