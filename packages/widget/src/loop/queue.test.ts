import { expect, test, vi } from 'vitest'
import { emit, later, open, receipt, server, submit, token } from '../../test/room.ts'
import { kit } from '../form/kit.ts'
import { openBox } from '../storage.ts'
import { waitingIn } from './queue.ts'

test('nothing is stored and nothing asked before the customer says something', async () => {
  open()
  await later(120_000)
  expect(localStorage.length).toBe(0)
  expect(server.calls).toEqual([])
})

test('the first answer brings the token, and what was sent no longer waits', async () => {
  const room = open()
  await submit(room)
  expect(room.sent?.receipt).toEqual(receipt)
  expect(token(room)).toBe('token-1')
  expect(waitingIn(room)).toEqual([])
  expect(emit).toHaveBeenCalledWith('submitted', { id: 'f1', kind: 'idea', status: 'routed', goal: null })
})

test('what cannot be sent is kept, and tried again by itself with the same key', async () => {
  server.answers = [null, [503, {}]]
  const room = open()
  await submit(room)
  expect(room.sent?.receipt).toBeUndefined()
  expect(waitingIn(room)).toHaveLength(1)
  await later(20_000)
  expect(server.calls).toHaveLength(3)
  expect(new Set(server.calls.map(({ key }) => key)).size).toBe(1)
  expect(waitingIn(room)).toEqual([])
  expect(room.sent?.receipt).toEqual(receipt)
})

test('a server that names a time is not asked before it', async () => {
  server.answers = [[503, {}, { 'retry-after': '60' }]]
  await submit(open())
  await later(59_000)
  expect(server.calls).toHaveLength(1)
  await later(2_000)
  expect(server.calls).toHaveLength(2)
})

test('what waits survives a reload, and goes out when the browser is online again', async () => {
  server.answers = [null, null]
  const before = open()
  await submit(before)
  before.loop?.stop()
  const after = open()
  await later(0)
  expect(waitingIn(after)).toHaveLength(1)
  dispatchEvent(new Event('online'))
  await later(0)
  expect(waitingIn(after)).toEqual([])
  expect(new Set(server.calls.map(({ key }) => key)).size).toBe(1)
})

test('two at once become one customer', async () => {
  const room = open()
  await Promise.all([submit(room), submit(room, { kind: 'idea', message: 'En een bel' })])
  expect(server.calls.map(({ token }) => token)).toEqual([null, 'Bearer token-1'])
})

test('two tabs take turns, so that nothing is sent twice', async () => {
  let turn: Promise<unknown> = Promise.resolve()
  vi.stubGlobal('navigator', {
    onLine: true,
    locks: {
      request: (_: string, work: () => Promise<void>) => {
        turn = turn.then(work)
        return turn
      },
    },
  })
  server.answers = [null]
  const one = open()
  await submit(one)
  const other = open()
  await Promise.all([one.loop?.wake(), other.loop?.wake()])
  await later(0)
  expect(server.calls).toHaveLength(2)
  expect(waitingIn(other)).toEqual([])
})

test.each([
  ['email', 'emailWrong', 'email'],
  ['answers.q1', 'answerMissing', 'answers.q1'],
  ['attachments', 'pictureRefused', 'attachments'],
  ['pageUrl', 'refused', 'message'],
] as const)(
  'what the server refuses because of %s goes back into the draft, in front of what is being written, and is not sent again',
  async (path, problem, wrong) => {
    server.answers = [[422, { errors: [{ path }] }]]
    const room = open()
    const sending = submit(room)
    room.draft = { message: 'En nog iets' }
    await sending
    expect(room.draft).toEqual({ kind: 'idea', message: 'Meer licht in de gang\n\nEn nog iets', problem: room.texts[problem], wrong })
    expect(waitingIn(room)).toEqual([])
    await later(600_000)
    expect(server.calls).toHaveLength(1)
  },
)

test('one that makes the server stumble does not hold up the others', async () => {
  server.answers = [null, [500, {}], [201, receipt]]
  const room = open()
  await submit(room)
  await submit(room, { kind: 'idea', message: 'En een bel' })
  expect(room.sent?.receipt).toEqual(receipt)
  expect(waitingIn(room)).toHaveLength(1)
})

test('a token that the server no longer knows is forgotten, and the words are sent without it', async () => {
  localStorage.setItem('klankbord:site-1:token', '"old"')
  const room = open()
  await later(0)
  server.calls = []
  server.answers = [[401, {}]]
  await submit(room)
  expect(server.calls.map(({ token }) => token)).toEqual(['Bearer old', null])
  expect(token(room)).toBe('token-1')
})

test('what someone left behind is sent in their name, and seen by nobody else', async () => {
  localStorage.setItem('klankbord:site-1:token', '"hers"')
  server.answers = [null]
  const room = open()
  await submit(room)
  kit.forget(room)
  expect(token(room)).toBeNull()
  server.answers = [[201, { ...receipt, customerToken: 'again' }]]
  await room.loop?.wake()
  await later(0)
  expect(server.calls.at(-1)?.token).toBe('Bearer hers')
  expect(token(room)).toBeNull()
  expect(emit).not.toHaveBeenCalledWith('submitted', expect.anything())
})

test('a browser that refuses storage loses nothing while the page is open', async () => {
  const denied = () => {
    throw new DOMException('denied', 'SecurityError')
  }
  vi.stubGlobal('localStorage', { getItem: denied, setItem: denied, removeItem: denied })
  server.answers = [null]
  const room = open()
  await submit(room)
  expect(room.box.lasting).toBe(false)
  expect(waitingIn(room)).toHaveLength(1)
  await later(10_000)
  expect(server.calls).toHaveLength(2)
})

test('until the customer consents nothing is kept on the device, and then what was typed meanwhile is', async () => {
  server.answers = [null]
  const room = open({ box: openBox('klankbord:site-1:', true) })
  await submit(room)
  expect(localStorage.length).toBe(0)
  expect(room.box.lasting).toBe(false)
  room.box.consent()
  expect(localStorage.getItem('klankbord:site-1:waiting')).toContain('Meer licht')
})
