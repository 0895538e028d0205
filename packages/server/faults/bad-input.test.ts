import { contract } from '@klankbord/shared/contract'
import type { Endpoint } from '@klankbord/shared/endpoint'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { timed, wrongWith } from './refusals.ts'
import { givenProduct, ORIGIN, type Standing } from './standing.ts'
import { goodValue, placed, type WrongValue, wrongValues } from './wrong-values.ts'

const ID = '01900000-0000-7000-8000-000000000000'
const endpoints = Object.entries(contract).map(([name, endpoint]) => ({ name, endpoint: endpoint as Endpoint }))

/** An input that the contract takes, so that whatever is put in its place is the only thing wrong with it. */
function goodInput({ input, path }: Endpoint): Record<string, unknown> {
  const good = goodValue(input) as Record<string, unknown>
  const inPath = fieldsOf(path).filter((field) => typeof good[field] !== 'number')
  return { ...good, ...Object.fromEntries(inPath.map((field) => [field, field === 'siteKey' ? 'a-site' : ID])) }
}

const fieldsOf = (path: string) => [...path.matchAll(/:(\w+)/g)].map(([, field]) => String(field))
const takesQuery = ({ method, mostBytes }: Endpoint) => method === 'GET' || method === 'DELETE' || mostBytes !== null

/** What can't be sent at all is no bad input: only a text stands in an address, and something stands there. */
function canBeSent({ path: [field], value }: WrongValue, endpoint: Endpoint): boolean {
  const isInPath = fieldsOf(endpoint.path).includes(String(field))
  if (isInPath) return typeof value === 'string' && value !== '' && !/^[\s\0]/.test(value)
  if (field === undefined) return !takesQuery(endpoint)
  return !takesQuery(endpoint) || typeof value === 'string' || value === undefined
}

test('enough is wrong to be worth the asking', () => {
  const sent = endpoints.flatMap(({ endpoint }) => wrongValues(endpoint.input).filter((wrong) => canBeSent(wrong, endpoint)))
  expect(sent.length).toBeGreaterThan(1200)
})

describe.each(['sqlite', 'postgres'] as const)('%s', (engine) => {
  let it: Standing
  beforeAll(async () => {
    it = await givenProduct(engine)
  })
  afterAll(() => it?.stop())

  const headersFor = ({ access, idempotent }: Endpoint): Record<string, string> => ({
    ...(access === 'site' ? { origin: ORIGIN } : access === 'customer' ? it.customer : it.owner),
    ...(idempotent && { 'idempotency-key': crypto.randomUUID() }),
  })

  const send = (endpoint: Endpoint, input: unknown, headers = headersFor(endpoint)) => {
    const { method, path, bodyField } = endpoint
    const inPath = fieldsOf(path)
    const whole = typeof input === 'object' && input !== null && !Array.isArray(input) ? (input as Record<string, unknown>) : {}
    const address = path.replaceAll(/:(\w+)/g, (_, field) => {
      const value = String(whole[field] ?? (field === 'siteKey' ? 'a-site' : ID))
      return encodeURIComponent(value === 'a-site' ? it.siteKey : value)
    })
    const rest = Object.fromEntries(Object.entries(whole).filter(([field]) => !inPath.includes(field)))
    if (takesQuery(endpoint)) {
      const query = new URLSearchParams(rest as Record<string, string>)
      return it.product.request(method, `${address}?${query}`, undefined, headers)
    }
    const body = bodyField ? rest[bodyField] : whole === input ? rest : input
    return it.product.request(method, address, JSON.stringify(body ?? null), { 'content-type': 'application/json', ...headers })
  }

  test.each(endpoints)('$name takes no field that is wrong, and stores nothing of it', async ({ endpoint }) => {
    const good = goodInput(endpoint)
    expect(endpoint.input.safeParse(good)).toMatchObject({ success: true })
    const before = await it.books.fingerprint()
    const faults: string[] = []
    for (const wrong of wrongValues(endpoint.input).filter((wrong) => canBeSent(wrong, endpoint))) {
      const answer = await timed(() => send(endpoint, placed(good, wrong)))
      const isInPath = fieldsOf(endpoint.path).includes(String(wrong.path[0]))
      const found = wrongWith(answer, isInPath ? ['bad-input', 'not-found'] : ['bad-input'])
      if (found.length === 0 && !isInPath && !names(answer.body.errors, wrong)) found.push(`does not name the field: ${JSON.stringify(answer.body)}`)
      if (found.length > 0) faults.push(`${wrong.path.join('.')} ${wrong.why}: ${found.join('; ')}`)
    }
    expect(faults).toEqual([])
    expect(await it.books.fingerprint()).toBe(before)
  })

  test.each(endpoints.filter(({ endpoint }) => !takesQuery(endpoint) && endpoint.mostBytes === null))(
    '$name takes JSON only',
    async ({ endpoint }) => {
      const before = await it.books.fingerprint()
      const path = endpoint.path.replace(':siteKey', it.siteKey).replaceAll(/:\w+/g, ID)
      const faults: string[] = []
      for (const type of [
        'text/plain',
        'application/x-www-form-urlencoded',
        'multipart/form-data; boundary=x',
        'application/xml',
        'text/json',
        '',
        'json',
      ]) {
        const body = new TextEncoder().encode(type.includes('form') ? 'kind=idea&message=x' : JSON.stringify(goodInput(endpoint)))
        const headers = { ...headersFor(endpoint), ...(type && { 'content-type': type }) }
        const found = wrongWith(await timed(() => it.product.request(endpoint.method, path, body, headers)), ['unsupported-media-type'])
        if (found.length > 0) faults.push(`${type || 'no content type'}: ${found.join('; ')}`)
      }
      for (const body of ['{', '{"a":1', 'nonsense', '{"a":}', "{'a':1}", '[1,]', '"', '\uFEFF{"a"']) {
        const headers = { ...headersFor(endpoint), 'content-type': 'application/json' }
        const found = wrongWith(await timed(() => it.product.request(endpoint.method, path, body, headers)), ['bad-input'])
        if (found.length > 0) faults.push(`${body}: ${found.join('; ')}`)
      }
      expect(faults).toEqual([])
      expect(await it.books.fingerprint()).toBe(before)
    },
  )
})

/** Whether one of the errors speaks of this field, or of the field that it is part of. */
function names(errors: { path: string }[] | undefined, { path }: WrongValue): boolean {
  const field = path.join('.')
  if (path.length === 0) return true
  return (errors ?? []).some((error) => field === error.path || field.startsWith(`${error.path}.`) || error.path.startsWith(`${field}.`))
}
