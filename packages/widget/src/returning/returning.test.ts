import { expect, test, vi } from 'vitest'
import { emit, later, open, server, submit, token } from '../../test/room.ts'
import { kit } from '../form/kit.ts'

const jwt = (sub: string) => `x.${btoa(JSON.stringify({ sub }))}.y`

test('who is signed in on the host site becomes the customer, and another one starts without their feedback', async () => {
  server.answers = [
    [200, { customerToken: 'ann' }],
    [200, { customerToken: 'bob' }],
  ]
  const room = open({ identity: { token: jwt('ann') } })
  await later(0)
  expect(token(room)).toBe('ann')
  await room.loop?.wake()
  expect(server.calls.filter(({ path }) => path.endsWith('/identity'))).toHaveLength(1)
  room.mine = { items: [], next: null }
  room.identity = { token: jwt('bob') }
  await room.loop?.wake()
  await later(0)
  expect(server.calls.filter(({ path }) => path.endsWith('/identity')).at(-1)).toMatchObject({ token: null, body: { token: jwt('bob') } })
  expect(token(room)).toBe('bob')
  expect(room.mine).toBeUndefined()
})

test('a proof that the server refuses is told to the page, and the customer stays who they were', async () => {
  localStorage.setItem('klankbord:site-1:token', '"hers"')
  server.answers = [
    [401, {}],
    [401, {}],
  ]
  const room = open({ identity: { token: jwt('ann') } })
  await later(0)
  expect(token(room)).toBe('hers')
  expect(emit).toHaveBeenCalledWith('error', { message: 'identity: 401' })
})

test('the server is told that news was seen, also by who was never here before', async () => {
  const room = open()
  await submit(room)
  server.answers = [[200, { id: 'f1', news: 2, timeline: [], messages: [] }]]
  kit.go(room, 'item', 'f1')
  await later(0)
  expect(server.calls.at(-1)).toMatchObject({ method: 'PUT', path: '/mine/feedback/f1/seen' })
})

test('news that was seen before there was a first look does not end the looking', async () => {
  localStorage.setItem('klankbord:site-1:token', '"hers"')
  server.mine = [200, { items: [], next: null }]
  const room = open()
  await later(0)
  localStorage.removeItem('klankbord:site-1:news')
  server.answers = [[200, { id: 'f1', news: 2, timeline: [], messages: [] }]]
  kit.go(room, 'item', 'f1')
  await later(0)
  room.loop?.stop()
  server.calls = []
  server.mine = [200, { items: [{ news: 1 }], next: null }]
  const next = open()
  await later(0)
  expect(next.news).toBe(1)
  expect(server.calls.filter(({ path }) => path.startsWith('/mine/feedback?'))).toHaveLength(1)
})

test('news is asked for at most once a minute, less and less when there is none, and not while nobody sees it', async () => {
  localStorage.setItem('klankbord:site-1:token', '"token-1"')
  server.mine = [200, { items: [{ news: 2 }, { news: 1 }], next: null }, { etag: '"v1"' }]
  const room = open()
  await later(0)
  expect(room.news).toBe(3)
  expect(emit).toHaveBeenCalledWith('news', 3)
  room.loop?.wake()
  open()
  await later(50_000)
  expect(server.calls).toHaveLength(1)
  server.mine = [304]
  await later(15_000)
  expect(server.calls.at(-1)?.etag).toBe('"v1"')
  expect(room.news).toBe(3)
  const soon = server.calls.length
  await later(600_000)
  expect(server.calls.length - soon).toBeLessThan(8)
  vi.spyOn(document, 'hidden', 'get').mockReturnValue(true)
  const before = server.calls.length
  await later(3_600_000)
  expect(server.calls.length - before).toBeLessThan(2)
})
