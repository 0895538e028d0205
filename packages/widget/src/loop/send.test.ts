import { afterEach, expect, test, vi } from 'vitest'
import type { Room } from '../form/room.ts'
import { send } from './send.ts'

const answer = (status: number, body: string, headers: Record<string, string> = {}) =>
  vi.stubGlobal(
    'fetch',
    vi.fn(async () => new Response(status === 204 ? null : body, { status, headers })),
  )

afterEach(() => {
  vi.unstubAllGlobals()
  vi.restoreAllMocks()
})

const room = { options: { origin: 'https://feedback.example.nl' } } as Room
const post = () => send<{ id: string }>(room, 'POST', '/x', { token: 'token', body: { text: 'Hallo' }, key: 'key-1' })

test('what the server took is answered with its body', async () => {
  answer(201, '{"id":"1"}')
  expect(await post()).toEqual({ status: 201, body: { id: '1' }, etag: null })
})

test('the token and the key go along, and no cookie', async () => {
  answer(204, '')
  await post()
  const [, init] = vi.mocked(fetch).mock.calls[0] as [string, RequestInit]
  expect(init).toMatchObject({
    credentials: 'omit',
    body: '{"text":"Hallo"}',
    headers: { authorization: 'Bearer token', 'idempotency-key': 'key-1', 'content-type': 'application/json' },
  })
})

test.each([429, 500, 503])('%i may be tried again', async (status) => {
  answer(status, '{}')
  expect(await post()).toEqual({ status, again: 1 })
})

test('the server says when to try again', async () => {
  answer(503, '{}', { 'retry-after': '7' })
  expect(await post()).toMatchObject({ again: 7000 })
})

test('a key that is in use may be tried again; another conflict never ends by itself', async () => {
  answer(409, '{"code":"key-in-use"}')
  expect(await post()).toEqual({ status: 409, again: 1 })
  answer(409, '{"code":"conflict"}')
  expect(await post()).toEqual({ status: 409 })
})

test('a refusal names the fields and is not tried again', async () => {
  answer(422, '{"errors":[{"path":"email","message":"no"}]}')
  expect(await post()).toEqual({ status: 422, fields: ['email'] })
})

test('a page that is not ours, such as the sign-in page of a hotel, is no answer', async () => {
  answer(200, '<!doctype html>')
  expect(await post()).toMatchObject({ again: 1 })
})

test('without a connection it may be tried again', async () => {
  vi.stubGlobal('fetch', vi.fn().mockRejectedValue(new TypeError('Failed to fetch')))
  vi.spyOn(navigator, 'onLine', 'get').mockReturnValue(false)
  expect(await post()).toEqual({ status: 0, again: 1 })
})
