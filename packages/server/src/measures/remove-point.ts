import { transact } from '../db/db.ts'
import { record } from '../db/events.ts'
import type { Scope } from '../db/scope.ts'
import type { Deps } from '../deps.ts'
import { badField, notFound } from '../problem-error.ts'
import { momentOf } from './moments.ts'
import { deletePoints, pointsBetween, takeValues } from './points-store.ts'
import { findMeasure, updateMeasure } from './store.ts'
import { judgeFor, requireEntry } from './who-may.ts'

/** Takes away the value at a time; its history keeps what it was. */
export function removePoint({ db, clock }: Deps, scope: Scope, { id, at }: { id: string; at: string }): Promise<void> {
  const now = clock()
  return transact(db, async (db) => {
    const measure = await findMeasure(db, scope, id)
    if (!measure) throw notFound('measure')
    requireEntry(await judgeFor(db, scope), measure)
    const moment = momentOf(at)
    if (moment === null) throw badField('at', 'Give a time from 1900 to 2999')
    await takeValues(db, scope, id)
    const [point] = await pointsBetween(db, scope, id, moment, `${moment}~`)
    if (!point) throw notFound('value')
    await deletePoints(db, scope, id, [moment])
    await updateMeasure(db, scope, id, { updatedAt: now.toISOString() })
    await record(db, scope, [{ type: 'measure.point-removed', aboutId: id, detail: { measureId: id, at: moment, value: point.value } }], now)
  })
}
