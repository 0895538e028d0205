import { fromClock, offsetAt } from '../members/local-time.ts'

/** When a working day ends, on the clock of the organisation. */
const END_OF_DAY = 17

/**
 * When the customer hears at the latest: the end of the working day that is `days` working days after today, where today is what
 * the calendar of `timeZone` says. ISO 8601 in UTC, with milliseconds. Weekends are no working days.
 */
export function replyBy(now: Date, days: number, timeZone: string): string {
  const day = new Date(now.getTime() + offsetAt(now.getTime(), timeZone))
  for (let left = days; left > 0; ) {
    day.setUTCDate(day.getUTCDate() + 1)
    if (day.getUTCDay() !== 0 && day.getUTCDay() !== 6) left--
  }
  return fromClock(day.setUTCHours(END_OF_DAY, 0, 0, 0), timeZone).toISOString()
}
