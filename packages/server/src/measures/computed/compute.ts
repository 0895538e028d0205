import type { Computed, LoopFilter, ShownPoint } from '@klankbord/shared/measures'
import type { Db } from '../../db/db.ts'
import type { Scope } from '../../db/scope.ts'
import { figureOf, isSummed } from './figures.ts'
import { sumsByPeriod } from './kept-sums.ts'
import { mediansByPeriod, type Until } from './medians-store.ts'
import type { Period } from './periods.ts'

/** The figures of one filter by period: computed once, however many measures ask. */
export type Compute = (computed: Computed, periods: readonly Period[]) => Promise<ShownPoint[]>

/**
 * Computes measures from the loop as it stands now. Measures with the same filter and the same periods are read together, since most of the
 * work is looking at the feedback.
 */
export function computer(db: Db, scope: Scope, now: Date): Compute {
  const at = now.toISOString()
  const known = new Map<string, Promise<unknown>>()
  const once = <Result>(what: string, filter: LoopFilter, periods: readonly Period[], read: () => Promise<Result>): Promise<Result> => {
    const key = JSON.stringify([what, filter, periods[0]?.from, periods.at(-1)?.to, periods.length])
    const before = known.get(key) as Promise<Result> | undefined
    const result = before ?? read()
    if (!before) known.set(key, result)
    return result
  }
  const medians = (until: Until, filter: LoopFilter, periods: readonly Period[]) =>
    once(until, filter, periods, () => mediansByPeriod(db, scope, periods, filter, until))
  return async ({ metric, ...filter }, periods) => {
    if (!isSummed(metric)) {
      const found = await medians(metric === 'timeToReply' ? 'reply' : 'outcome', filter, periods)
      return periods.flatMap(({ from }) => {
        const figure = found.get(from)
        return figure ? [{ at: from, ...figure }] : []
      })
    }
    const sums = await once('sums', filter, periods, () => sumsByPeriod(db, scope, periods, filter, at))
    return periods.flatMap(({ from }) => {
      const own = sums.get(from)
      const { value, n } = own ? figureOf(metric, own) : { value: null, n: 0 }
      return value === null ? [] : [{ at: from, value, n }]
    })
  }
}
