import type { Measure } from '@klankbord/shared/measures'
import type { Db } from '../db/db.ts'
import type { Scope } from '../db/scope.ts'
import { lastPoints } from './points-store.ts'
import { findMeasure, type StoredMeasure } from './store.ts'
import { type Judge, judgeFor } from './who-may.ts'

/** A measure as it is shown, without what is read elsewhere: computed values and outcomes. */
export const asMeasure = ({ goalState, ownTeamId, ...measure }: StoredMeasure, points: Measure['points'], judge: Judge): Measure => ({
  ...measure,
  points,
  outcomes: [],
  may: judge({ ...measure, goalState }),
})

/** The same, with the values that are stored for it. */
export async function readStoredMeasure(db: Db, scope: Scope, id: string): Promise<Measure> {
  const measure = await findMeasure(db, scope, id)
  if (!measure) throw new Error(`Measure ${id} is gone`)
  return asMeasure(measure, await lastPoints(db, scope, id), await judgeFor(db, scope))
}
