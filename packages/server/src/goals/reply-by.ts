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

/** The moment at which the clock of a time zone shows `clock`, which is written as if it were UTC. */
export function fromClock(clock: number, timeZone: string): Date {
  // The offset is asked at a moment up to a day off, so it is asked again at the moment that this gives.
  const near = clock - offsetAt(clock, timeZone)
  return new Date(clock - offsetAt(near, timeZone))
}

const clocks = new Map<string, Intl.DateTimeFormat>()

/** By how many milliseconds the clock of a time zone is ahead of UTC at a moment. */
export function offsetAt(moment: number, timeZone: string): number {
  const second = Math.floor(moment / 1000) * 1000
  const parts: Record<string, number> = {}
  for (const { type, value } of clockOf(timeZone).formatToParts(second)) parts[type] = Number(value)
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second: seconds = 0 } = parts
  return Date.UTC(year, month - 1, day, hour, minute, seconds) - second
}

/** Making a formatter costs far more than using one, and every submission needs it. */
function clockOf(timeZone: string): Intl.DateTimeFormat {
  const known = clocks.get(timeZone)
  if (known) return known
  const numeric = 'numeric' as const
  const clock = new Intl.DateTimeFormat('en-US', {
    timeZone,
    hourCycle: 'h23',
    year: numeric,
    month: numeric,
    day: numeric,
    hour: numeric,
    minute: numeric,
    second: numeric,
  })
  clocks.set(timeZone, clock)
  return clock
}
