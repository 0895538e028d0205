import type { Insertable } from 'kysely'
import type { Db } from '../db/db.ts'
import type { SigningKeyRow } from '../db/mail-rows.ts'
import type { Scope } from '../db/scope.ts'

export const insertKey = (db: Db, scope: Scope, key: Omit<Insertable<SigningKeyRow>, 'organisationId' | 'foundAt' | 'usedAt' | 'replacedAt'>) =>
  db
    .within(scope)
    .insertInto('signingKeys', { ...key, foundAt: null, usedAt: null, replacedAt: null })
    .execute()

/** Newest first, without the private halves. */
export const listKeys = (db: Db, scope: Scope) =>
  db
    .within(scope)
    .selectFrom('signingKeys')
    .select(['id', 'selector', 'domain', 'publicKey', 'createdAt', 'foundAt', 'usedAt', 'replacedAt'])
    .orderBy('createdAt', 'desc')
    .orderBy('id', 'desc')
    .execute()

export type ListedKey = Awaited<ReturnType<typeof listKeys>>[number]

/** Lets go of keys that were made and never used. */
export const deleteUnused = (db: Db, scope: Scope) => db.within(scope).deleteFrom('signingKeys').where('usedAt', 'is', null).execute()

export const setFound = (db: Db, scope: Scope, id: string, at: string) =>
  db.within(scope).updateTable('signingKeys').set({ foundAt: at }).where('id', '=', id).execute()

/** Puts a key to use in place of the one before, or with null none. */
export async function putToUse(db: Db, scope: Scope, id: string | null, at: string) {
  const keys = db.within(scope)
  await keys.updateTable('signingKeys').set({ replacedAt: at }).where('usedAt', 'is not', null).where('replacedAt', 'is', null).execute()
  if (id !== null) await keys.updateTable('signingKeys').set({ usedAt: at, replacedAt: null }).where('id', '=', id).execute()
}
