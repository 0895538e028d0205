import type { Measure } from '@klankbord/shared/measures'
import { rollUpOf } from '@klankbord/shared/roll-up'
import type { Db } from '../db/db.ts'
import type { Scope } from '../db/scope.ts'
import { byPeriod } from './by-period.ts'
import { lastPoints, SHOWN_POINTS } from './points-store.ts'
import { findMeasure, type StoredMeasure } from './store.ts'
import { type Judge, judgeFor } from './who-may.ts'

/** A measure as it is shown, without what is read elsewhere: computed values and outcomes. */
export const asMeasure = ({ goalState, ownTeamId, ...measure }: StoredMeasure, points: Measure['points'], judge: Judge): Measure => ({
  ...measure,
  points,
  periods: measure.computed ? points : periodsOf(points, measure),
  outcomes: [],
  may: judge({ ...measure, goalState }),
})

/** By period; where older values were left out, the period that may have lost some of its own is too. */
function periodsOf(points: Measure['points'], { period, unit }: Pick<StoredMeasure, 'period' | 'unit'>): Measure['periods'] {
  const periods = byPeriod(points, period, unit).map(({ at, value, n }) => ({ at, value, n }))
  return points.length === SHOWN_POINTS && periods.length > 1 && rollUpOf(unit) === 'sum' ? periods.slice(1) : periods
}

/** The same, with the values that are stored for it. */
export async function readStoredMeasure(db: Db, scope: Scope, id: string): Promise<Measure> {
  const measure = await findMeasure(db, scope, id)
  if (!measure) throw new Error(`Measure ${id} is gone`)
  return asMeasure(measure, await lastPoints(db, scope, id), await judgeFor(db, scope))
}
