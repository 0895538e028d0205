import type { Measure } from '@klankbord/shared/measures'
import type { Db } from '../db/db.ts'
import type { MeasurePointRow, MeasureRow } from '../db/schema.ts'
import type { Scope } from '../db/scope.ts'

/** Most values that come with a measure. */
const SHOWN_POINTS = 200
/** Rows in one insert: an engine takes a limited number of values in one statement. */
const AT_ONCE = 1000

type Point = Pick<MeasurePointRow, 'at' | 'value'>

/** Measures with their last values, oldest first; of one goal, or all. */
export async function listMeasures(db: Db, scope: Scope, goalId: string | undefined): Promise<Measure[]> {
  let query = db
    .within(scope)
    .selectFrom('measures')
    .select(['id', 'goalId', 'name', 'unit', 'direction', 'baseline', 'target', 'source', 'createdAt'])
  if (goalId !== undefined) query = query.where('goalId', '=', goalId)
  const rows = await query.orderBy('createdAt').orderBy('id').execute()
  return Promise.all(
    rows.map(async ({ direction, source, ...row }) => ({
      ...row,
      direction: direction as Measure['direction'],
      source: source as Measure['source'],
      points: await lastPoints(db, scope, row.id),
    })),
  )
}

/** One query a measure: each reads just its rows off the index, however long the measure has been followed. */
async function lastPoints(db: Db, scope: Scope, measureId: string): Promise<Point[]> {
  const points = db.within(scope).selectFrom('measurePoints').where('measureId', '=', measureId).select(['at', 'value'])
  return (await points.orderBy('at', 'desc').limit(SHOWN_POINTS).execute()).reverse()
}

export async function hasMeasure(db: Db, scope: Scope, id: string): Promise<boolean> {
  return (await db.within(scope).selectFrom('measures').select('id').where('id', '=', id).executeTakeFirst()) !== undefined
}

export async function insertMeasure(db: Db, scope: Scope, measure: Omit<MeasureRow, 'organisationId'>) {
  await db.within(scope).insertInto('measures', measure).execute()
}

/** Stores values; one at a time that has a value already replaces it. No time may come twice. */
export async function upsertPoints(db: Db, scope: Scope, measureId: string, points: Point[]) {
  for (let i = 0; i < points.length; i += AT_ONCE) {
    const rows = points.slice(i, i + AT_ONCE).map((point) => ({ ...point, measureId }))
    await db
      .within(scope)
      .insertInto('measurePoints', rows)
      .onConflict((conflict) => conflict.columns(['measureId', 'at']).doUpdateSet((eb) => ({ value: eb.ref('excluded.value') })))
      .execute()
  }
}
