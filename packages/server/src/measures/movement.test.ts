import { describe, expect, test } from 'vitest'
import { type Standing, shownMeasure } from './movement.ts'

const standing = (name: string, baseline: number | null, before: number | null, after: number | null): Standing => ({
  name,
  unit: 'klachten per maand',
  direction: 'down',
  baseline,
  before,
  after,
})

const cases: [string, Standing[], ReturnType<typeof shownMeasure>][] = [
  ['a goal without measures has no number', [], null],
  [
    'values on both sides are the number',
    [standing('a', null, 12, 5)],
    { name: 'a', unit: 'klachten per maand', direction: 'down', before: 12, after: 5 },
  ],
  ['a value before goes before the baseline', [standing('a', 20, 12, 5)], expect.objectContaining({ before: 12, after: 5 })],
  ['without a value before, the baseline is what it was', [standing('a', 20, null, 5)], expect.objectContaining({ before: 20, after: 5 })],
  ['zero is a value', [standing('a', null, 3, 0)], expect.objectContaining({ before: 3, after: 0 })],
  ['a baseline of zero is one too', [standing('a', 0, null, 3)], expect.objectContaining({ before: 0, after: 3 })],
  ['without a value since, nothing moved', [standing('a', 20, 12, null)], null],
  ['with neither a value before nor a baseline, nobody knows whether it moved', [standing('a', null, null, 5)], null],
  [
    'the first measure that was followed on both sides is shown',
    [standing('a', 20, 12, null), standing('b', null, 4, 2), standing('c', null, 9, 1)],
    expect.objectContaining({ name: 'b' }),
  ],
  ['a number that did not move is shown as it is', [standing('a', null, 5, 5)], expect.objectContaining({ before: 5, after: 5 })],
]

describe('the number beside an outcome', () => {
  test.each(cases)('%s', (_, standings, shown) => {
    expect(shownMeasure(standings)).toEqual(shown)
  })
})
