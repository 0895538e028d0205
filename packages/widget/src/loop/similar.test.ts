import { expect, test } from 'vitest'
import { later, open, server } from '../../test/room.ts'

const message = 'Er is te weinig licht in de fietsenstalling'
const lamps = { title: 'Meer lampen', did: 'In elke fietsenstalling is nu licht.' }
const write = async (text: string, items: object[]) => {
  const room = open({ draft: { message: text } })
  server.answers = [[200, { items, next: null }]]
  room.loop?.typed()
  await later(2000)
  return room
}

test('while the customer writes, what was done about it already is looked for once they pause', async () => {
  const room = open({ draft: { message } })
  server.answers = [[200, { items: [lamps], next: null }]]
  room.loop?.typed()
  await later(900)
  room.loop?.typed()
  await later(1100)
  expect(server.calls.map(({ path }) => path)).toEqual([`/sites/site-1/outcomes?limit=5&q=${encodeURIComponent(message)}`])
  expect(room.similar).toEqual([lamps])
})

test.each(['Te donker', 'Het is er nu al te donker om'])('“%s” says too little to look for', async (text) => {
  await write(text, [lamps])
  expect(server.calls).toEqual([])
})

test('one word in common is chance, and more than two of them are in the way', async () => {
  const chance = { title: 'Nieuwe fietsenstalling', did: 'Hij staat achter het station.' }
  const inflected = { title: 'Weinig licht', did: 'We hebben de fietsenstallingen verlicht.' }
  expect((await write(message, [chance, inflected, lamps, lamps])).similar).toEqual([inflected, lamps])
})

test('what is found for words that are gone meanwhile is not shown', async () => {
  const room = open({ draft: { message } })
  server.answers = [[200, { items: [lamps], next: null }]]
  room.loop?.typed()
  await later(999)
  const looked = later(10)
  room.draft = { message: '' }
  await looked
  expect(room.similar ?? []).toEqual([])
})
