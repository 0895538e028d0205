import type { Loop } from '@klankbord/shared/loop'
import type { Db } from '../db/db.ts'
import type { Scope } from '../db/scope.ts'
import { namesOfGoals } from '../goals/tally-store.ts'
import type { Period } from '../measures/computed/periods.ts'
import { PROMISES, sumsByPlace } from '../measures/computed/place-sums.ts'
import { listTreeTeams } from '../teams/store.ts'

/** Kept and missed promises of what came in within a period, in all and by goal; of one team with those below it where that is asked. */
export async function promiseTallies(db: Db, scope: Scope, period: Period, teamId: string | undefined, now: string): Promise<Loop['promises']> {
  const names = await namesOfGoals(db, scope)
  const within = teamId === undefined ? null : await teamsBelow(db, scope, teamId)
  const goals = [...(await sumsByPlace(db, scope, period, 'goal', now, PROMISES))].flatMap(([goalId, { promises, promisesKept }]) => {
    const named = names.get(goalId)
    if (!named || promises === 0 || (within && !within.has(named.teamId))) return []
    return [{ goalId, kept: promisesKept, missed: promises - promisesKept, title: named.title, team: named.team }]
  })
  const sum = (of: 'kept' | 'missed') => goals.reduce((total, goal) => total + goal[of], 0)
  return {
    kept: sum('kept'),
    missed: sum('missed'),
    goals: goals.sort((a, b) => b.missed - a.missed || b.kept - a.kept || a.title.localeCompare(b.title)),
  }
}

async function teamsBelow(db: Db, scope: Scope, teamId: string): Promise<Set<string>> {
  const teams = await listTreeTeams(db, scope)
  const below = new Set([teamId])
  for (let before = 0; before < below.size; ) {
    before = below.size
    for (const { id, parentId } of teams) if (parentId !== null && below.has(parentId)) below.add(id)
  }
  return below
}
