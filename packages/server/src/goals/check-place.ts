import type { Db } from '../db/db.ts'
import type { Scope } from '../db/scope.ts'
import { findMember } from '../members/store.ts'
import { badField, notFoundAt } from '../problem-error.ts'
import { membershipIn } from '../teams/store.ts'
import { parentsOfGoals } from './store.ts'

/** Refuses a person who is not in the goal's team. */
export async function checkPerson(db: Db, scope: Scope, teamId: string, memberId: string) {
  const name = await requireColleague(db, scope, 'memberId', memberId)
  if ((await membershipIn(db, scope, teamId, memberId)) !== undefined) return
  throw badField('memberId', `${name} is not in this team. Add them to the team first, or leave the goal to the whole team`)
}

/** Refuses an owner who is no colleague here, or no longer. */
export const checkOwner = (db: Db, scope: Scope, ownerId: string) => requireColleague(db, scope, 'ownerId', ownerId)

async function requireColleague(db: Db, scope: Scope, path: string, id: string): Promise<string> {
  const member = await findMember(db, scope, id)
  if (!member) throw notFoundAt(path, 'colleague')
  if (member.deactivatedAt !== null) throw badField(path, `${member.name} has left. Choose a colleague who is here`)
  return member.name
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

interface Period {
  startsOn?: string | null | undefined
  endsOn?: string | null | undefined
}

/** Refuses a period that ends before it starts. */
export function checkPeriod({ startsOn, endsOn }: Period) {
  if (startsOn && endsOn && endsOn < startsOn) throw badField('endsOn', 'The last day comes before the first. Choose a later one')
}
