import type { LoopFilter } from '@klankbord/shared/measures'
import type { Db } from '../../db/db.ts'
import type { Scope } from '../../db/scope.ts'
import { addTimes, NO_SUMS, type Sums } from './figures.ts'
import { keptSums } from './kept-store.ts'
import type { Period } from './periods.ts'
import { cut } from './pieces.ts'
import { mediansByPeriod, rawSums, sumsOf } from './store.ts'

const isKept = ({ siteId, kind, attribute }: LoopFilter) => siteId === undefined && kind === undefined && attribute === undefined

/** The sums of each period that anything came in, by its beginning: out of those that are kept by day and goal, where the filter lets them be used. */
export async function sumsByPeriod(db: Db, scope: Scope, periods: readonly Period[], filter: LoopFilter, now: string): Promise<Map<string, Sums>> {
  if (!isKept(filter) || periods.length === 0) return rawSums(db, scope, periods, filter, now)
  const cuts = periods.map((period) => ({ beginning: period.from, ...cut(period) }))
  const [ends, kept] = await Promise.all([
    sumsOf(
      db,
      scope,
      cuts.flatMap(({ ends }) => ends),
      filter,
      now,
    ),
    keptSums(db, scope, cuts, filter, now),
  ])
  const found = new Map<string, Sums>()
  for (const { beginning, ends: pieces } of cuts) {
    const sums = pieces.reduce((sums, piece) => addTimes(piece.times, sums, ends(piece)), kept.get(beginning) ?? NO_SUMS)
    if (sums.voices > 0) found.set(beginning, sums)
  }
  return found
}

/** Of so many items a median is taken from all; of more from every so many, and then from about a thousand. */
const FEW = 5_000
const SAMPLES = [16, 64, 256, 1024]
const SAMPLED = 1_250

/** The medians in one period; of very many items those of a sample. */
export async function mediansIn(db: Db, scope: Scope, period: Period, filter: LoopFilter, voices: number) {
  const sample = voices <= FEW ? 1 : (SAMPLES.find((every) => voices / every <= SAMPLED) ?? 4096)
  const medians = await mediansByPeriod(db, scope, [period], filter, ['reply', 'outcome'], sample)
  const none = { value: null, n: 0 }
  return { reply: medians.reply.get(period.from) ?? none, outcome: medians.outcome.get(period.from) ?? none }
}
