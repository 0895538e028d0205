import { expect, test } from 'vitest'
import { outcome } from '../../lab/fixtures.ts'
import { open } from '../../test/room.ts'
import { render } from '../view.ts'
import { Did } from './outcomes.tsx'

const shown = (one: typeof outcome) => {
  const page = document.createElement('div')
  render(Did(open(), one), page)
  return [...page.querySelectorAll('img')]
}

test('an outcome shows its pictures, each with what it shows in words and its size, and fetches them only once they come into sight', () => {
  const [image, ...more] = shown(outcome)
  expect(more).toEqual([])
  const picture = outcome.pictures[0]
  expect(image?.src).toBe(picture?.url)
  expect([image?.alt, image?.lang, image?.getAttribute('loading')]).toEqual(['De bezorger met een kaartje', 'nl', 'lazy'])
  expect([image?.width, image?.height]).toEqual([640, 360])
})

test('an outcome without pictures shows none, also one that an older server told', () => {
  expect(shown({ ...outcome, pictures: [] })).toEqual([])
  expect(shown({ ...outcome, pictures: undefined } as never)).toEqual([])
})
