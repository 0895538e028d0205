import type { MeasurePeriod, MeasureSeries, ShownPoint } from '@klankbord/shared/measures'
import { rollUpOf } from '@klankbord/shared/roll-up'
import { firstDay } from './computed/periods.ts'

type PeriodPoint = MeasureSeries['points'][number]

/** Values by period, oldest first, each as `rollUpOf` says for their unit. What is entered counts on the day that it was entered for, which is the same everywhere. */
export function byPeriod(points: readonly ShownPoint[], period: MeasurePeriod, unit: string): PeriodPoint[] {
  const found = new Map<string, PeriodPoint>()
  const addsUp = rollUpOf(unit) === 'sum'
  for (const { at, value, n } of points) {
    const first = firstDay(at.slice(0, 10), period)
    const before = found.get(first)
    const sum = addsUp && before ? { value: exact(before.value + value), n: before.n === null || n === null ? null : before.n + n } : { value, n }
    found.set(first, { at: `${first}T00:00:00.000Z`, ...sum, values: (before?.values ?? 0) + 1 })
  }
  return [...found.values()]
}

/** The sum of one period's values; null where it has none. */
export const sumOf = (points: readonly ShownPoint[]): number | null =>
  points.length === 0 ? null : exact(points.reduce((sum, { value }) => sum + value, 0))

/** Amounts with cents add up to one with cents, not to 0.30000000000000004. */
const exact = (sum: number) => Number(sum.toPrecision(12))
