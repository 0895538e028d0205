import type { MeasurePoint } from '@klankbord/shared/measures'
import { dayAt } from '../members/local-time.ts'
import { badField } from '../problem-error.ts'

/** Clocks differ: what is this little ahead counts as now. */
const AHEAD_MS = 5 * 60_000

/** Whether a day or a time has still to come, where the organisation is. */
export const isFuture = (at: string, now: Date, timeZone: string): boolean =>
  at.length === 10 ? at > dayAt(now, timeZone) : Date.parse(at) > now.getTime() + AHEAD_MS

/** In UTC with milliseconds, so that the same moment is the same text and texts sort as moments do. Null outside of 1900 to 2999. */
export function momentOf(at: string): string | null {
  const moment = new Date(at)
  const year = Number.isNaN(moment.getTime()) ? 0 : moment.getUTCFullYear()
  return year < 1900 || year > 2999 ? null : moment.toISOString()
}

/** The same for a point that was sent; refused (`bad-input`) at its place in the list when it is out of range or has still to come. */
export function pastMoment({ at }: MeasurePoint, path: string, now: Date, timeZone: string): string {
  const moment = momentOf(at)
  if (moment === null) throw badField(path, 'Give a time from 1900 to 2999')
  if (isFuture(at, now, timeZone))
    throw badField(path, 'This is still to come. Give a time up to now; a value of a whole period stands at the day that it begins')
  return moment
}
