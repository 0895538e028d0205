import type { Db } from '../../db/db.ts'
import type { Scope } from '../../db/scope.ts'
import { namesOfGoals } from '../../goals/tally-store.ts'
import { addSums, NO_SUMS, type Sums } from './figures.ts'
import type { Period } from './periods.ts'
import { sumsByPlace } from './place-sums.ts'

/** The sums of the feedback of each team's own goals. */
export async function sumsByTeam(db: Db, scope: Scope, period: Period, now: string): Promise<Map<string, Sums>> {
  const goals = await namesOfGoals(db, scope)
  const found = new Map<string, Sums>()
  for (const [goalId, sums] of await sumsByPlace(db, scope, period, 'goal', now)) {
    const teamId = goals.get(goalId)?.teamId
    if (teamId !== undefined) found.set(teamId, addSums(found.get(teamId) ?? NO_SUMS, sums))
  }
  return found
}
