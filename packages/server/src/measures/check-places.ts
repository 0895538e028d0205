import type { Computed } from '@klankbord/shared/measures'
import type { Db } from '../db/db.ts'
import type { Scope } from '../db/scope.ts'
import { findGoal } from '../goals/store.ts'
import { findMember } from '../members/store.ts'
import { badField, notFoundAt } from '../problem-error.ts'
import { findSite } from '../sites/store.ts'
import { findTeam } from '../teams/store.ts'

interface Places {
  goalId: string | null
  teamId?: string | null | undefined
  ownerId?: string | null | undefined
  computed?: Computed | null | undefined
}

/** Refuses what a measure can't hang on: things that are not here, and a team of its own beside its goal's. */
export async function checkPlaces(db: Db, scope: Scope, { goalId, teamId, ownerId, computed }: Places) {
  if (goalId && !(await findGoal(db, scope, goalId))) throw notFoundAt('goalId', 'goal')
  if (teamId && !(await findTeam(db, scope, teamId))) throw notFoundAt('teamId', 'team')
  if (teamId && goalId) throw badField('teamId', 'A measure of a goal belongs to the team of that goal; leave this out')
  if (ownerId) {
    const owner = await findMember(db, scope, ownerId)
    if (!owner) throw notFoundAt('ownerId', 'member')
    if (owner.deactivatedAt !== null) throw badField('ownerId', 'This colleague has left; choose somebody else')
  }
  if (computed?.teamId && !(await findTeam(db, scope, computed.teamId))) throw notFoundAt('computed.teamId', 'team')
  if (computed?.goalId && !(await findGoal(db, scope, computed.goalId))) throw notFoundAt('computed.goalId', 'goal')
  if (computed?.siteId && !(await findSite(db, scope, computed.siteId))) throw notFoundAt('computed.siteId', 'site')
}
