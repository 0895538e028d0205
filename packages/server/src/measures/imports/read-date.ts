import { fromClock } from '../../members/local-time.ts'

export type Order = 'dmy' | 'mdy'

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
const OTHERS: Record<string, string> = { mrt: 'mar', maa: 'mar', mei: 'may', okt: 'oct' }
const NAME = '([a-z]{3,9})\\.?'
const YEAR = "'?(\\d{4}|\\d{2})"
const TIME = '(?:[ t]+(\\d{1,2}):(\\d{2})(?::(\\d{2})(?:\\.\\d+)?)?)?'

const WEEKDAY = /^(?:ma|di|wo|do|vr|za|zo|(?:maan|dins|woens|donder|vrij|zater|zon)dag|mon|tue|wed|thu|fri|sat|sun),? /

type Groups = (string | undefined)[]
type Reader = (groups: Groups, order: Order) => [year: number, month: number, day: number, ...time: number[]] | null

const number = (text: string | undefined) => Number(text ?? Number.NaN)
/** Two figures are of this century, or of the last from 70 on. */
const yearOf = (text: string | undefined) => (text?.length === 2 ? Number(text) + (Number(text) < 70 ? 2000 : 1900) : number(text))

function monthOf(name: string | undefined): number {
  const short = (name ?? '').slice(0, 3)
  return MONTHS.indexOf(OTHERS[short] ?? short) + 1
}

const times = (groups: Groups) => (groups[0] === undefined ? [] : groups.map((group) => Number(group ?? 0)))

/** Monday of a week as ISO 8601 counts them: the first has the year's first Thursday. */
function monday(year: number, week: number): ReturnType<Reader> {
  const fourth = new Date(Date.UTC(year, 0, 4))
  const day = new Date(Date.UTC(year, 0, 4 - ((fourth.getUTCDay() + 6) % 7) + (week - 1) * 7))
  const thursday = new Date(day.getTime() + 3 * 86_400_000)
  if (week < 1 || thursday.getUTCFullYear() !== year) return null
  return [day.getUTCFullYear(), day.getUTCMonth() + 1, day.getUTCDate()]
}

const quarter = (year: number, which: number): ReturnType<Reader> => (which >= 1 && which <= 4 ? [year, which * 3 - 2, 1] : null)

const forms: [RegExp, Reader][] = [
  [new RegExp(`^(\\d{4})[-/.](\\d{1,2})[-/.](\\d{1,2})${TIME}$`), ([y, m, d, ...time]) => [number(y), number(m), number(d), ...times(time)]],
  [
    new RegExp(`^(\\d{1,2})[-/. ](\\d{1,2})[-/. ]${YEAR}${TIME}$`),
    ([a, b, y, ...time], order) =>
      order === 'dmy' ? [yearOf(y), number(b), number(a), ...times(time)] : [yearOf(y), number(a), number(b), ...times(time)],
  ],
  [new RegExp(`^(\\d{1,2})[- .]+${NAME}[- ]+${YEAR}${TIME}$`), ([d, name, y, ...time]) => [yearOf(y), monthOf(name), number(d), ...times(time)]],
  [new RegExp(`^${NAME} (\\d{1,2}),? ${YEAR}${TIME}$`), ([name, d, y, ...time]) => [yearOf(y), monthOf(name), number(d), ...times(time)]],
  [/^(\d{4})-?w(\d{1,2})$/, ([y, w]) => monday(number(y), number(w))],
  [/^(?:week|wk|w) ?(\d{1,2})[-/, ]+(\d{4})$/, ([w, y]) => monday(number(y), number(w))],
  [/^(\d{4})[-/ ]*(?:week|wk) ?(\d{1,2})$/, ([y, w]) => monday(number(y), number(w))],
  [/^(\d{4})[-/ ]*[qk](\d)$/, ([y, q]) => quarter(number(y), number(q))],
  [/^[qk](\d)[-/ ]*(\d{4})$/, ([q, y]) => quarter(number(y), number(q))],
  [/^(\d)e? kwartaal ?(\d{4})$/, ([q, y]) => quarter(number(y), number(q))],
  [new RegExp(`^${NAME}[- /]*${YEAR}$`), ([name, y]) => [yearOf(y), monthOf(name), 1]],
  [/^(\d{4})[-/](\d{1,2})$/, ([y, m]) => [number(y), number(m), 1]],
  [/^(\d{1,2})[-/](\d{4})$/, ([m, y]) => [number(y), number(m), 1]],
  [/^(\d{4})$/, ([y]) => [number(y), 1, 1]],
]

/**
 * A day, a moment or the beginning of a period as a person writes it in a cell, in Dutch or English: `2026-04-03`, or a moment in UTC where the cell has a time, which is
 * the organisation's. Null where it is none.
 */
export function readDate(cell: string, order: Order, timeZone: string): string | null {
  const text = cell.trim().toLowerCase().replace(/\s+/g, ' ')
  if (text.length > 40) return null
  if (/^\d{4}-\d{2}-\d{2}t.*(z|[-+]\d{2}:?\d{2})$/.test(text))
    return Number.isNaN(Date.parse(text.toUpperCase())) ? null : new Date(text.toUpperCase()).toISOString()
  const plain = text.replace(WEEKDAY, '')
  for (const [form, read] of forms) {
    const found = form.exec(plain)
    const parts = found && read(found.slice(1), order)
    const day = parts && placed(parts, timeZone)
    if (day) return day
  }
  return null
}

function placed([year, month, day, ...time]: [number, number, number, ...number[]], timeZone: string): string | null {
  const [hour = 0, minute = 0, second = 0] = time
  const clock = new Date(Date.UTC(year, month - 1, day, hour, minute, second))
  const exists =
    clock.getUTCFullYear() === year && clock.getUTCMonth() === month - 1 && clock.getUTCDate() === day && hour < 24 && minute < 60 && second < 60
  if (!exists || year < 1900 || year > 2999) return null
  return time.length === 0 ? clock.toISOString().slice(0, 10) : fromClock(clock.getTime(), timeZone).toISOString()
}
