import type { LoopFilter } from '@klankbord/shared/measures'
import type { Db } from '../../db/db.ts'
import type { Scope } from '../../db/scope.ts'
import { addSums, addTimes, NO_SUMS, type Sums } from './figures.ts'
import { type Cut, keptSums, waitingByDay } from './kept-store.ts'
import type { Period } from './periods.ts'
import { cut } from './pieces.ts'
import { nameOf, rawSums, sumsOf } from './store.ts'

const isKept = ({ siteId, kind, attribute }: LoopFilter) => siteId === undefined && kind === undefined && attribute === undefined

/** The sums of each period that anything came in, by its beginning: out of those that are kept by day and goal, where the filter lets them be used. */
export async function sumsByPeriod(db: Db, scope: Scope, periods: readonly Period[], filter: LoopFilter, now: string): Promise<Map<string, Sums>> {
  if (!isKept(filter) || periods.length === 0) return rawSums(db, scope, periods, filter, now)
  const cuts = periods.map((period) => ({ beginning: period.from, ...cut(period) }))
  const [settled, waiting] = await Promise.all([settledSums(db, scope, cuts, filter, now), waitingOf(db, scope, cuts, filter, now)])
  const sums = cuts.map(({ beginning, days }) => [beginning, addSums(settled.get(beginning) ?? NO_SUMS, days ? waiting(days) : NO_SUMS)] as const)
  return new Map(sums.filter(([, { voices }]) => voices > 0))
}

/** What came in within one of the stretches beside what is kept. */
export type Counted = Period & Partial<Sums>

/** The same of one period, without the promises that wait, where what came in at its ends is being counted already. */
export async function sumsOfPeriod(db: Db, scope: Scope, period: Period, filter: LoopFilter, counting: Promise<Counted[]>): Promise<Sums> {
  const pieces = cut(period)
  const [counted, kept] = await Promise.all([counting, keptSums(db, scope, [{ beginning: period.from, ...pieces }], filter)])
  const times = new Map(pieces.ends.map((end) => [nameOf(end), end.times]))
  return counted.reduce((sums, one) => addTimes(times.get(nameOf(one)) ?? 1, sums, one), kept.get(period.from) ?? NO_SUMS)
}

async function settledSums(db: Db, scope: Scope, cuts: readonly Cut[], filter: LoopFilter, now: string): Promise<Map<string, Sums>> {
  const counting = sumsOf(
    db,
    scope,
    cuts.flatMap(({ ends }) => ends),
    filter,
    now,
  )
  const [counted, kept] = await Promise.all([counting, keptSums(db, scope, cuts, filter)])
  return new Map(
    cuts.map(({ beginning, ends }) => [
      beginning,
      ends.reduce((sums, piece) => addTimes(piece.times, sums, counted.get(nameOf(piece)) ?? NO_SUMS), kept.get(beginning) ?? NO_SUMS),
    ]),
  )
}

/** What waits of what came in on some days, looked up once for all of the periods. */
async function waitingOf(db: Db, scope: Scope, cuts: readonly Cut[], filter: LoopFilter, now: string): Promise<(days: Period) => Sums> {
  const days = cuts.flatMap(({ days }) => days ?? [])
  const from = days.map(({ from }) => from).sort()[0] ?? ''
  const to =
    days
      .map(({ to }) => to)
      .sort()
      .at(-1) ?? ''
  const rows = days.length === 0 ? [] : await waitingByDay(db, scope, { from, to }, filter, now)
  return ({ from, to }) =>
    rows.reduce((sums, { day, due, open }) => (day >= from.slice(0, 10) && day < to.slice(0, 10) ? addWaiting(sums, { due, open }) : sums), NO_SUMS)
}

/** Promises that passed and that nobody answered count with those that are settled. */
export const addWaiting = (sums: Sums, { due, open }: { due: number; open: number }): Sums => ({
  ...sums,
  promises: sums.promises + due,
  overdue: sums.overdue + open,
})
