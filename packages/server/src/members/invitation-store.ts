import type { Invitation, Role } from '@klankbord/shared/members'
import type { Db } from '../db/db.ts'
import type { InvitationRow } from '../db/schema.ts'
import type { Scope } from '../db/scope.ts'

const columns = ['id', 'email', 'role', 'createdAt', 'expiresAt', 'acceptedAt'] as const
const present = ({ role, ...invitation }: Pick<InvitationRow, (typeof columns)[number]>): Invitation => ({ ...invitation, role: role as Role })

/** Newest first; without those that were withdrawn. */
export async function listInvitations(db: Db, scope: Scope): Promise<Invitation[]> {
  const all = db.within(scope).selectFrom('invitations').select(columns).where('withdrawnAt', 'is', null)
  return (await all.orderBy('createdAt', 'desc').orderBy('id', 'desc').limit(500).execute()).map(present)
}

export async function insertInvitation(
  db: Db,
  scope: Scope,
  { teams, ...row }: Omit<InvitationRow, 'organisationId' | 'teams' | 'acceptedAt' | 'withdrawnAt'> & { teams: unknown[] },
): Promise<Invitation> {
  const inserted = db.within(scope).insertInto('invitations', { ...row, teams: JSON.stringify(teams), acceptedAt: null, withdrawnAt: null })
  return present(await inserted.returning(columns).executeTakeFirstOrThrow())
}

/** Withdraws what is open to this address: a new invitation kills the old one. */
export async function withdrawOpenTo(db: Db, scope: Scope, email: string, now: Date) {
  const open = db.within(scope).updateTable('invitations').set({ withdrawnAt: now.toISOString() }).where('email', '=', email)
  await open.where('acceptedAt', 'is', null).where('withdrawnAt', 'is', null).execute()
}

/** Undefined when there is none, or it was used or withdrawn before. */
export function setWithdrawn(db: Db, scope: Scope, id: string, now: Date) {
  const open = db.within(scope).updateTable('invitations').set({ withdrawnAt: now.toISOString() }).where('id', '=', id)
  return open.where('acceptedAt', 'is', null).where('withdrawnAt', 'is', null).returning('id').executeTakeFirst()
}

/** An invitation that can still be accepted; the link says which, so no organisation is known yet. */
export function findOpen(db: Db, id: string, now: Date) {
  return db.everywhere
    .selectFrom('invitations')
    .innerJoin('organisations', 'organisations.id', 'invitations.organisationId')
    .select(['invitations.organisationId', 'invitations.email', 'invitations.role', 'organisations.name as organisation'])
    .where('invitations.id', '=', id)
    .where('acceptedAt', 'is', null)
    .where('withdrawnAt', 'is', null)
    .where('expiresAt', '>', now.toISOString())
    .executeTakeFirst()
}

/** Uses an invitation up. Undefined when someone else did, or it was withdrawn or is over: of many at once one gets it. */
export function setAccepted(db: Db, scope: Scope, id: string, now: Date) {
  return db
    .within(scope)
    .updateTable('invitations')
    .set({ acceptedAt: now.toISOString() })
    .where('id', '=', id)
    .where('acceptedAt', 'is', null)
    .where('withdrawnAt', 'is', null)
    .where('expiresAt', '>', now.toISOString())
    .returning(['email', 'role', 'teams'])
    .executeTakeFirst()
}
