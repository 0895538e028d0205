import type { LoopFilter } from '@klankbord/shared/measures'
import { sql } from 'kysely'
import type { Db } from '../../db/db.ts'
import type { Scope } from '../../db/scope.ts'
import type { Sums } from './figures.ts'
import type { Period } from './periods.ts'
import { goalsBelow } from './store.ts'

const names = ['voices', 'compliments', 'complaints', 'csat', 'csatSatisfied', 'nps', 'npsPromoters', 'npsDetractors', 'ces', 'cesTotal'] as const
const later = [
  ...(['asked', 'routed', 'replied', 'answered', 'told', 'noAddress'] as const),
  ...(['reactions', 'helped', 'promisesEnded', 'promisesKept'] as const),
]
const snake = (name: string) => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)

export type Kept = Record<(typeof names)[number] | (typeof later)[number], number>

/** Every sum that is kept, as columns over rows of `loop_sums`. */
export const keptColumns = sql.raw([...names, ...later].map((name) => `cast(sum(${snake(name)}) as integer) as ${snake(name)}`).join(', '))

/** The sums of whole days in UTC, by their beginning. */
export async function keptSums(db: Db, scope: Scope, days: readonly Period[], filter: LoopFilter, now: string): Promise<Map<string, Sums>> {
  if (days.length === 0) return new Map()
  const { organisationId } = scope
  const spans = sql.join(days.map(({ from, to }) => sql`(${from}, ${from.slice(0, 10)}, ${to.slice(0, 10)})`))
  const ofGoals = goalsOf(scope, filter)
  const within = sql`inner join (values ${spans}) as spans on kept.day >= spans.column2 and kept.day < spans.column3 where kept.organisation_id = ${organisationId}`
  const { rows } = await sql<Kept & { beginning: string }>`select spans.column1 as beginning, ${keptColumns} from loop_sums as kept ${within}
    and ${ofGoals ?? sql`kept.goal_id = '*'`} group by 1 having sum(voices) > 0`.execute(db.everywhere)
  const waiting = await sql<{
    beginning: string
    due: number
    open: number
  }>`select spans.column1 as beginning, cast(coalesce(sum(n) filter (where (kept.marks & 4) = 0), 0) as integer) as due,
    cast(coalesce(sum(n) filter (where (kept.marks & 1) = 1), 0) as integer) as open from due_counts as kept ${within}
    and kept.due < ${now} and ${ofGoals ?? sql`1 = 1`} group by 1`.execute(db.everywhere)
  const late = new Map(waiting.rows.map(({ beginning, ...row }) => [beginning, row]))
  return new Map(
    rows.map(({ beginning, promisesEnded, ...sums }) => {
      const { due = 0, open = 0 } = late.get(beginning) ?? {}
      return [beginning, { ...sums, promises: promisesEnded + due, overdue: open }]
    }),
  )
}

function goalsOf(scope: Scope, { teamId, goalId }: LoopFilter) {
  const ofTeam = teamId === undefined ? null : sql`kept.goal_id in ${goalsBelow(scope, teamId)}`
  const ofGoal = goalId === undefined ? null : sql`kept.goal_id = ${goalId}`
  return ofTeam && ofGoal ? sql`${ofTeam} and ${ofGoal}` : (ofTeam ?? ofGoal)
}
