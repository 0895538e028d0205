import { expect, test } from 'vitest'
import { Neighbours } from './neighbours.ts'

/** A text of these features, which weigh alike. */
const text = (...columns: number[]) => ({
  columns: Int32Array.from(columns),
  values: new Float32Array(columns.length).fill(1),
  familiar: 1,
  isGuess: false,
})

test('the items that share most come first, the newer of equals before the older, and each text is looked at anew', () => {
  const neighbours = new Neighbours()
  neighbours.add('half', 0, text(1, 2, 8, 9))
  neighbours.add('older', 1, text(1, 2, 3, 9))
  neighbours.add('newer', 2, text(1, 2, 3, 8))
  neighbours.add('other', 3, text(6, 7))
  const named = (count: number) => neighbours.nearest(text(1, 2, 3, 4), count).map(({ at, similarity }) => [neighbours.ids[at], similarity])
  expect(named(3)).toEqual([
    ['newer', 0.75],
    ['older', 0.75],
    ['half', 0.5],
  ])
  expect(named(2)).toEqual(named(3).slice(0, 2))
  expect(neighbours.nearest(text(5), 3)).toEqual([])
})

test('an item is found among thousands that share one feature with it, also when it came after a question', () => {
  const neighbours = new Neighbours()
  for (let i = 0; i < 3000; i++) neighbours.add(`item${i}`, 0, text(1, 10 + i, 4000 + i))
  expect(neighbours.nearest(text(12, 4002, 9000), 1)).toEqual([{ at: 2, similarity: 2 / 3 }])
  neighbours.add('last', 0, text(1, 9000, 9001))
  expect(neighbours.nearest(text(1, 9000, 9001), 1)).toEqual([{ at: 3000, similarity: 1 }])
})
