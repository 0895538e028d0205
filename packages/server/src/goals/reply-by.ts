import { endOf, type WorkingCalendar, workdayFrom } from '../calendar/working-time.ts'
import { dayAt } from '../members/local-time.ts'

/**
 * When the customer hears at the latest: the end of the working day that is `days` working days after today, where today is what the calendar's time zone says.
 * ISO 8601 in UTC, with milliseconds.
 */
export const replyBy = (now: Date, days: number, calendar: WorkingCalendar): string =>
  endOf(calendar, workdayFrom(calendar, dayAt(now, calendar.timeZone), days)).toISOString()
