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

const DAY_MS = 24 * 60 * 60 * 1000

/** The day that the calendar of a time zone shows: `2026-03-01`. */
export const dayAt = (moment: Date, timeZone: string) => new Date(moment.getTime() + offsetAt(moment.getTime(), timeZone)).toISOString().slice(0, 10)

/** The moment at which the clock of a time zone shows a whole hour of a day. */
export const atHour = (day: string, hour: number, timeZone: string) => fromClock(Date.parse(day) + hour * 60 * 60 * 1000, timeZone)

export const addDays = (day: string, days: number) => new Date(Date.parse(day) + days * DAY_MS).toISOString().slice(0, 10)

/** 1 is Monday, 7 is Sunday. */
export const weekdayOf = (day: string) => new Date(day).getUTCDay() || 7

/** The week of a day as ISO 8601 counts them, from Monday: `2026-W48`. */
export function weekOf(day: string): string {
  // A week belongs to the year that its Thursday is in.
  const thursday = addDays(day, 4 - weekdayOf(day))
  const year = thursday.slice(0, 4)
  const week = 1 + Math.floor((Date.parse(thursday) - Date.parse(`${year}-01-01`)) / (7 * DAY_MS))
  return `${year}-W${String(week).padStart(2, '0')}`
}
