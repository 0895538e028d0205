import type { DeliveryState } from '@klankbord/shared/deliveries'
import type { Invitation, Role } from '@klankbord/shared/members'
import type { Db } from '../db/db.ts'
import type { InvitationRow } from '../db/schema.ts'
import type { Scope } from '../db/scope.ts'
import type { Membership } from './store.ts'

/** The name of the delivery that mails an invitation. */
export const deliveryOf = (id: string) => `invitation:${id}`

const invitations = (db: Db, scope: Scope) =>
  db
    .within(scope)
    .selectFrom('invitations')
    .leftJoin('members', 'members.id', 'invitations.invitedBy')
    .leftJoin('deliveries', (join) =>
      join
        .onRef('deliveries.aboutId', '=', 'invitations.id')
        .on('deliveries.kind', '=', 'invitation')
        .onRef('deliveries.organisationId', '=', 'invitations.organisationId'),
    )
    .select(['invitations.id', 'invitations.email', 'invitations.name', 'invitations.role', 'invitations.createdAt', 'expiresAt', 'acceptedAt'])
    .select(['members.name as by', 'deliveries.state', 'deliveries.reason'])

type Row = Awaited<ReturnType<ReturnType<typeof invitations>['execute']>>[number]

const present = ({ role, email, state, reason, ...invitation }: Row): Invitation => ({
  ...invitation,
  email: email || null,
  role: role as Role,
  mail: state === null ? null : { state: state as DeliveryState, reason },
})

/** Newest first; without those that were withdrawn. */
export async function listInvitations(db: Db, scope: Scope): Promise<Invitation[]> {
  const all = invitations(db, scope).where('withdrawnAt', 'is', null)
  return (await all.orderBy('invitations.createdAt', 'desc').orderBy('invitations.id', 'desc').limit(500).execute()).map(present)
}

export async function findInvitation(db: Db, scope: Scope, id: string): Promise<Invitation | undefined> {
  const row = await invitations(db, scope).where('invitations.id', '=', id).executeTakeFirst()
  return row && present(row)
}

/** What an invitation that nobody used says, whether it still works or not: to make it anew. */
export async function findUnused(db: Db, scope: Scope, id: string) {
  const row = await db
    .within(scope)
    .selectFrom('invitations')
    .select(['email', 'name', 'role', 'teams'])
    .where('id', '=', id)
    .where('acceptedAt', 'is', null)
    .where('withdrawnAt', 'is', null)
    .executeTakeFirst()
  return row && { ...row, email: row.email || null, role: row.role as Role, teams: JSON.parse(row.teams) as Membership[] }
}

export async function insertInvitation(
  db: Db,
  scope: Scope,
  { teams, ...row }: Omit<InvitationRow, 'organisationId' | 'teams' | 'acceptedAt' | 'withdrawnAt'> & { teams: unknown[] },
) {
  const inserted = { ...row, teams: JSON.stringify(teams), acceptedAt: null, withdrawnAt: null }
  await db.within(scope).insertInto('invitations', inserted).execute()
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
    .select(['invitations.organisationId', 'invitations.email', 'invitations.name', 'invitations.role', 'organisations.name as organisation'])
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
