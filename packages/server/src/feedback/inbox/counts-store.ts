import { sql } from 'kysely'
import type { Db } from '../../db/db.ts'
import type { Scope } from '../../db/scope.ts'
import { ASKED, FLAGGED } from '../../db/tallies.ts'
import { OPEN } from './store.ts'

const counted = (condition: ReturnType<typeof sql>) => sql<number>`cast(coalesce(sum(n) filter (where ${condition}), 0) as integer)`

/** How many items wait in each view, out of the tallies: what each change added to them. */
export async function countViews(db: Db, scope: Scope, mine: readonly string[]) {
  const isMine = mine.length > 0 ? sql`goal_id in (${sql.join(mine)})` : sql`1 = 0`
  return db
    .within(scope)
    .selectFrom('itemCounts')
    .where('status', 'in', OPEN)
    .select([
      counted(sql`goal_id = '' and status in ('received', 'reopened')`).as('toRoute'),
      counted(isMine).as('mine'),
      counted(sql`status in ('routed', 'in_progress')`).as('waiting'),
      counted(sql`status = 'reopened'`).as('reopened'),
      counted(sql`(marks & ${sql.lit(FLAGGED)}) <> 0`).as('flagged'),
      counted(sql`(marks & ${sql.lit(ASKED)}) <> 0`).as('asked'),
    ])
    .executeTakeFirstOrThrow()
}

/** How many promises have passed, and how many pass soon; of some goals, or of all. */
export async function countPromises(db: Db, scope: Scope, { now, soon }: { now: string; soon: string }, goalIds: readonly string[] | null = null) {
  let query = db.within(scope).selectFrom('dueCounts').where('due', '<', soon).where(sql<boolean>`(marks & 3) = 1`)
  if (goalIds) query = query.where('goalId', 'in', goalIds.length > 0 ? goalIds : [' '])
  return query.select([counted(sql`due < ${now}`).as('overdue'), counted(sql`due >= ${now}`).as('dueSoon')]).executeTakeFirstOrThrow()
}

/** How many items stand in these statuses, with any of the marks that are asked for; of some goals, or of all. */
export async function countStanding(
  db: Db,
  scope: Scope,
  statuses: readonly string[] | null,
  goalIds: readonly string[] | null,
  mark: number,
): Promise<number> {
  let query = db.within(scope).selectFrom('itemCounts')
  query = statuses ? query.where('status', 'in', [...statuses]) : query.where('status', '!=', 'spam')
  if (goalIds) query = query.where('goalId', 'in', goalIds.length > 0 ? goalIds : [' '])
  const { n } = await query
    .select(counted(mark === 0 ? sql`1 = 1` : sql`(marks & ${sql.lit(mark)}) = ${sql.lit(mark)}`).as('n'))
    .executeTakeFirstOrThrow()
  return n
}
