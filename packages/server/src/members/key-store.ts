import type { ApiKey, Role } from '@klankbord/shared/members'
import type { Db } from '../db/db.ts'
import { hashSecret } from '../db/ids.ts'
import type { ApiKeyRow } from '../db/schema.ts'
import type { Scope } from '../db/scope.ts'

const columns = ['id', 'name', 'role', 'createdAt', 'lastUsedAt', 'revokedAt'] as const
const present = ({ role, ...key }: Pick<ApiKeyRow, (typeof columns)[number]>): ApiKey => ({ ...key, role: role as Role })

export async function listApiKeys(db: Db, scope: Scope): Promise<ApiKey[]> {
  return (await db.within(scope).selectFrom('apiKeys').select(columns).orderBy('createdAt', 'desc').orderBy('id', 'desc').execute()).map(present)
}

export async function insertApiKey(db: Db, scope: Scope, { key, ...row }: Omit<ApiKey, 'lastUsedAt' | 'revokedAt'> & { key: string }) {
  await db
    .within(scope)
    .insertInto('apiKeys', { ...row, keyHash: hashSecret(key), lastUsedAt: null, revokedAt: null })
    .execute()
}

/** The key that was revoked now; undefined when there is none, or it was revoked before. */
export async function setRevoked(db: Db, scope: Scope, id: string, now: Date) {
  const revoked = db.within(scope).updateTable('apiKeys').set({ revokedAt: now.toISOString() }).where('id', '=', id).where('revokedAt', 'is', null)
  return revoked.returning(['id', 'name']).executeTakeFirst()
}

/** Who sends this key, and when it was last seen; nobody when it was revoked. */
export async function findApiKey(db: Db, key: string): Promise<{ scope: Scope; lastUsedAt: string | null } | undefined> {
  const row = await db.everywhere
    .selectFrom('apiKeys')
    .select(['organisationId', 'id', 'name', 'role', 'lastUsedAt'])
    .where('keyHash', '=', hashSecret(key))
    .where('revokedAt', 'is', null)
    .executeTakeFirst()
  if (!row) return undefined
  const { organisationId, id, name, role, lastUsedAt } = row
  return { scope: { organisationId, who: { kind: 'api-key', id, name, role: role as Role } }, lastUsedAt }
}

export async function setUsed(db: Db, scope: Scope, id: string, now: Date) {
  await db.within(scope).updateTable('apiKeys').set({ lastUsedAt: now.toISOString() }).where('id', '=', id).execute()
}
