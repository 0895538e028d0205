import type { Db } from '../db/db.ts'
import type { Scope } from '../db/scope.ts'

export const listHeldMeasures = (db: Db, scope: Scope, memberId: string) =>
  db.within(scope).selectFrom('measures').select(['id', 'name']).where('ownerId', '=', memberId).orderBy('createdAt').orderBy('id').execute()

/** The owner that a measure names, also where they have left. */
export const findMeasureOwner = async (db: Db, scope: Scope, id: string) =>
  (await db.within(scope).selectFrom('measures').select('ownerId').where('id', '=', id).executeTakeFirst())?.ownerId
