import type { Db } from '../db/db.ts'
import type { Scope } from '../db/scope.ts'
import type { HandedOver } from './hand-over.ts'

/** What a colleague handed over when they last left. */
export async function findHandedOver(db: Db, scope: Scope, memberId: string): Promise<HandedOver[]> {
  const row = await db
    .within(scope)
    .selectFrom('events')
    .select('detail')
    .where('aboutId', '=', memberId)
    .where('type', '=', 'member.changed')
    .where('detail', 'like', '%"deactivated":true%')
    .orderBy('id', 'desc')
    .executeTakeFirst()
  const { to, handedOver } = (row ? JSON.parse(row.detail) : {}) as { to?: { deactivated?: boolean }; handedOver?: HandedOver[] }
  return to?.deactivated ? (handedOver ?? []) : []
}

/** The teams that only this colleague leads. */
export async function listLedAlone(db: Db, scope: Scope, memberId: string): Promise<{ id: string; name: string }[]> {
  return db
    .within(scope)
    .selectFrom('teams')
    .innerJoin('teamMembers', 'teamMembers.teamId', 'teams.id')
    .select(['teams.id', 'teams.name'])
    .where('teamMembers.memberId', '=', memberId)
    .where('teamMembers.role', '=', 'lead')
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('teamMembers as other')
            .innerJoin('members', 'members.id', 'other.memberId')
            .select('other.memberId')
            .whereRef('other.teamId', '=', 'teams.id')
            .where('other.memberId', '!=', memberId)
            .where('other.role', '=', 'lead')
            .where('members.deactivatedAt', 'is', null),
        ),
      ),
    )
    .orderBy('teams.name')
    .execute()
}
