import type { Db } from '../../db/db.ts'
import type { Scope } from '../../db/scope.ts'
import { addTimes, NO_SUMS, type Sums } from './figures.ts'
import type { Period } from './periods.ts'
import { cut } from './pieces.ts'
import { countedByPlace, countedPromises, keptByPlace, keptPromises, type Place, type Waiting, waitingByPlace } from './place-store.ts'
import { nameOf } from './store.ts'

interface Ways {
  kept: (...asked: Parameters<typeof keptByPlace>) => Promise<{ id: string; sums: Partial<Sums> }[]>
  counted: (...asked: Parameters<typeof countedByPlace>) => Promise<({ id: string } & Period & Partial<Sums>)[]>
}

const ALL: Ways = { kept: keptByPlace, counted: countedByPlace }

/** Of each goal only the promises that were kept or missed. */
export const PROMISES: Ways = { kept: keptPromises, counted: (db, scope, ends, _, now) => countedPromises(db, scope, ends, now) }

/**
 * The sums of one period for each goal, or each site, by its id: whole days out of what is kept, the hours at its ends counted. Who wants only some of the sums passes what reads
 * less than all that is kept, and who knows what waits passes that.
 */
export async function sumsByPlace(
  db: Db,
  scope: Scope,
  period: Period,
  place: Place,
  now: string,
  { kept, counted }: Ways = ALL,
  waiting?: Promise<Waiting[]>,
): Promise<Map<string, Sums>> {
  const pieces = cut(period)
  const { days, ends } = pieces
  const found = new Map<string, Sums>()
  const add = (id: string, sums: Partial<Sums>, times = 1) => found.set(id, addTimes(times, found.get(id) ?? NO_SUMS, { ...NO_SUMS, ...sums }))
  const counting = ends.length > 0 ? counted(db, scope, ends, place, now) : Promise.resolve([])
  if (days) {
    for (const { id, sums } of await kept(db, scope, pieces, place)) add(id, sums)
    for (const { id, due, open } of await (waiting ?? waitingByPlace(db, scope, days, place, now))) if (id) add(id, { promises: due, overdue: open })
  }
  const times = new Map(ends.map((end) => [nameOf(end), end.times]))
  for (const { id, from, to, ...sums } of await counting) add(id, sums, times.get(nameOf({ from, to })))
  for (const [id, sums] of found) if (sums.voices <= 0 && sums.promises <= 0) found.delete(id)
  return found
}
