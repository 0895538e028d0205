import { expect, test } from 'vitest'
import { later, open, server } from '../../test/room.ts'
import { render } from '../view.ts'
import { begin } from './begin.ts'

const message = 'Er is te weinig licht in de fietsenstalling'
const lamps = { title: 'Meer lampen', did: 'In elke fietsenstalling is nu licht.' }
const part = (text: string) => {
  const room = open({ draft: { message: text } })
  return { room, similar: begin(room) }
}
const shown = ({ Similar }: ReturnType<typeof begin>) => {
  const page = document.createElement('div')
  render(Similar(), page)
  return page.textContent
}
const write = async (text: string, items: object[]) => {
  const { similar } = part(text)
  server.answers = [[200, { items, next: null }]]
  similar.typed()
  await later(2000)
  return shown(similar)
}

test('while the customer writes, what was done about it already is looked for once they pause', async () => {
  const { similar } = part(message)
  server.answers = [[200, { items: [lamps], next: null }]]
  similar.typed()
  await later(900)
  similar.typed()
  await later(1100)
  expect(server.calls.map(({ path }) => path)).toEqual([`/sites/site-1/outcomes?limit=5&q=${encodeURIComponent(message)}`])
  expect(shown(similar)).toContain(lamps.title)
})

test.each(['Te donker', 'Het is er nu al te donker om'])('“%s” says too little to look for', async (text) => {
  await write(text, [lamps])
  expect(server.calls).toEqual([])
})

test('one word in common is chance, and more than two of them are in the way', async () => {
  const chance = { title: 'Nieuwe fietsenstalling', did: 'Hij staat achter het station.' }
  const inflected = { title: 'Weinig licht', did: 'We hebben de fietsenstallingen verlicht.' }
  const said = await write(message, [chance, inflected, lamps, { ...lamps, title: 'Nog meer lampen' }])
  expect(said).toContain(inflected.title)
  expect(said).toContain(lamps.title)
  expect(said).not.toContain(chance.title)
  expect(said).not.toContain('Nog meer lampen')
})

test('what is found for words that are gone meanwhile is not shown', async () => {
  const { room, similar } = part(message)
  server.answers = [[200, { items: [lamps], next: null }]]
  similar.typed()
  await later(999)
  const looked = later(10)
  room.draft = { message: '' }
  await looked
  room.draft = { message }
  expect(shown(similar)).toBe('')
})
