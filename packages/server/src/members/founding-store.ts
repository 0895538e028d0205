import type { Db } from '../db/db.ts'
import { newId } from '../db/ids.ts'
import type { OrganisationRow } from '../db/schema.ts'
import type { Scope } from '../db/scope.ts'

/** The organisation that was there first. */
export const firstOrganisation = (db: Db) =>
  db.everywhere.selectFrom('organisations').selectAll().orderBy('createdAt').orderBy('id').limit(1).executeTakeFirst()

/**
 * Makes the first organisation, unless another process did. The key is what two processes that start at once meet on:
 * the second waits for the first's commit and then finds it taken.
 */
export async function insertFirstOrganisation(
  db: Db,
  organisation: Pick<OrganisationRow, 'name' | 'locale' | 'timeZone'>,
  now: Date,
): Promise<boolean> {
  const createdAt = now.toISOString()
  const { numInsertedOrUpdatedRows } = await db.everywhere
    .insertInto('idempotencyKeys')
    .values({ place: 'organisations', key: 'first', requestHash: '', answer: 'null', createdAt })
    .onConflict((conflict) => conflict.columns(['place', 'key']).doNothing())
    .executeTakeFirstOrThrow()
  if (numInsertedOrUpdatedRows !== 1n) return false
  await db.everywhere
    .insertInto('organisations')
    .values({ ...organisation, id: newId(), setUpAt: null, createdAt })
    .execute()
  return true
}

/** Undefined when the organisation has been set up before: its link works once. */
export function setSetUp(db: Db, id: string, change: Partial<Pick<OrganisationRow, 'name' | 'locale' | 'timeZone'>>, now: Date) {
  return db.everywhere
    .updateTable('organisations')
    .set({ ...change, setUpAt: now.toISOString() })
    .where('id', '=', id)
    .where('setUpAt', 'is', null)
    .returning(['id', 'locale', 'timeZone'])
    .executeTakeFirst()
}

/** The calendar that an organisation begins with: from Monday to Friday, without the public holidays of a country. */
export function insertFirstCalendar(db: Db, scope: Scope, country: string, now: Date) {
  const row = { workdays: '[1,2,3,4,5]', holidays: JSON.stringify({ country, region: null }), ownDays: '[]' }
  return db
    .within(scope)
    .insertInto('calendars', { ...row, before: null, changedAt: now.toISOString(), changedBy: null })
    .onConflict((conflict) => conflict.column('organisationId').doNothing())
    .execute()
}

/** An organisation that waits for its owner, with the key of its first site. */
export function findToSetUp(db: Db, id: string) {
  return db.everywhere
    .selectFrom('organisations')
    .leftJoin('sites', 'sites.organisationId', 'organisations.id')
    .select(['organisations.name', 'sites.key as siteKey'])
    .where('organisations.id', '=', id)
    .where('organisations.setUpAt', 'is', null)
    .orderBy('sites.createdAt')
    .limit(1)
    .executeTakeFirst()
}
