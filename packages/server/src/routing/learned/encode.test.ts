import { expect, test } from 'vitest'
import { count } from './encode.ts'
import { Vocabulary } from './vocabulary.ts'

const reading = (...keys: number[]) => ({ words: [], keys, blocks: keys.map((key) => key % 3), from: [], to: [] })
const listed = ({ rows, blocks, times, unknown }: ReturnType<typeof count>) => ({ rows: [...rows], blocks: [...blocks], times: [...times], unknown })

test('each feature of a text is counted once, with how often it occurs, and text after text anew', () => {
  const vocabulary = new Vocabulary(4)
  expect(listed(count(reading(7, 5, 7, 7), vocabulary, true))).toEqual({ rows: [0, 1], blocks: [1, 2], times: [3, 1], unknown: 0 })
  expect(listed(count(reading(5, 7, 5), vocabulary, true))).toEqual({ rows: [1, 0], blocks: [2, 1], times: [2, 1], unknown: 0 })
  expect(listed(count(reading(9, 7, 9, 8), vocabulary, false))).toEqual({ rows: [0], blocks: [1], times: [1], unknown: 2 })
})

test('a text that makes the vocabulary grow while it is counted is counted well', () => {
  const vocabulary = new Vocabulary(1)
  const keys = Array.from({ length: 500 }, (_, i) => i + 1)
  const { rows, times } = count(reading(...keys, ...keys), vocabulary, true)
  expect([...rows]).toEqual(keys.map((key) => key - 1))
  expect([...times]).toEqual(keys.map(() => 2))
})
