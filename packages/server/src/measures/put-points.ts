import type { MeasurePoint } from '@klankbord/shared/measures'
import { transact } from '../db/db.ts'
import { record } from '../db/events.ts'
import type { Scope } from '../db/scope.ts'
import type { Deps } from '../deps.ts'
import { badField, notFound } from '../problem-error.ts'
import { hasMeasure, upsertPoints } from './store.ts'

/** Stores values of a measure, all of them or none; the same values again change nothing. `stored` counts the different times. */
export function putPoints({ db, clock }: Deps, scope: Scope, { id, points }: { id: string; points: MeasurePoint[] }): Promise<{ stored: number }> {
  // Of two values at one time the last counts, as if they had been sent one after the other.
  const values = new Map(points.map(({ at, value }, i) => [momentOf(at, i), value]))
  const rows = [...values].map(([at, value]) => ({ at, value })).sort((a, b) => (a.at < b.at ? -1 : 1))
  return transact(db, async (db) => {
    if (!(await hasMeasure(db, scope, id))) throw notFound('measure')
    await upsertPoints(db, scope, id, rows)
    const detail = { measureId: id, count: rows.length, from: rows[0]?.at, to: rows.at(-1)?.at }
    await record(db, scope, [{ type: 'measure.points', detail }], clock())
    return { stored: rows.length }
  })
}

/** In UTC with milliseconds, so that the same moment is the same text and texts sort as moments do. */
function momentOf(at: string, index: number): string {
  const moment = new Date(at)
  const year = Number.isNaN(moment.getTime()) ? 0 : moment.getUTCFullYear()
  if (year < 1900 || year > 2999) throw badField(`points.${index}.at`, 'Give a time from 1900 to 2999')
  return moment.toISOString()
}
