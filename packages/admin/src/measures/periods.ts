import type { MeasurePeriod } from '@klankbord/shared/measures'

const DAY = 86_400_000

/** The day that a value stands for. What begins a day in UTC was given as a day, which is the same everywhere; the rest is on the organisation's calendar. */
export function dayOf(at: string, timeZone: string): string {
  if (at.endsWith('T00:00:00.000Z')) return at.slice(0, 10)
  return new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' }).format(new Date(at))
}

/** The first day of the period that a day is in. */
export function firstDay(day: string, period: MeasurePeriod): string {
  const date = new Date(`${day}T00:00:00.000Z`)
  if (period === 'week') date.setUTCDate(date.getUTCDate() - ((date.getUTCDay() + 6) % 7))
  if (period === 'month') date.setUTCDate(1)
  if (period === 'quarter') date.setUTCMonth(date.getUTCMonth() - (date.getUTCMonth() % 3), 1)
  return date.toISOString().slice(0, 10)
}

/** The first day of the period after the one that begins on a day. */
export function nextFirst(first: string, period: MeasurePeriod): string {
  const date = new Date(`${first}T00:00:00.000Z`)
  if (period === 'day' || period === 'week') date.setTime(date.getTime() + DAY * (period === 'week' ? 7 : 1))
  else date.setUTCMonth(date.getUTCMonth() + (period === 'quarter' ? 3 : 1))
  return date.toISOString().slice(0, 10)
}

/** The period that waits for a value: the first after the last one, but none that has still to come. */
export function waiting(lastDay: string | null, today: string, period: MeasurePeriod): string {
  const now = firstDay(today, period)
  if (lastDay === null) return now
  const next = nextFirst(firstDay(lastDay, period), period)
  if (next > now) return now
  return next
}

/** Week number and its year as ISO 8601 counts them. */
function weekOf(day: string): [week: number, year: number] {
  const thursday = new Date(`${firstDay(day, 'week')}T00:00:00.000Z`)
  thursday.setUTCDate(thursday.getUTCDate() + 3)
  const year = thursday.getUTCFullYear()
  return [1 + Math.floor((thursday.getTime() - Date.UTC(year, 0, 1)) / (7 * DAY)), year]
}

/** `26 Nov 2026`, `week 48, 2026`, `Nov 2026`, `Q4 2026`. */
export function periodLabel(day: string, period: MeasurePeriod, code: string, weekWord: string): string {
  const date = new Date(`${day}T00:00:00.000Z`)
  if (period === 'quarter') return `Q${Math.floor(date.getUTCMonth() / 3) + 1} ${date.getUTCFullYear()}`
  if (period === 'week') {
    const [week, year] = weekOf(day)
    return `${weekWord} ${week}, ${year}`
  }
  const tag = code === 'en' ? 'en-GB' : code
  const options = { month: 'short', year: 'numeric', timeZone: 'UTC', ...(period === 'day' && { day: 'numeric' as const }) } as const
  return new Intl.DateTimeFormat(tag, options).format(date)
}
