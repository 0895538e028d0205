import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { Customer, type Draft } from './customer.ts'

const options = { site: 'site-1', origin: 'https://feedback.example.nl' }
const receipt = { id: 'f1', customerToken: 'token-1', statusUrl: 'https://x/f/1', status: 'routed', goal: null, mail: 'none' }
const draft: Draft = { kind: 'idea', message: 'Meer licht in de gang' }

let emit = vi.fn()
let calls: { method: string; path: string; key: string | null; token: string | null; body: unknown }[] = []
let answers: ((path: string) => [status: number, body?: unknown, headers?: Record<string, string>] | null)[] = []
let customers: Customer[] = []

const open = () => {
  const customer = new Customer(options, emit)
  customers.push(customer)
  return customer
}
const submit = (customer: Customer) => customer.submit('POST', '/sites/site-1/feedback', { kind: draft.kind, message: draft.message }, draft)

beforeEach(() => {
  vi.useFakeTimers()
  localStorage.clear()
  emit = vi.fn()
  calls = []
  answers = []
  customers = []
  vi.stubGlobal('fetch', async (url: string, init: RequestInit) => {
    const headers = new Headers(init.headers)
    const path = url.slice(`${options.origin}/widget/v1`.length)
    const token = headers.get('authorization')
    calls.push({ method: init.method ?? '', path, key: headers.get('idempotency-key'), token, body: JSON.parse(`${init.body ?? 'null'}`) })
    const given = (answers.shift() ?? (() => [201, receipt]))(path)
    if (!given) throw new TypeError('Failed to fetch')
    const [status, body, more] = given
    return new Response(status === 204 ? null : JSON.stringify(body), { status, headers: more })
  })
})

afterEach(() => {
  for (const customer of customers) customer.stop()
  vi.useRealTimers()
  vi.unstubAllGlobals()
  vi.restoreAllMocks()
})

test('nothing is stored before the customer says something', () => {
  open().wake()
  expect(localStorage.length).toBe(0)
  expect(calls).toEqual([])
})

test('the first answer brings the token, and what was sent no longer waits', async () => {
  const customer = open()
  expect((await submit(customer)).answer.body).toEqual(receipt)
  expect(customer.token).toBe('token-1')
  expect(customer.waiting).toEqual([])
  expect(emit).toHaveBeenCalledWith('submitted', { id: 'f1', kind: 'idea', status: 'routed', goal: null })
})

test('what cannot be sent is kept, and tried again by itself with the same key', async () => {
  answers = [() => null, () => [503, {}]]
  const customer = open()
  expect((await submit(customer)).answer.body).toBeUndefined()
  expect(customer.waiting).toHaveLength(1)
  await vi.advanceTimersByTimeAsync(20_000)
  expect(calls).toHaveLength(3)
  expect(new Set(calls.map(({ key }) => key)).size).toBe(1)
  expect(customer.waiting).toEqual([])
})

test('a server that names a time is not asked before it', async () => {
  answers = [() => [503, {}, { 'retry-after': '60' }]]
  await submit(open())
  await vi.advanceTimersByTimeAsync(59_000)
  expect(calls).toHaveLength(1)
  await vi.advanceTimersByTimeAsync(2_000)
  expect(calls).toHaveLength(2)
})

test('what waits survives a reload, and goes out when the browser is online again', async () => {
  answers = [() => null]
  const before = open()
  await submit(before)
  before.stop()
  const after = open()
  expect(after.waiting).toHaveLength(1)
  dispatchEvent(new Event('online'))
  await vi.advanceTimersByTimeAsync(0)
  expect(after.waiting).toEqual([])
  expect(calls[1]?.key).toBe(calls[0]?.key)
})

test('two at once become one customer', async () => {
  const customer = open()
  await Promise.all([submit(customer), submit(customer)])
  expect(calls.map(({ token }) => token)).toEqual([null, 'Bearer token-1'])
})

test('what the server refuses goes back into the draft, in front of what is being written', async () => {
  answers = [() => [422, { errors: [{ path: 'email' }] }]]
  const customer = open()
  const sending = submit(customer)
  customer.draft = { message: 'En nog iets' }
  await sending
  expect(customer.draft).toEqual({ kind: 'idea', message: 'Meer licht in de gang\n\nEn nog iets', problem: 'emailWrong' })
  expect(customer.waiting).toEqual([])
  await vi.advanceTimersByTimeAsync(600_000)
  expect(calls).toHaveLength(1)
})

test('one that makes the server stumble does not hold up the others', async () => {
  answers = [() => null, () => [500, {}], () => [201, receipt]]
  const customer = open()
  await submit(customer)
  expect((await submit(customer)).answer.body).toEqual(receipt)
  expect(customer.waiting).toHaveLength(1)
})

test('a token that the server no longer knows is forgotten, and the words are sent without it', async () => {
  localStorage.setItem('klankbord:site-1:token', '"old"')
  answers = [() => [401, {}]]
  const customer = open()
  await submit(customer)
  expect(calls.map(({ token }) => token)).toEqual(['Bearer old', null])
  expect(customer.token).toBe('token-1')
})

test('news is asked for at most once a minute', async () => {
  localStorage.setItem('klankbord:site-1:token', '"token-1"')
  answers = [() => [200, { items: [{ news: 2 }, { news: 1 }], next: null }]]
  const customer = open()
  customer.wake()
  await vi.advanceTimersByTimeAsync(0)
  customer.wake()
  await vi.advanceTimersByTimeAsync(0)
  expect(calls).toHaveLength(1)
  expect(customer.news).toBe(3)
  expect(emit).toHaveBeenCalledWith('news', 3)
})

test('a browser that refuses storage loses nothing while the page is open', async () => {
  const denied = () => {
    throw new DOMException('denied', 'SecurityError')
  }
  vi.stubGlobal('localStorage', { getItem: denied, setItem: denied, removeItem: denied })
  answers = [() => null]
  const customer = open()
  await submit(customer)
  expect(customer.lasting).toBe(false)
  expect(customer.waiting).toHaveLength(1)
  await vi.advanceTimersByTimeAsync(10_000)
  expect(calls).toHaveLength(2)
})
