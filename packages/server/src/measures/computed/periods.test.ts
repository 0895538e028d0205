import { describe, expect, test } from 'vitest'
import { firstDay, later, periodsBetween, startOfLast } from './periods.ts'

describe('a period', () => {
  test.each([
    ['2026-04-03', 'day', '2026-04-03'],
    ['2026-04-03', 'week', '2026-03-30'],
    ['2026-03-29', 'week', '2026-03-23'],
    ['2026-04-30', 'month', '2026-04-01'],
    ['2026-06-30', 'quarter', '2026-04-01'],
    ['2026-01-01', 'quarter', '2026-01-01'],
  ] as const)('the one in which %s is, by %s, begins on %s', (day, period, first) => {
    expect(firstDay(day, period)).toBe(first)
  })

  test('one follows the other, also over a year', () => {
    expect(later('2025-12-29', 'week')).toBe('2026-01-05')
    expect(later('2025-12-01', 'month')).toBe('2026-01-01')
    expect(later('2025-10-01', 'quarter')).toBe('2026-01-01')
    expect(startOfLast('2026-03-31', 'month', 24)).toBe('2024-04-01')
  })

  test('it begins when the day does there, summer and winter, and none has a gap behind it', () => {
    const months = periodsBetween('2026-03-15', '2026-04-10', 'month', 'Europe/Amsterdam')
    expect(months).toEqual([
      { from: '2026-02-28T23:00:00.000Z', to: '2026-03-31T22:00:00.000Z' },
      { from: '2026-03-31T22:00:00.000Z', to: '2026-04-30T22:00:00.000Z' },
    ])
    const days = periodsBetween('2026-01-01', '2026-12-31', 'day', 'Asia/Kolkata')
    expect(days).toHaveLength(365)
    expect(days.slice(1).every(({ from }, i) => from === days[i]?.to)).toBe(true)
  })
})
