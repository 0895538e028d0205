import type { Db } from '../../db/db.ts'
import type { Scope } from '../../db/scope.ts'
import { addTimes, NO_SUMS, type Sums } from './figures.ts'
import type { Period } from './periods.ts'
import { cut } from './pieces.ts'
import { countedByPlace, keptByPlace, type Place, type Waiting, waitingByPlace } from './place-store.ts'
import { nameOf } from './store.ts'

export type CountedAt = { id: string } & Period & Partial<Sums>

/** How who asks reads less than everything, or what is being read for it already. */
interface Ways {
  kept?: (...asked: Parameters<typeof keptByPlace>) => Promise<{ id: string; sums: Partial<Sums> }[]>
  counting?: Promise<CountedAt[]>
  waiting?: Promise<Waiting[]>
}

/** The sums of one period for each goal, or each site, by its id: whole days out of what is kept, the hours at its ends counted. */
export async function sumsByPlace(
  db: Db,
  scope: Scope,
  period: Period,
  place: Place,
  now: string,
  { kept = keptByPlace, counting = countedAtEnds(db, scope, period, place, now), waiting }: Ways = {},
): Promise<Map<string, Sums>> {
  const pieces = cut(period)
  const { days, ends } = pieces
  const found = new Map<string, Sums>()
  const add = (id: string, sums: Partial<Sums>, times = 1) => found.set(id, addTimes(times, found.get(id) ?? NO_SUMS, sums))
  if (days) {
    for (const { id, sums } of await kept(db, scope, pieces, place)) add(id, sums)
    for (const { id, due, open } of await (waiting ?? waitingByPlace(db, scope, days, place, now))) if (id) add(id, { promises: due, overdue: open })
  }
  const times = new Map(ends.map((end) => [nameOf(end), end.times]))
  for (const one of await counting) add(one.id, one, times.get(nameOf(one)))
  for (const [id, sums] of found) if (sums.voices <= 0 && sums.promises <= 0) found.delete(id)
  return found
}

/** What came in at the ends of a period, beside the whole days that are kept. */
export async function countedAtEnds(db: Db, scope: Scope, period: Period, place: Place, now: string): Promise<CountedAt[]> {
  const { ends } = cut(period)
  return ends.length > 0 ? countedByPlace(db, scope, ends, place, now) : []
}
