import { transact } from '../db/db.ts'
import { record } from '../db/events.ts'
import type { Scope } from '../db/scope.ts'
import type { Deps } from '../deps.ts'
import { notFound, ProblemError } from '../problem-error.ts'
import { deleteMeasure, findMeasure } from './store.ts'
import { judgeFor } from './who-may.ts'

/** Stops following a number and takes its values away. A goal that was agreed on keeps its measures, but for who may change its target. */
export function removeMeasure({ db, clock }: Deps, scope: Scope, id: string): Promise<void> {
  const now = clock()
  return transact(db, async (db) => {
    const measure = await findMeasure(db, scope, id)
    if (!measure) throw notFound('measure')
    if (!(await judgeFor(db, scope))(measure).changeTarget)
      throw new ProblemError('forbidden', 'A measure of an agreed goal is removed by leads of its team or of a team above, owners and admins.')
    await deleteMeasure(db, scope, id)
    const detail = { measureId: id, goalId: measure.goalId, name: measure.name }
    await record(db, scope, [{ type: 'measure.removed', aboutId: id, detail }], now)
  })
}
