import type { LoopSeries } from '@klankbord/shared/loop'
import type { Scope } from '../db/scope.ts'
import type { Deps } from '../deps.ts'
import { NO_SUMS } from '../measures/computed/figures.ts'
import { sumsByPeriod } from '../measures/computed/kept-sums.ts'
import { periodsBetween } from '../measures/computed/periods.ts'
import { outcomesBetween } from '../measures/computed/store.ts'
import { badField } from '../problem-error.ts'
import { type Between, daysAsked, type Looked, requireLooked } from './read-loop.ts'

const MOST_PERIODS = 400

/** Compliments and complaints over time, and which outcomes were published meanwhile. */
export async function readLoopSeries(
  deps: Deps,
  scope: Scope,
  { period, from, to, ...asked }: Between & Looked & { period: 'week' | 'month' },
): Promise<LoopSeries> {
  const { db, clock } = deps
  const looked = await requireLooked(db, scope, asked)
  const days = await daysAsked(deps, scope, { from, to })
  const periods = periodsBetween(days.from, days.to, period, days.timeZone)
  if (periods.length > MOST_PERIODS) throw badField('from', `Ask for at most ${MOST_PERIODS} periods at a time`)
  const sums = await sumsByPeriod(db, scope, periods, looked, clock().toISOString())
  const points = periods.map(({ from: at }) => {
    const { voices: received, compliments, complaints } = sums.get(at) ?? NO_SUMS
    return { at, received, compliments, complaints }
  })
  const first = periods[0]?.from ?? days.period.from
  return { period, points, outcomes: await outcomesBetween(db, scope, { from: first, to: days.period.to }, looked) }
}
