import type { Db } from '../db/db.ts'
import type { Scope } from '../db/scope.ts'

/** What a member is in each of their teams: `lead` or `member`. */
export async function rolesOf(db: Db, scope: Scope, memberId: string): Promise<Map<string, string>> {
  const rows = await db.within(scope).selectFrom('teamMembers').select(['teamId', 'role']).where('memberId', '=', memberId).execute()
  return new Map(rows.map(({ teamId, role }) => [teamId, role]))
}

/** The team above each team. */
export async function parentsOfTeams(db: Db, scope: Scope): Promise<Map<string, string | null>> {
  const rows = await db.within(scope).selectFrom('teams').select(['id', 'parentId']).execute()
  return new Map(rows.map(({ id, parentId }) => [id, parentId]))
}
