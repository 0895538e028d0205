import { once } from './once.ts'

/** The words that dates need beside what Intl knows. */
export interface DateTexts {
  today: string
  tomorrow: string
  yesterday: string
  inDays: (days: number) => string
  daysAgo: (days: number) => string
}

export interface Dates {
  /** `Friday 4 December`, with the year when it is another. */
  day: (iso: string) => string
  /** `Fri 4 Dec 14:05`. */
  moment: (iso: string) => string
  /** For lists: the time today, else the day. */
  brief: (iso: string) => string
  /** Whole calendar days from now, negative for the past. */
  daysFromNow: (iso: string) => number
  /** `today`, `tomorrow`, `in 3 days`, `2 days ago`. */
  relative: (iso: string) => string
  /** A day of the calendar, `2026-03-01`, wherever one is: `1 Mar 2026`. */
  calendar: (day: string) => string
  /** From one day of the calendar to another: `1 Jan – 31 Mar 2026`. */
  span: (from: string, to: string) => string
}

const DAY = 86_400_000

/** Dates in words of a language, on the calendar of the organisation's time zone. */
export function datesOf(locale: string, timeZone: string | undefined, texts: DateTexts, clock: () => Date = () => new Date()): Dates {
  // British order and punctuation suit a letter better than "Friday, December 4".
  const tag = locale === 'en' ? 'en-GB' : locale
  // Each takes milliseconds to make, and a page needs few of them.
  const formatOf = (options: Intl.DateTimeFormatOptions, of = tag) => once(() => new Intl.DateTimeFormat(of, { timeZone, ...options }))
  const long = formatOf({ weekday: 'long', day: 'numeric', month: 'long' })
  const longYear = formatOf({ day: 'numeric', month: 'long', year: 'numeric' })
  const short = formatOf({ day: 'numeric', month: 'short' })
  const shortYear = formatOf({ day: 'numeric', month: 'short', year: 'numeric' })
  const weekday = formatOf({ weekday: 'short', day: 'numeric', month: 'short' })
  const time = formatOf({ hour: '2-digit', minute: '2-digit', hour12: false })
  const calendar = formatOf({ timeZone: 'UTC', day: 'numeric', month: 'short', year: 'numeric' })
  const sortable = formatOf({ year: 'numeric', month: '2-digit', day: '2-digit' }, 'en-CA')

  const dayNumber = (date: Date) => Date.parse(sortable().format(date)) / DAY
  const thisYear = (date: Date) => sortable().format(date).slice(0, 4) === sortable().format(clock()).slice(0, 4)
  const daysFromNow = (iso: string) => dayNumber(new Date(iso)) - dayNumber(clock())

  const plain = (text: string) => text.replaceAll(',', '')
  return {
    day: (iso) => plain((thisYear(new Date(iso)) ? long() : longYear()).format(new Date(iso))),
    moment: (iso) => {
      const date = new Date(iso)
      return `${plain((thisYear(date) ? weekday() : shortYear()).format(date))} ${time().format(date)}`
    },
    brief: (iso) => {
      const date = new Date(iso)
      if (daysFromNow(iso) === 0) return time().format(date)
      return (thisYear(date) ? short() : shortYear()).format(date)
    },
    daysFromNow,
    calendar: (day) => calendar().format(new Date(day)),
    span: (from, to) =>
      from <= to ? calendar().formatRange(new Date(from), new Date(to)) : `${calendar().format(new Date(from))} – ${calendar().format(new Date(to))}`,
    relative: (iso) => {
      const days = daysFromNow(iso)
      if (days === 0) return texts.today
      if (days === 1) return texts.tomorrow
      if (days === -1) return texts.yesterday
      return days > 0 ? texts.inDays(days) : texts.daysAgo(-days)
    },
  }
}
