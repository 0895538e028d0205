import type { PromiseStep } from '@klankbord/shared/notifications'
import type { Db } from '../db/db.ts'
import type { Scope } from '../db/scope.ts'
import { leadsOf, lineOf } from '../teams/store.ts'
import { findGoal } from './store.ts'

/** Who answers for the promises of a goal: its owner, then who leads its team, then the owner of the goal above it. Empty where there is nobody. */
export async function answerableFor(db: Db, scope: Scope, goalId: string, step: PromiseStep): Promise<string[]> {
  const goal = await findGoal(db, scope, goalId)
  if (!goal) return []
  if (step === 'lead') return nearestLeads(db, scope, goal.teamId)
  if (step === 'above') return above(db, scope, goal.parentId)
  return goal.ownerId === null ? nearestLeads(db, scope, goal.teamId) : [goal.ownerId]
}

/** The leads of a team, or of the nearest one above it that has any. */
async function nearestLeads(db: Db, scope: Scope, teamId: string): Promise<string[]> {
  const line = await lineOf(db, scope, teamId)
  const leads = await leadsOf(db, scope, line)
  for (const id of line) {
    const people = leads.filter((lead) => lead.teamId === id).map(({ memberId }) => memberId)
    if (people.length > 0) return people
  }
  return []
}

/** The owner of the nearest goal above that has one; where that goal has none, who leads its team. */
async function above(db: Db, scope: Scope, parentId: string | null, seen: readonly string[] = []): Promise<string[]> {
  const parent = parentId === null || seen.includes(parentId) ? undefined : await findGoal(db, scope, parentId)
  if (!parent) return []
  const people = parent.ownerId === null ? await nearestLeads(db, scope, parent.teamId) : [parent.ownerId]
  return people.length > 0 ? people : above(db, scope, parent.parentId, [...seen, parent.id])
}
