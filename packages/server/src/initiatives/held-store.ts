import type { Db } from '../db/db.ts'
import type { Scope } from '../db/scope.ts'

/** Initiatives that run, or one of them, in which this colleague takes part; oldest first. */
export function listHeldInitiatives(db: Db, scope: Scope, memberId: string, id?: string) {
  const held = db
    .within(scope)
    .selectFrom('initiatives')
    .innerJoin('initiativeMembers', 'initiativeMembers.initiativeId', 'initiatives.id')
    .innerJoin('goals', 'goals.id', 'initiatives.goalId')
    .innerJoin('teams', 'teams.id', 'goals.teamId')
    .select(['initiatives.id', 'initiatives.title as name', 'goals.teamId', 'teams.name as team'])
    .where('initiativeMembers.memberId', '=', memberId)
    .where('initiatives.endedAt', 'is', null)
  return (id === undefined ? held : held.where('initiatives.id', '=', id)).orderBy('initiatives.createdAt').orderBy('initiatives.id').execute()
}

/** Who takes part, also those who have left. */
export async function listTakingPart(db: Db, scope: Scope, initiativeId: string): Promise<string[]> {
  const rows = await db.within(scope).selectFrom('initiativeMembers').select('memberId').where('initiativeId', '=', initiativeId).execute()
  return rows.map(({ memberId }) => memberId)
}
