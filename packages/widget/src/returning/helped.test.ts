import { beforeEach, expect, test } from 'vitest'
import { later, open, server } from '../../test/room.ts'
import type { Room, Thread } from '../form/room.ts'
import { render } from '../view.ts'
import { begin } from './begin.ts'

const thread = { id: 'f1', outcome: { kind: 'done' }, reaction: null } as unknown as Thread
const page = document.createElement('div')
let room: Room

/** The customer with this item before them, as the server knows it. */
function show(item: Thread) {
  localStorage.setItem('klankbord:site-1:token', '"hers"')
  room = open({ item })
  const { Helped } = begin(room)
  room.draw = () => render(Helped(room.item as Thread), page)
  room.draw()
}
const button = (words: string) => [...page.querySelectorAll('button')].find(({ textContent }) => textContent === words) as HTMLElement
const reactions = () => server.calls.filter(({ method }) => method === 'PUT').map(({ body }) => body)
const send = () => page.querySelector('form')?.dispatchEvent(new Event('submit', { cancelable: true }))

beforeEach(() => {
  page.textContent = ''
})

test('one tap tells whether it helped, and the same answer is not told twice', async () => {
  show(thread)
  button('Ja').click()
  button('Ja').click()
  await later(10)
  expect(reactions()).toEqual([{ helped: 'yes', reasons: [], text: '' }])
  expect(page.textContent).toContain('Het team leest het.')
  expect(page.textContent).not.toContain('Wat klopt er nog niet?')
})

test('what is not right yet goes along with the words, and is kept until it does', async () => {
  show({ ...thread, reaction: { helped: 'no', reasons: [], text: null, at: '' } })
  button('Een deel is nog hetzelfde').click()
  button('Het is weer terug').click()
  button('Het is weer terug').click()
  show({ ...thread, reaction: { helped: 'no', reasons: [], text: null, at: '' } })
  expect(button('Een deel is nog hetzelfde').getAttribute('aria-pressed')).toBe('true')
  expect(button('Het is weer terug').getAttribute('aria-pressed')).toBe('false')
  send()
  await later(10)
  expect(reactions()).toEqual([{ helped: 'no', reasons: ['still_part'], text: '' }])
  expect(page.querySelector('blockquote')?.textContent?.trim()).toBe('Een deel is nog hetzelfde')
  expect(page.querySelector('form')).toBeNull()
  expect(room.box.recall('why:f1')).toBeNull()
})

test('nothing is sent where nothing was picked and nothing written', async () => {
  show({ ...thread, reaction: { helped: 'partly', reasons: [], text: null, at: '' } })
  send()
  await later(10)
  expect(reactions()).toEqual([])
})

test('of a refusal other reasons are offered than of what was done', () => {
  show({ ...thread, outcome: { kind: 'not_doing' }, reaction: { helped: 'no', reasons: [], text: null, at: '' } } as unknown as Thread)
  expect(button('Ik ben het er niet mee eens')).toBeDefined()
  expect(button('Het is weer terug')).toBeUndefined()
})
