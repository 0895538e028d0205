import type { Db } from '../db/db.ts'
import type { Scope } from '../db/scope.ts'
import { findMember } from '../members/store.ts'
import { badField, notFoundAt } from '../problem-error.ts'
import { membershipIn } from '../teams/store.ts'
import { parentsOfGoals } from './store.ts'

/** Refuses an owner who is not in the goal's team. */
export async function checkOwner(db: Db, scope: Scope, teamId: string, memberId: string) {
  if ((await membershipIn(db, scope, teamId, memberId)) !== undefined) return
  const member = await findMember(db, scope, memberId)
  if (!member) throw notFoundAt('memberId', 'colleague')
  throw badField('memberId', `${member.name} is not in this team. Add them to the team first, or leave the goal to the whole team`)
}

/** Refuses a parent that does not exist, or that stands under the goal itself. */
export async function checkParent(db: Db, scope: Scope, goalId: string | null, parentId: string) {
  const parents = await parentsOfGoals(db, scope)
  if (!parents.has(parentId)) throw notFoundAt('parentId', 'goal')
  const seen = new Set<string>()
  for (let above: string | null = parentId; above !== null && !seen.has(above); above = parents.get(above) ?? null) {
    if (above === goalId) throw badField('parentId', 'A goal can’t stand under itself, also not by way of other goals')
    seen.add(above)
  }
}
