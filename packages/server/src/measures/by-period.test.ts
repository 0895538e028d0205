import { expect, test } from 'vitest'
import { byPeriod } from './by-period.ts'

const values = [
  { at: '2026-01-05T00:00:00.000Z', value: 0.1, n: 2 },
  { at: '2026-01-31T00:00:00.000Z', value: 0.2, n: 3 },
  { at: '2026-02-01T00:00:00.000Z', value: 7, n: null },
]

test.each([
  ['count', 0.3, 5],
  ['€', 0.3, 5],
  ['%', 0.2, 3],
  ['score', 0.2, 3],
  ['days', 0.2, 3],
  ['minuten', 0.2, 3],
])('of values in %s a month shows %d', (unit, value, n) => {
  expect(byPeriod(values, 'month', unit)).toEqual([
    { at: '2026-01-01T00:00:00.000Z', value, n, values: 2 },
    { at: '2026-02-01T00:00:00.000Z', value: 7, n: null, values: 1 },
  ])
})

test('a sum of which one part has no sample has none', () => {
  expect(byPeriod(values, 'quarter', 'count')).toEqual([{ at: '2026-01-01T00:00:00.000Z', value: 7.3, n: null, values: 3 }])
})
