import type { IdentityAlgorithm } from '@klankbord/shared/identity'
import type { IdentityKeyRow } from '../db/customer-rows.ts'
import type { Db } from '../db/db.ts'
import type { Scope } from '../db/scope.ts'

/** A key as it is stored: `sealed` is what `unseal` reads. */
export interface StoredKey extends Omit<IdentityKeyRow, 'organisationId' | 'algorithm'> {
  algorithm: IdentityAlgorithm
}

export async function listKeys(db: Db, scope: Scope, siteId: string): Promise<StoredKey[]> {
  const rows = await db
    .within(scope)
    .selectFrom('identityKeys')
    .select(['id', 'siteId', 'kid', 'algorithm', 'sealed', 'createdAt'])
    .where('siteId', '=', siteId)
    .orderBy('createdAt')
    .orderBy('id')
    .execute()
  return rows.map((row) => ({ ...row, algorithm: row.algorithm as IdentityAlgorithm }))
}

/** False when the site has a key with this name. */
export async function insertKey(db: Db, scope: Scope, key: StoredKey): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await db
    .within(scope)
    .insertInto('identityKeys', key)
    .onConflict((conflict) => conflict.columns(['siteId', 'kid']).doNothing())
    .executeTakeFirst()
  return Number(numInsertedOrUpdatedRows) > 0
}

export async function deleteKey(db: Db, scope: Scope, siteId: string, id: string): Promise<boolean> {
  const { numDeletedRows } = await db.within(scope).deleteFrom('identityKeys').where('siteId', '=', siteId).where('id', '=', id).executeTakeFirst()
  return numDeletedRows > 0n
}

/** Notes whether the site has keys, where every look at the site sees it. */
export const setIdentifies = (db: Db, scope: Scope, siteId: string, at: string | null) =>
  db.within(scope).updateTable('sites').set({ identifiesAt: at }).where('id', '=', siteId).execute()
