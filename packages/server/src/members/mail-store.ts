import type { Db } from '../db/db.ts'
import type { Scope } from '../db/scope.ts'

/** An invitation that still stands, with what its letter says; undefined otherwise. */
export const findInvitationToMail = (db: Db, scope: Scope, id: string, now: Date) =>
  db
    .within(scope)
    .selectFrom('invitations')
    .innerJoin('organisations', 'organisations.id', 'invitations.organisationId')
    .leftJoin('members', 'members.id', 'invitations.invitedBy')
    .select(['invitations.email', 'invitations.expiresAt', 'organisations.name as organisation', 'organisations.locale', 'organisations.timeZone'])
    .select('members.name as inviter')
    .where('invitations.id', '=', id)
    .where('acceptedAt', 'is', null)
    .where('withdrawnAt', 'is', null)
    .where('expiresAt', '>', now.toISOString())
    .executeTakeFirst()

/** A member as an e-mail needs them, in any organisation; undefined for who is not active. */
export const findColleague = ({ everywhere }: Db, id: string) =>
  everywhere
    .selectFrom('members')
    .innerJoin('organisations', 'organisations.id', 'members.organisationId')
    .select(['members.id', 'members.organisationId', 'members.email', 'members.name', 'members.locale'])
    .select(['organisations.name as organisation', 'organisations.locale as organisationLocale', 'organisations.timeZone'])
    .where('members.id', '=', id)
    .where('members.deactivatedAt', 'is', null)
    .executeTakeFirst()

export type Colleague = NonNullable<Awaited<ReturnType<typeof findColleague>>>
