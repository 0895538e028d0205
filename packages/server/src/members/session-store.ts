import type { Role } from '@klankbord/shared/members'
import type { Db } from '../db/db.ts'
import { hashSecret, newSecret } from '../db/ids.ts'
import { idsIn } from '../db/ids-in.ts'
import type { Scope } from '../db/scope.ts'

export const SESSION_DAYS = 30

/** A session that was just opened; the token is known to its cookie only. */
export interface OpenedSession {
  token: string
  expiresAt: Date
}

const daysAfter = (now: Date, days: number) => new Date(now.getTime() + days * 86_400_000)

/** Opens a session, and forgets those of this member that are over. */
export async function openSession(db: Db, scope: Scope, memberId: string, now: Date): Promise<OpenedSession> {
  const token = newSecret()
  const expiresAt = daysAfter(now, SESSION_DAYS)
  await db.within(scope).deleteFrom('sessions').where('memberId', '=', memberId).where('expiresAt', '<=', now.toISOString()).execute()
  await db
    .within(scope)
    .insertInto('sessions', { tokenHash: hashSecret(token), memberId, createdAt: now.toISOString(), expiresAt: expiresAt.toISOString() })
    .execute()
  return { token, expiresAt }
}

/** Who has this session, and until when; nobody when it is over or its member was deactivated. */
export async function findSession(db: Db, token: string, now: Date): Promise<{ scope: Scope; expiresAt: string } | undefined> {
  const row = await db.everywhere
    .selectFrom('sessions')
    .innerJoin('members', (join) =>
      join.onRef('members.id', '=', 'sessions.memberId').onRef('members.organisationId', '=', 'sessions.organisationId'),
    )
    .select(['sessions.organisationId', 'sessions.expiresAt', 'members.id', 'members.name', 'members.role'])
    .where('sessions.tokenHash', '=', hashSecret(token))
    .where('sessions.expiresAt', '>', now.toISOString())
    .where('members.deactivatedAt', 'is', null)
    .executeTakeFirst()
  if (!row) return undefined
  const { organisationId, expiresAt, id, name, role } = row
  return { scope: { organisationId, who: { kind: 'member', id, name, role: role as Role } }, expiresAt }
}

/** Which of these, fingerprints of sessions and keys, still let somebody in. */
export async function listSignedIn(db: Db, hashes: readonly string[], now: Date): Promise<Set<string>> {
  if (hashes.length === 0) return new Set()
  const sessions = await db.everywhere
    .selectFrom('sessions')
    .innerJoin('members', 'members.id', 'sessions.memberId')
    .select('sessions.tokenHash as hash')
    .where('sessions.tokenHash', 'in', idsIn(db.engine, hashes))
    .where('sessions.expiresAt', '>', now.toISOString())
    .where('members.deactivatedAt', 'is', null)
    .execute()
  const keys = await db.everywhere
    .selectFrom('apiKeys')
    .select('keyHash as hash')
    .where('keyHash', 'in', idsIn(db.engine, hashes))
    .where('revokedAt', 'is', null)
    .execute()
  return new Set([...sessions, ...keys].map(({ hash }) => hash))
}

/** Moves the end of a session to thirty days from now. */
export async function prolongSession(db: Db, scope: Scope, token: string, now: Date): Promise<Date> {
  const expiresAt = daysAfter(now, SESSION_DAYS)
  await db.within(scope).updateTable('sessions').set({ expiresAt: expiresAt.toISOString() }).where('tokenHash', '=', hashSecret(token)).execute()
  return expiresAt
}

export async function endSession(db: Db, scope: Scope, token: string) {
  await db.within(scope).deleteFrom('sessions').where('tokenHash', '=', hashSecret(token)).execute()
}

/** Ends every session of a member, but for the one with the token in `except`. */
export async function endSessions(db: Db, scope: Scope, memberId: string, except?: string) {
  const sessions = db.within(scope).deleteFrom('sessions').where('memberId', '=', memberId)
  await (except === undefined ? sessions : sessions.where('tokenHash', '!=', hashSecret(except))).execute()
}
