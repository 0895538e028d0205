import { type RawBuilder, sql } from 'kysely'
import type { Db } from '../db/db.ts'
import { idsIn } from '../db/ids-in.ts'
import type { MeasurePointRow } from '../db/measure-rows.ts'
import type { Scope } from '../db/scope.ts'

/** Most values that come with a measure. */
export const SHOWN_POINTS = 200
/** Values in one statement: so many are written in a few milliseconds. */
export const AT_ONCE = 1000

export type Point = Pick<MeasurePointRow, 'at' | 'value' | 'n'>

/** The values that are shown with a measure, oldest first. */
export const lastPoints = (db: Db, scope: Scope, measureId: string): Promise<Point[]> => pointsBefore(db, scope, measureId, SHOWN_POINTS)

/** The last so many values, or those before a moment, oldest first. Reads just its rows off the index, however long the measure has been followed. */
export async function pointsBefore(db: Db, scope: Scope, measureId: string, count: number, before = '~'): Promise<Point[]> {
  const last = (view: 'ownPoints' | 'landingPoints') => {
    const points = db.within(scope).selectFrom(view).where('measureId', '=', measureId).where('at', '<', before)
    return db.everywhere.selectFrom(points.select(['at', 'value', 'n']).orderBy('at', 'desc').limit(count).as(view)).selectAll()
  }
  // Each in its own order first: PostgreSQL would sort all of both.
  const points = await last('ownPoints').unionAll(last('landingPoints')).execute()
  return points.sort((a, b) => (a.at < b.at ? -1 : 1)).slice(-count)
}

/** All values from one moment up to another, oldest first. */
export function pointsBetween(db: Db, scope: Scope, measureId: string, from: string, to: string): Promise<Point[]> {
  const points = db.within(scope).selectFrom('shownPoints').where('measureId', '=', measureId).where('at', '>=', from).where('at', '<', to)
  return points.select(['at', 'value', 'n']).orderBy('at').execute()
}

/** The values at these times that are seen. */
export function shownAt(db: Db, scope: Scope, measureId: string, times: string[]): Promise<Point[]> {
  const points = db.within(scope).selectFrom('shownPoints').where('measureId', '=', measureId)
  return points
    .where('at', ...oneOf(db, times))
    .select(['at', 'value', 'n'])
    .execute()
}

/** The values at these times that the measure has itself. */
export function ownAt(db: Db, scope: Scope, measureId: string, times: string[]): Promise<Point[]> {
  const points = db.within(scope).selectFrom('measurePoints').where('measureId', '=', measureId)
  return points
    .where('at', ...oneOf(db, times))
    .select(['at', 'value', 'n'])
    .execute()
}

/** Lets those who write values of a measure come one after the other. False when there is no such measure. */
export async function takeValues(db: Db, scope: Scope, measureId: string): Promise<boolean> {
  const taken = db
    .within(scope)
    .updateTable('measures')
    .set((eb) => ({ name: eb.ref('name') }))
  return (await taken.where('id', '=', measureId).executeTakeFirst()).numUpdatedRows > 0n
}

/** As one parameter that PostgreSQL, too, looks up in the index. */
const oneOf = ({ engine }: Db, times: string[]): ['=' | 'in', RawBuilder<string>] =>
  engine === 'postgres' ? ['=', sql`any(${times}::text[])`] : ['in', idsIn(engine, times)]

/** Stores values over whatever is there or is about to be put there. No time may come twice. */
export async function writePoints(db: Db, scope: Scope, measureId: string, points: Point[]) {
  const times = points.map(({ at }) => at)
  await takeValues(db, scope, measureId)
  await deleteLanding(db, scope, measureId, times)
  await upsertPoints(db, scope, measureId, points)
}

/** Stores values; one at a time that has a value already replaces it. No time may come twice. */
export async function upsertPoints(db: Db, { organisationId }: Scope, measureId: string, points: Point[]) {
  for (let i = 0; i < points.length; i += AT_ONCE) {
    const rows = points.slice(i, i + AT_ONCE).map(({ at, value, n }) => [at, value, n])
    // As one parameter: thousands of parameters of their own cost many times what the insert does.
    await sql`insert into measure_points (organisation_id, measure_id, at, value, n)
      select ${sql.val(organisationId)}, ${sql.val(measureId)}, ${elementsOf(db, JSON.stringify(rows))} where true
      on conflict (measure_id, at) do update set value = excluded.value, n = excluded.n`.execute(db.everywhere)
  }
}

const elementsOf = ({ engine }: Db, list: string): RawBuilder<unknown> =>
  engine === 'postgres'
    ? sql`one ->> 0, (one ->> 1)::double precision, (one ->> 2)::integer from json_array_elements(${list}::json) as one`
    : sql`one.value ->> 0, one.value ->> 1, one.value ->> 2 from json_each(${list}) as one`

/**
 * Tells PostgreSQL that many values have come. Until it has counted them itself, up to a minute later, it takes the table to be small, and reads and sorts all values of a measure
 * for its last few. Who is counting already, or sweeping, is not waited for.
 */
export async function countMany(db: Db, count: number) {
  if (db.engine === 'postgres' && count >= MANY) await sql`analyze (skip_locked) measure_points`.execute(db.everywhere)
}

const MANY = 10 * AT_ONCE

/** Removes the values at these times, and those that an import is about to put there. */
export async function deletePoints(db: Db, scope: Scope, measureId: string, times: string[]) {
  await deleteLanding(db, scope, measureId, times)
  await deleteOwn(db, scope, measureId, times)
}

/** Removes what an import or its undoing is about to put at these times: what is written now is newer. */
async function deleteLanding(db: Db, scope: Scope, measureId: string, times: string[]) {
  const landings = await db.within(scope).selectFrom('measureLandings').select('id').where('measureId', '=', measureId).execute()
  for (const { id } of landings) await deleteOwn(db, scope, id, times)
}

export async function deleteOwn(db: Db, scope: Scope, measureId: string, times: string[]) {
  for (let i = 0; i < times.length; i += AT_ONCE) {
    const some = db.within(scope).deleteFrom('measurePoints').where('measureId', '=', measureId)
    await some.where('at', ...oneOf(db, times.slice(i, i + AT_ONCE))).execute()
  }
}
