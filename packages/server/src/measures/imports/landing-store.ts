import type { Db } from '../../db/db.ts'
import type { MeasureLandingRow } from '../../db/measure-rows.ts'
import type { Scope } from '../../db/scope.ts'
import { AT_ONCE, deleteOwn, type Point } from '../points-store.ts'

export type Landing = Pick<MeasureLandingRow, 'id' | 'importId' | 'measureId' | 'kind'>

const columns = ['id', 'importId', 'measureId', 'kind'] as const

export async function insertLanding(db: Db, scope: Scope, landing: Landing, begunAt: string) {
  await db
    .within(scope)
    .insertInto('measureLandings', { ...landing, begunAt, shownAt: null })
    .execute()
}

/** What is seen of a measure but still being written, by whichever import. */
export const listShownLandings = (db: Db, scope: Scope, measureId: string): Promise<Landing[]> =>
  db.within(scope).selectFrom('measureLandings').select(columns).where('measureId', '=', measureId).where('shownAt', 'is not', null).execute()

/** What is seen of an import but still being written. */
export const listLandingsOf = (db: Db, scope: Scope, importId: string): Promise<Landing[]> =>
  db.within(scope).selectFrom('measureLandings').select(columns).where('importId', '=', importId).where('shownAt', 'is not', null).execute()

/** Shows the values of landings instead of those that the measures have at the same times. */
export async function setShown(db: Db, scope: Scope, ids: string[], shownAt: string) {
  await db.within(scope).updateTable('measureLandings').set({ shownAt }).where('id', 'in', ids).execute()
}

/** Takes a piece of what is still to be written, oldest first. */
export async function takeSome(db: Db, scope: Scope, id: string): Promise<Point[]> {
  const points = db.within(scope).selectFrom('measurePoints').where('measureId', '=', id)
  const some = await points.select(['at', 'value', 'n']).orderBy('at').limit(AT_ONCE).execute()
  // By their times, not by the query above: PostgreSQL has joined the two row by row when it took the table to be small.
  await deleteOwn(
    db,
    scope,
    id,
    some.map(({ at }) => at),
  )
  return some
}

export async function removeLanding(db: Db, scope: Scope, id: string) {
  await db.within(scope).deleteFrom('measureLandings').where('id', '=', id).execute()
}

/** What a process left behind: begun before a time, of whichever organisation. */
export const listLeft = (db: Db, before: string) =>
  db.everywhere
    .selectFrom('measureLandings')
    .select([...columns, 'organisationId', 'shownAt', 'begunAt'])
    .where('begunAt', '<', before)
    .orderBy('begunAt')
    .limit(100)
    .execute()
