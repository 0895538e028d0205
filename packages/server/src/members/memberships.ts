import type { Db } from '../db/db.ts'
import type { Scope } from '../db/scope.ts'
import { notFoundAt } from '../problem-error.ts'
import { existingTeams, type Membership } from './store.ts'

/** The memberships, each team once (the last word counts). Refused (`not-found`) when the organisation lacks one of the teams. */
export async function requireTeams(db: Db, scope: Scope, teams: Membership[]): Promise<Membership[]> {
  const memberships = [...new Map(teams.map((membership) => [membership.teamId, membership])).values()]
  const existing = await existingTeams(
    db,
    scope,
    memberships.map(({ teamId }) => teamId),
  )
  const missing = teams.findIndex(({ teamId }) => !existing.has(teamId))
  if (missing >= 0) throw notFoundAt(`teams.${missing}.teamId`, 'team')
  return memberships
}
