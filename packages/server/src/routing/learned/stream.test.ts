import { expect, test } from 'vitest'
import { followStream, sharesOf, spreadOf } from './stream.ts'

/** What somebody believes who learned as much of each of two classes, and is right in nine of ten. */
const sure = (c: number) => Float64Array.of(c === 0 ? 0.9 : 0.1, c === 0 ? 0.1 : 0.9)
/** Such beliefs about texts of which so many are of the first class. */
const about = (first: number, count: number) => Array.from({ length: count }, (_, i) => sure(i % 10 < 9 === i < first ? 0 : 1))

test('the spread of texts is found behind beliefs that are sometimes wrong', () => {
  const [first, second] = spreadOf(about(800, 1000), Float64Array.of(0.5, 0.5))
  expect(first).toBeCloseTo(0.8, 1)
  expect(first! + second!).toBeCloseTo(1)
  expect(spreadOf(about(500, 1000), Float64Array.of(0.5, 0.5))[0]).toBeCloseTo(0.5, 1)
})

test('without texts the spread is that of the lessons, in which each class has a part', () => {
  const learned = sharesOf([0, 0, 1], [1, 1, 0.5], 3)
  expect([...learned]).toEqual([2.5, 1, 0.5].map((one) => one / 4))
  for (const [c, one] of spreadOf([], learned).entries()) expect(one).toBeCloseTo(learned[c]!)
})

test('a text that could be either is believed to be of the class that comes more often, and a sure one stays what it was', () => {
  const doubtful = Float64Array.of(0.49, 0.51)
  const of = sure(1)
  followStream([doubtful, of, ...about(800, 1000)], Float64Array.of(0.5, 0.5))
  expect(doubtful[0]).toBeGreaterThan(0.5)
  expect(doubtful[0]! + doubtful[1]!).toBeCloseTo(1)
  expect(of[1]).toBeGreaterThan(0.5)
  expect(of[1]).toBeLessThan(0.9)
})
