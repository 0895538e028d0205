import type { Db } from '../db/db.ts'
import type { Scope } from '../db/scope.ts'

/** Goals that are pursued and name this colleague, oldest first. */
export function listHeldGoals(db: Db, scope: Scope, part: 'memberId' | 'ownerId', memberId: string) {
  return db
    .within(scope)
    .selectFrom('goals')
    .innerJoin('teams', 'teams.id', 'goals.teamId')
    .select(['goals.id', 'goals.title as name', 'goals.teamId', 'teams.name as team'])
    .where(`goals.${part}`, '=', memberId)
    .where('goals.endedAt', 'is', null)
    .orderBy('goals.createdAt')
    .orderBy('goals.id')
    .execute()
}

/** Whom a goal names, also where they have left. */
export const findHeldGoal = (db: Db, scope: Scope, id: string) =>
  db.within(scope).selectFrom('goals').select(['teamId', 'memberId', 'ownerId']).where('id', '=', id).executeTakeFirst()
