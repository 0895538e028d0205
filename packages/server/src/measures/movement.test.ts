import { describe, expect, test } from 'vitest'
import { movementOf, type Standing, wholePeriods } from './movement.ts'

const measure = (baseline: number | null) => ({
  id: 'm',
  name: 'a',
  unit: 'klachten per maand',
  direction: 'down',
  baseline,
  period: 'month',
  computed: null,
  publishedAt: null,
})

const moved = (before: number, after: number) => ({ name: 'a', unit: 'klachten per maand', direction: 'down', before, after })

const cases: [string, number | null, Standing, ReturnType<typeof moved> | null][] = [
  ['values on both sides are the number', null, { before: 12, after: 5 }, moved(12, 5)],
  ['a value before goes before the baseline', 20, { before: 12, after: 5 }, moved(12, 5)],
  ['without a value before, the baseline is what it was', 20, { before: null, after: 5 }, moved(20, 5)],
  ['zero is a value', null, { before: 3, after: 0 }, moved(3, 0)],
  ['a baseline of zero is one too', 0, { before: null, after: 3 }, moved(0, 3)],
  ['without a value since, nothing moved', 20, { before: 12, after: null }, null],
  ['with neither a value before nor a baseline, nobody knows whether it moved', null, { before: null, after: 5 }, null],
  ['a number that did not move is shown as it is', null, { before: 5, after: 5 }, moved(5, 5)],
]

describe('the number beside an outcome', () => {
  test.each(cases)('%s', (_, baseline, standing, shown) => {
    expect(movementOf(measure(baseline), standing)).toEqual(shown)
  })

  const days = (published: string, now: string, period: 'week' | 'month') => wholePeriods(published, new Date(now), period, 'Europe/Amsterdam')

  test('is of whole periods: the one in which it was published counts for neither side', () => {
    expect(days('2026-03-10T09:00:00.000Z', '2026-06-20T09:00:00.000Z', 'month')).toEqual(['2026-02-01', '2026-05-01'])
    expect(days('2026-03-10T09:00:00.000Z', '2026-03-24T09:00:00.000Z', 'week')).toEqual(['2026-03-02', '2026-03-16'])
  })

  test('waits until a whole period is over', () => {
    expect(days('2026-03-10T09:00:00.000Z', '2026-04-30T09:00:00.000Z', 'month')[1]).toBeNull()
    expect(days('2026-03-10T09:00:00.000Z', '2026-05-01T09:00:00.000Z', 'month')[1]).not.toBeNull()
    // Still April in UTC, but on the organisation's clock May has begun.
    expect(days('2026-03-10T09:00:00.000Z', '2026-04-30T22:30:00.000Z', 'month')[1]).not.toBeNull()
  })
})
