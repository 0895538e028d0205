import type { Db } from '../db/db.ts'
import type { Scope } from '../db/scope.ts'
import { ProblemError } from '../problem-error.ts'
import { findLastEvent, type StoredItem } from './store.ts'

/** Refuses to act on an item that somebody changed since the version that was read. */
export async function requireVersion(db: Db, scope: Scope, { id, version }: Pick<StoredItem, 'id' | 'version'>, read: number | undefined) {
  if (read !== undefined && read !== version) throw await stale(db, scope, id)
}

/** Somebody was first, and who it was; the item's timeline tells the rest. */
export async function stale(db: Db, scope: Scope, id: string): Promise<ProblemError> {
  const last = await findLastEvent(db, scope, id)
  const who = last?.actorName ?? (last?.actorKind === 'customer' ? 'The customer' : 'Somebody')
  const what = last ? ` (${last.type}, ${last.createdAt})` : ''
  return new ProblemError('stale', `${who} changed this item while you looked at it${what}. Nothing was changed now; look again before you decide.`)
}
