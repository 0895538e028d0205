import type { Db } from '../db/db.ts'
import type { Scope } from '../db/scope.ts'
import { findMember } from '../members/store.ts'
import { badField, notFoundAt } from '../problem-error.ts'
import { listPeople } from '../teams/store.ts'

/** The members who take part, each once. Refused where one does not exist, or is not in the team that owns the goal. */
export async function requirePeople(
  db: Db,
  scope: Scope,
  { teamId, team }: { teamId: string; team: string },
  memberIds: string[],
): Promise<string[]> {
  if (memberIds.length === 0) return []
  const inTeam = new Set((await listPeople(db, scope, teamId)).map(({ id }) => id))
  for (const [i, id] of memberIds.entries()) {
    if (inTeam.has(id)) continue
    const member = await findMember(db, scope, id)
    if (!member) throw notFoundAt(`memberIds.${i}`, 'colleague')
    throw badField(`memberIds.${i}`, `${member.name} is not in ${team}. Who takes part is in the team that owns the goal`)
  }
  return [...new Set(memberIds)]
}
