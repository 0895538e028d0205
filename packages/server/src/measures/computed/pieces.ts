import type { Period } from './periods.ts'

/** A stretch of time that counts, or, with -1, one that was counted too much. */
export interface Piece extends Period {
  times: 1 | -1
}

/** A period as what is kept, and what must be counted beside it. */
export interface Pieces {
  /** The whole days in UTC nearest to it; null when it is too short for any. */
  days: Period | null
  /** The whole months nearest to those days; null when they are too few. */
  months: Period | null
  /** What the months leave of those days, and what they take too much: whole days. */
  besideMonths: Piece[]
  /** What the days leave of the period, and what they take too much. */
  ends: Piece[]
}

const DAY_MS = 86_400_000

/** Never more than half a day at each end is counted, and never more than half a month of days read. */
export function cut(period: Period): Pieces {
  const { whole: days, rest: ends } = around(period, nearestDay)
  if (!days) return { days, months: null, besideMonths: [], ends }
  const { whole: months, rest: besideMonths } = around(days, nearestMonth)
  return { days, months, besideMonths, ends }
}

const nearestDay = (at: string) => new Date(Math.round(Date.parse(at) / DAY_MS) * DAY_MS).toISOString()

function nearestMonth(at: string): string {
  const date = new Date(at)
  const [year, month] = [date.getUTCFullYear(), date.getUTCMonth()]
  const [before, after] = [Date.UTC(year, month), Date.UTC(year, month + 1)]
  return new Date(date.getTime() - before < after - date.getTime() ? before : after).toISOString()
}

/** The whole units nearest to a period, and what is between; none where that is more than the period itself. */
function around(period: Period, nearest: (at: string) => string): { whole: Period | null; rest: Piece[] } {
  const [first, last] = [nearest(period.from), nearest(period.to)]
  const rest = [between(period.from, first), between(last, period.to)].filter(({ from, to }) => from < to)
  const isLess = rest.reduce((sum, piece) => sum + length(piece), 0) < length(period)
  return first < last && isLess ? { whole: { from: first, to: last }, rest } : { whole: null, rest: [{ ...period, times: 1 }] }
}

const between = (from: string, to: string): Piece => (from <= to ? { from, to, times: 1 } : { from: to, to: from, times: -1 })

const length = ({ from, to }: Period) => Date.parse(to) - Date.parse(from)
