import { expect, test } from 'vitest'
import { fitLeanings, type Leanings } from './leanings.ts'
import { stack } from './rows.ts'

const vector = (...columns: number[]) => ({
  columns: Int32Array.from(columns),
  values: new Float32Array(columns.length).fill(1),
  familiar: 1,
  isGuess: false,
})

/** Two features, one seen with the first class only and one with both; a third class of which nothing was seen. */
const made = () =>
  fitLeanings({
    rows: stack([vector(0, 1), vector(1)]),
    classes: Int32Array.of(0, 1),
    rowWeights: Float32Array.of(1, 1),
    classCount: 3,
    columnCount: 3,
  })

function scoresOf(leanings: Leanings, ...columns: number[]): number[] {
  const scores = new Float64Array(3)
  leanings.addTo(scores, Int32Array.from(columns), new Float32Array(columns.length).fill(1))
  return [...scores]
}

test('what is changed shows in the scores and in what a feature prefers, in whichever order classes come', () => {
  const leanings = made()
  const before = scoresOf(leanings, 1)
  leanings.change(1, new Map([[2, 4]]), 0.5)
  leanings.change(
    1,
    new Map([
      [0, -1],
      [2, 1],
      [1, 3],
    ]),
    1,
  )
  const after = scoresOf(leanings, 1)
  for (const [c, by] of [-1, 3, 3].entries()) expect(after[c]! - before[c]!).toBeCloseTo(by, 5)
  const preferred = [0, 1, 2].map((c) => leanings.preference(1, c))
  expect(preferred.reduce((sum, one) => sum + one, 0)).toBeCloseTo(0, 5)
  const { offsets } = leanings
  expect(preferred[2]! - preferred[0]!).toBeCloseTo(after[2]! - offsets[2]! - (after[0]! - offsets[0]!), 5)
})

test('a feature that was never seen with a class says nothing for it, and settling keeps what was added', () => {
  const leanings = made()
  leanings.change(2, new Map([[1, 2]]), 1)
  const settled = leanings.settled()
  for (const columns of [[0], [1], [2], [0, 1, 2]]) {
    for (const [c, score] of scoresOf(settled, ...columns).entries()) expect(score).toBeCloseTo(scoresOf(leanings, ...columns)[c]!, 5)
  }
  for (const c of [0, 1, 2]) expect(settled.preference(2, c)).toBeCloseTo(leanings.preference(2, c), 5)
  expect(leanings.preference(0, 1)).toBeLessThan(0)
  expect(leanings.preference(0, 0)).toBeGreaterThan(0)
})

test('a feature that was seen with hundreds of classes says nothing for any; one that was seen with a few of as many does', () => {
  const classCount = 400
  const many = Array.from({ length: classCount }, (_, c) => ({ ...vector(0), c })).concat([{ ...vector(1), c: 7 }])
  const leanings = fitLeanings({
    rows: stack(many),
    classes: Int32Array.from(many.map(({ c }) => c)),
    rowWeights: new Float32Array(many.length).fill(1),
    classCount,
    columnCount: 2,
  })
  expect(leanings.preference(0, 7)).toBe(0)
  expect(leanings.preference(1, 7)).toBeGreaterThan(0)
})
