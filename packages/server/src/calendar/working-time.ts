import { addDays, atHour, dayAt } from '../members/local-time.ts'

/** When a working day begins and ends, on the clock of the organisation. */
export const [START_OF_DAY, END_OF_DAY] = [9, 17]

/** Days and hours in which an organisation works. */
export interface WorkingCalendar {
  timeZone: string
  isWorkday(day: string): boolean
}

/** No calendar is without a working day for so long; who asks longer would ask for ever. */
const MOST_DAYS = 4000

/** The working day that is `count` after a day, or before it where that is negative. */
export function workdayFrom(calendar: WorkingCalendar, day: string, count: number): string {
  const step = Math.sign(count)
  let at = day
  for (let left = Math.abs(count), tried = 0; left > 0 && tried < MOST_DAYS; tried++) {
    at = addDays(at, step)
    if (calendar.isWorkday(at)) left--
  }
  return at
}

export const endOf = ({ timeZone }: WorkingCalendar, day: string) => atHour(day, END_OF_DAY, timeZone)
export const startOf = ({ timeZone }: WorkingCalendar, day: string) => atHour(day, START_OF_DAY, timeZone)

/** How many milliseconds of working time there are between two moments; 0 when the second is the earlier one. */
export function workingTime(calendar: WorkingCalendar, from: Date, to: Date): number {
  let time = 0
  const last = dayAt(to, calendar.timeZone)
  for (let day = dayAt(from, calendar.timeZone), tried = 0; day <= last && tried < MOST_DAYS; day = addDays(day, 1), tried++) {
    if (!calendar.isWorkday(day)) continue
    const begins = Math.max(startOf(calendar, day).getTime(), from.getTime())
    time += Math.max(0, Math.min(endOf(calendar, day).getTime(), to.getTime()) - begins)
  }
  return time
}

/** The end of the working day on which so much working time, counted from a moment, is over. */
export function afterWorkingTime(calendar: WorkingCalendar, from: Date, milliseconds: number): Date {
  const today = dayAt(from, calendar.timeZone)
  let day = calendar.isWorkday(today) && endOf(calendar, today) > from ? today : workdayFrom(calendar, today, 1)
  let left = milliseconds - workingTime(calendar, from, endOf(calendar, day))
  for (; left > 0; day = workdayFrom(calendar, day, 1)) left -= wholeDay(calendar, workdayFrom(calendar, day, 1))
  return endOf(calendar, day)
}

const wholeDay = (calendar: WorkingCalendar, day: string) => endOf(calendar, day).getTime() - startOf(calendar, day).getTime()

/** The moment a whole working day before this one: what was there by then is a working day old. */
export function workdayBefore(calendar: WorkingCalendar, now: Date): Date {
  const today = dayAt(now, calendar.timeZone)
  const before = workdayFrom(calendar, today, -1)
  // On a free day the last working day is still going on, until the next begins.
  if (!calendar.isWorkday(today)) return startOf(calendar, before)
  const into = now.getTime() - atHour(today, 0, calendar.timeZone).getTime()
  return new Date(atHour(before, 0, calendar.timeZone).getTime() + into)
}
