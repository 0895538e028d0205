import { type ApiKey, atLeast, type Role } from '@klankbord/shared/members'
import { transact } from '../db/db.ts'
import { record } from '../db/events.ts'
import { newId, newSecret } from '../db/ids.ts'
import type { Scope } from '../db/scope.ts'
import type { Deps } from '../deps.ts'
import { notFound, ProblemError } from '../problem-error.ts'
import { insertApiKey, setRevoked } from './key-store.ts'

/** Makes a key for integrations; it is in this answer and nowhere else. Its role is at most the maker's (`forbidden`). */
export async function createApiKey(
  { db, clock }: Deps,
  scope: Scope,
  { name, role }: { name: string; role: Role },
): Promise<ApiKey & { key: string }> {
  const { who } = scope
  if (!('role' in who) || !atLeast(who.role, role))
    throw new ProblemError('forbidden', 'A key can’t do more than you can. Choose a smaller role, or ask an owner to make it.')
  const now = clock()
  const apiKey = { id: newId(), name, role, createdAt: now.toISOString() }
  // The prefix lets a scanner of leaked secrets know whose it is.
  const key = `kb_${newSecret()}`
  await transact(db, async (db) => {
    await insertApiKey(db, scope, { ...apiKey, key })
    await record(db, scope, [{ type: 'api-key.created', detail: { apiKeyId: apiKey.id, name, role } }], now)
  })
  return { ...apiKey, lastUsedAt: null, revokedAt: null, key }
}

/** From now on the key is worthless. */
export async function revokeApiKey({ db, clock }: Deps, scope: Scope, id: string) {
  const now = clock()
  await transact(db, async (db) => {
    const revoked = await setRevoked(db, scope, id, now)
    if (!revoked) throw notFound('API key')
    await record(db, scope, [{ type: 'api-key.revoked', detail: { apiKeyId: id, name: revoked.name } }], now)
  })
}
