import { expect, test, vi } from 'vitest'
import { draft, later, open, receipt, server, submit, token } from '../../test/room.ts'
import { kit } from '../form/kit.ts'
import { begin } from './begin.ts'
import { erase } from './privacy.ts'

/** A server that answers only when it is told to. */
function slow() {
  const answers: (() => void)[] = []
  const quick = fetch
  vi.stubGlobal('fetch', async (...given: Parameters<typeof fetch>) => {
    await new Promise<void>((resolve) => answers.push(resolve))
    return quick(...given)
  })
  return answers
}

test('what is under way while the customer erases everything is waited for, erased too, and leaves nothing on the device', async () => {
  localStorage.setItem('klankbord:site-1:token', '"hers"')
  const room = open()
  begin(room)
  await later(0)
  const answers = slow()
  server.calls = []
  const sending = submit(room)
  await later(0)
  const erasing = erase(room)
  await later(0)
  expect(answers).toHaveLength(1)
  server.answers = [[201, { ...receipt, customerToken: 'newer' }], [204]]
  answers.shift()?.()
  await later(0)
  for (const answer of answers) answer()
  await Promise.all([sending, erasing, later(0)])
  expect(server.calls.map(({ method, token }) => [method, token])).toContainEqual(['DELETE', 'Bearer newer'])
  expect({ ...localStorage }).toEqual({})
})

test('what is under way when they leave this device brings no token to whoever comes next', async () => {
  const room = open()
  const answers = slow()
  const sending = submit(room)
  await later(0)
  kit.forget(room)
  answers.shift()?.()
  await sending
  expect(token(room)).toBeNull()
  expect({ ...localStorage }).toEqual({})
})

test('erasing and leaving take along what was being written to the team', () => {
  const room = open({ draft })
  room.box.keep('draft', draft)
  room.box.keep('message:f1', 'Dinsdag.')
  localStorage.setItem('klankbord:site-2:token', '"of another site"')
  kit.forget(room)
  expect({ ...localStorage }).toEqual({ 'klankbord:site-2:token': '"of another site"' })
})
