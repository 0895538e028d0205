import type { Loop } from '@klankbord/shared/loop'
import type { Db } from '../db/db.ts'
import type { Scope } from '../db/scope.ts'
import type { namesOfGoals } from '../goals/tally-store.ts'
import type { Period } from '../measures/computed/periods.ts'
import { keptPromises, type Waiting } from '../measures/computed/place-store.ts'
import { type CountedAt, sumsByPlace } from '../measures/computed/place-sums.ts'

interface Asked {
  period: Period
  now: string
  /** Goals that are looked at, by their titles. */
  goals: Awaited<ReturnType<typeof namesOfGoals>>
  /** What came in at the ends of the period, and what waits, by goal. */
  counting: Promise<CountedAt[]>
  waiting: Promise<Waiting[]>
}

/** Kept and missed promises of what came in within a period, in all and by goal. */
export async function promiseTallies(db: Db, scope: Scope, { period, now, goals, counting, waiting }: Asked): Promise<Loop['promises']> {
  const tallies = [...(await sumsByPlace(db, scope, period, 'goal', now, { kept: keptPromises, counting, waiting }))].flatMap(
    ([goalId, { promises, promisesKept }]) => {
      const named = goals.get(goalId)
      return named && promises > 0 ? [{ goalId, kept: promisesKept, missed: promises - promisesKept, title: named.title, team: named.team }] : []
    },
  )
  const sum = (of: 'kept' | 'missed') => tallies.reduce((total, goal) => total + goal[of], 0)
  return {
    kept: sum('kept'),
    missed: sum('missed'),
    goals: tallies.sort((a, b) => b.missed - a.missed || b.kept - a.kept || a.title.localeCompare(b.title)),
  }
}
