import type { Db } from '../db/db.ts'
import type { Scope } from '../db/scope.ts'

/** Every active member who did not refuse to be asked. */
export const listWilling = (db: Db, scope: Scope) =>
  db
    .within(scope)
    .selectFrom('members')
    .select(['id', 'email'])
    .where('deactivatedAt', 'is', null)
    .where('id', 'not in', (eb) => eb.selectFrom('pulseRefusals').select('memberId'))
    .orderBy('id')
    .execute()

/** Who is in which team. */
export const listMemberships = (db: Db, scope: Scope) =>
  db.within(scope).selectFrom('teamMembers').select(['memberId', 'teamId', 'role']).orderBy('teamId').execute()

export const findRefusal = (db: Db, scope: Scope, memberId: string) =>
  db.within(scope).selectFrom('pulseRefusals').select('memberId').where('memberId', '=', memberId).executeTakeFirst()

/** Writes down that a member wants to be asked nothing, or (`at` null) that they do again. */
export async function setRefusal(db: Db, scope: Scope, memberId: string, at: string | null) {
  if (at === null) await db.within(scope).deleteFrom('pulseRefusals').where('memberId', '=', memberId).execute()
  else
    await db
      .within(scope)
      .insertInto('pulseRefusals', { memberId, refusedAt: at })
      .onConflict((conflict) => conflict.column('memberId').doNothing())
      .execute()
}
