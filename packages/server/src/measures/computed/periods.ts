import type { MeasurePeriod } from '@klankbord/shared/measures'
import { fromClock } from '../../members/local-time.ts'

/** From a moment up to, not including, another; ISO texts in UTC. */
export interface Period {
  from: string
  to: string
}

const DAY = 86_400_000
const dayOf = (day: string) => new Date(`${day}T00:00:00.000Z`)

/** The first day of the period that a day is in; days are texts, `2026-03-01`. */
export function firstDay(day: string, period: MeasurePeriod): string {
  const date = dayOf(day)
  if (period === 'week') date.setUTCDate(date.getUTCDate() - ((date.getUTCDay() + 6) % 7))
  if (period === 'month') date.setUTCDate(1)
  if (period === 'quarter') date.setUTCMonth(date.getUTCMonth() - (date.getUTCMonth() % 3), 1)
  return date.toISOString().slice(0, 10)
}

/** The first day of the period that is `count` later, or, below 0, earlier than the one that begins on `first`. */
export function later(first: string, period: MeasurePeriod, count = 1): string {
  const date = dayOf(first)
  if (period === 'day' || period === 'week') date.setTime(date.getTime() + count * DAY * (period === 'week' ? 7 : 1))
  else date.setUTCMonth(date.getUTCMonth() + count * (period === 'quarter' ? 3 : 1))
  return date.toISOString().slice(0, 10)
}

/** When a day begins on the clocks of a time zone. */
export const beginning = (day: string, timeZone: string): string => fromClock(dayOf(day).getTime(), timeZone).toISOString()

/** The periods from the one that `from` is in to the one that `to` is in, oldest first. */
export function periodsBetween(from: string, to: string, period: MeasurePeriod, timeZone: string): Period[] {
  const periods: Period[] = []
  for (let first = firstDay(from, period); first <= to; first = later(first, period))
    periods.push({ from: beginning(first, timeZone), to: beginning(later(first, period), timeZone) })
  return periods
}

/** The day before which `count` periods, the one of `today` included, begin. */
export const startOfLast = (today: string, period: MeasurePeriod, count: number): string => later(firstDay(today, period), period, 1 - count)
