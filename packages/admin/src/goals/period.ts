import type { Dates } from '../dates.ts'
import type { Texts } from '../texts/later-en.ts'

/** A period in words, as far as its days are known; null when none is. */
export function periodWords({ startsOn, endsOn }: { startsOn?: string | null; endsOn?: string | null }, dates: Dates, t: Texts): string | null {
  if (startsOn && endsOn) return dates.span(startsOn, endsOn)
  if (endsOn) return t.goals.until(dates.calendar(endsOn))
  return startsOn ? t.goals.from(dates.calendar(startsOn)) : null
}
