import type { MeasurePoint } from '@klankbord/shared/measures'
import { transact } from '../db/db.ts'
import { record } from '../db/events.ts'
import type { Scope } from '../db/scope.ts'
import type { Deps } from '../deps.ts'
import { readOrganisation } from '../members/store.ts'
import { notFound } from '../problem-error.ts'
import { pastMoment } from './moments.ts'
import { writePoints } from './points-store.ts'
import { findMeasure, updateMeasure } from './store.ts'
import { judgeFor, requireEntry } from './who-may.ts'

/** Stores values of a measure, all of them or none; the same values again change nothing. `stored` counts the different times. */
export function putPoints({ db, clock }: Deps, scope: Scope, { id, points }: { id: string; points: MeasurePoint[] }): Promise<{ stored: number }> {
  const now = clock()
  return transact(db, async (db) => {
    const measure = await findMeasure(db, scope, id)
    if (!measure) throw notFound('measure')
    requireEntry(await judgeFor(db, scope), measure)
    const { timeZone } = await readOrganisation(db, scope)
    // Of two values at one time the last counts, as if they had been sent one after the other.
    const values = new Map(points.map((point, i) => [pastMoment(point, `points.${i}.at`, now, timeZone), { value: point.value, n: point.n ?? null }]))
    const rows = [...values].map(([at, point]) => ({ at, ...point })).sort((a, b) => (a.at < b.at ? -1 : 1))
    await writePoints(db, scope, id, rows)
    await updateMeasure(db, scope, id, { updatedAt: now.toISOString() })
    const detail = { measureId: id, count: rows.length, from: rows[0]?.at, to: rows.at(-1)?.at, ...(rows.length === 1 && { value: rows[0]?.value }) }
    await record(db, scope, [{ type: 'measure.points', aboutId: id, detail }], now)
    return { stored: rows.length }
  })
}
