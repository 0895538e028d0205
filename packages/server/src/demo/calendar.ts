const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

/** In UTC, between 9:15 and 17:15 by Dutch summer time and an hour earlier in winter. */
const OPENS = 7.25 * HOUR
const CLOSES = 15.25 * HOUR
/** When people who are awake write, in UTC. */
const UP = 5.5 * HOUR
const TO_BED = 20.75 * HOUR

const startOfDay = (at: Date) => Date.UTC(at.getUTCFullYear(), at.getUTCMonth(), at.getUTCDate())
const isWeekend = (day: number) => [0, 6].includes(new Date(day).getUTCDay())

export const daysBefore = (now: Date, days: number) => new Date(now.getTime() - days * DAY)
export const hoursAfter = (at: Date, hours: number) => new Date(at.getTime() + hours * HOUR)

/** A time at which a customer may write, on the day that is `days` before now; `share` says how late on that day. */
export function waking(now: Date, days: number, share: number): Date {
  const day = startOfDay(daysBefore(now, days))
  const at = new Date(day + UP + share * (TO_BED - UP))
  // Today is not over: what has come in today came in before now, however early it is.
  return at < now ? at : new Date(now.getTime() - (1 + share * 5) * HOUR)
}

/** The first moment from `at` on at which a customer is up. */
export function whenUp(at: Date): Date {
  const day = startOfDay(at)
  const time = at.getTime() - day
  if (time < UP) return new Date(day + UP + (time / UP) * HOUR)
  if (time > TO_BED) return new Date(day + DAY + UP + ((time - TO_BED) / (DAY - TO_BED)) * HOUR)
  return at
}

/** The moment that is `hours` of work after `at`: 0 gives the first moment from then on at which colleagues are at work. */
export function atWork(at: Date, hours = 0): Date {
  let day = startOfDay(at)
  let time = Math.max(at.getTime() - day, OPENS)
  let left = hours * HOUR
  for (;;) {
    const today = isWeekend(day) ? 0 : Math.max(CLOSES - time, 0)
    if (today > 0 && left < today) return new Date(day + time + left)
    left -= today
    day += DAY
    time = OPENS
  }
}

/** Starts of the last `count` weeks (Mondays), months or quarters, oldest first, at half past seven UTC. */
export function periods(now: Date, every: 'week' | 'month' | 'quarter', count: number): Date[] {
  const monday = startOfDay(now) - ((now.getUTCDay() + 6) % 7) * DAY
  const months = every === 'quarter' ? 3 : 1
  const month = now.getUTCMonth() - (now.getUTCMonth() % months)
  const at = (back: number) =>
    every === 'week' ? new Date(monday - back * 7 * DAY + OPENS) : new Date(Date.UTC(now.getUTCFullYear(), month - back * months, 1) + OPENS)
  // The one of today may still have to come.
  const newest = at(0) <= now ? 0 : 1
  return Array.from({ length: count }, (_, i) => at(newest + count - 1 - i))
}

const day = (year: number, month: number, date: number) => new Date(Date.UTC(year, month, date)).toISOString().slice(0, 10)

/** The first and last day of the year, half or quarter that runs, of the quarter before it, or of the next. */
export function periodOf(now: Date, period: 'year' | 'half' | 'quarter' | 'before' | 'next') {
  const months = period === 'year' ? 12 : period === 'half' ? 6 : 3
  const shift = period === 'before' ? -3 : period === 'next' ? 3 : 0
  const first = Math.floor(now.getUTCMonth() / months) * months + shift
  return { startsOn: day(now.getUTCFullYear(), first, 1), endsOn: day(now.getUTCFullYear(), first + months, 0) }
}

/** A day of the calendar. */
export const dayOf = (at: Date) => at.toISOString().slice(0, 10)
