import type { Measure } from '@klankbord/shared/measures'
import { transact } from '../db/db.ts'
import { record } from '../db/events.ts'
import { newId } from '../db/ids.ts'
import type { Scope } from '../db/scope.ts'
import type { Deps } from '../deps.ts'
import { findGoal } from '../goals/store.ts'
import { notFoundAt } from '../problem-error.ts'
import { insertMeasure } from './store.ts'

interface NewMeasure extends Pick<Measure, 'name' | 'unit' | 'direction' | 'source'> {
  goalId?: string | null | undefined
  baseline?: number | null | undefined
  target?: number | null | undefined
}

/** Starts following a number, for a goal or for the whole organisation. */
export function createMeasure(
  { db, clock }: Deps,
  scope: Scope,
  { goalId = null, baseline = null, target = null, ...input }: NewMeasure,
): Promise<Measure> {
  const now = clock()
  return transact(db, async (db) => {
    if (goalId !== null && !(await findGoal(db, scope, goalId))) throw notFoundAt('goalId', 'goal')
    const measure = { ...input, id: newId(), goalId, baseline, target, createdAt: now.toISOString() }
    await insertMeasure(db, scope, measure)
    await record(db, scope, [{ type: 'measure.created', detail: { measureId: measure.id, goalId, name: measure.name } }], now)
    return { ...measure, points: [] }
  })
}
