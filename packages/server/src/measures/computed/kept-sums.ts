import type { LoopFilter } from '@klankbord/shared/measures'
import type { Db } from '../../db/db.ts'
import type { Scope } from '../../db/scope.ts'
import { addSums, NO_SUMS, type Sums } from './figures.ts'
import { keptSums } from './kept-store.ts'
import type { Period } from './periods.ts'
import { mediansByPeriod, rawSums } from './store.ts'

const DAY_MS = 86_400_000

/** A period as whole days in UTC, which are kept, and what is left at its ends, which is counted. */
export function cut({ from, to }: Period): { days: Period | null; ends: Period[] } {
  const first = new Date(Math.ceil(Date.parse(from) / DAY_MS) * DAY_MS).toISOString()
  const last = new Date(Math.floor(Date.parse(to) / DAY_MS) * DAY_MS).toISOString()
  if (first >= last) return { days: null, ends: [{ from, to }] }
  const ends = [
    { from, to: first },
    { from: last, to },
  ]
  return { days: { from: first, to: last }, ends: ends.filter((end) => end.from < end.to) }
}

const isKept = ({ siteId, kind, attribute }: LoopFilter) => siteId === undefined && kind === undefined && attribute === undefined

/** The sums of each period that anything came in, by its beginning: out of those that are kept by day and goal, where the filter lets them be used. */
export async function sumsByPeriod(db: Db, scope: Scope, periods: readonly Period[], filter: LoopFilter, now: string): Promise<Map<string, Sums>> {
  if (!isKept(filter) || periods.length === 0) return rawSums(db, scope, periods, filter, now)
  const pieces = periods.map((period) => ({ from: period.from, ...cut(period) }))
  const [ends, days] = await Promise.all([
    rawSums(
      db,
      scope,
      pieces.flatMap(({ ends }) => ends),
      filter,
      now,
    ),
    keptSums(
      db,
      scope,
      pieces.flatMap(({ days }) => days ?? []),
      filter,
      now,
    ),
  ])
  const found = new Map<string, Sums>()
  for (const { from, days: whole, ends: parts } of pieces) {
    const all = [whole && days.get(whole.from), ...parts.map((part) => ends.get(part.from))].flatMap((sums) => sums ?? [])
    if (all.length > 0) found.set(from, all.reduce(addSums, NO_SUMS))
  }
  return found
}

/** Of so many items a median is taken from all; of more from every so many, and then from about a thousand. */
const FEW = 5_000
const SAMPLES = [16, 64, 256, 1024]
const SAMPLED = 1_250

/** The median in one period; of very many items that of a sample. */
export async function medianIn(db: Db, scope: Scope, period: Period, filter: LoopFilter, until: 'reply' | 'outcome', voices: number) {
  const sample = voices <= FEW ? 1 : (SAMPLES.find((every) => voices / every <= SAMPLED) ?? 4096)
  const [figure] = (await mediansByPeriod(db, scope, [period], filter, until, sample)).values()
  return figure ?? { value: null, n: 0 }
}
