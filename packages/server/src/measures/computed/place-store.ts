import { sql } from 'kysely'
import type { Db } from '../../db/db.ts'
import type { Scope } from '../../db/scope.ts'
import { type Kept, keptColumns } from './kept-store.ts'
import type { Period } from './periods.ts'
import { countedColumns, itemsIn, promiseColumns } from './store.ts'

/** What the sums are taken apart by. */
export type Place = 'goal' | 'site'

/** The sums of what came in within some periods, counted item by item. */
export function countedByPlace(db: Db, scope: Scope, periods: readonly Period[], place: Place, now: string) {
  // Not the column alone: SQLite would read all items in its order, and not those of the periods.
  const column = place === 'goal' ? sql<string>`feedback_items.goal_id || ''` : sql<string>`feedback_items.site_id || ''`
  const query = itemsIn(db, scope, periods, {})
    .where(sql<boolean>`${column} is not null`)
    .groupBy(column)
    .select(column.as('id'))
    .select(countedColumns(now))
  return db.scan(query)
}

/** Of those only what was promised, which is much less to count. */
export function countedPromises(db: Db, scope: Scope, periods: readonly Period[], now: string) {
  const column = sql<string>`feedback_items.goal_id || ''`
  const query = itemsIn(db, scope, periods, {})
    .where('feedbackItems.replyBy', 'is not', null)
    .where(sql<boolean>`${column} is not null`)
    .groupBy(column)
    .select(column.as('id'))
    .select(promiseColumns(now))
  return db.scan(query)
}

/** Each place by name, so that the index is asked for its days alone. */
const places = { goal: sql`select goals.id as key from goals`, site: sql`select '@' || sites.id as key from sites` }

export async function keptByPlace(db: Db, { organisationId }: Scope, { from, to }: Period, place: Place) {
  const { rows } = await sql<
    Kept & { id: string }
  >`select kept.goal_id as id, ${keptColumns} from (${places[place]} where organisation_id = ${organisationId}) as place
    inner join loop_sums as kept on kept.organisation_id = ${organisationId} and kept.goal_id = place.key
      and kept.day >= ${from.slice(0, 10)} and kept.day < ${to.slice(0, 10)} group by kept.goal_id having sum(voices) > 0`.execute(db.everywhere)
  return rows.map(({ id, promisesEnded, ...sums }) => ({ id: id.replace('@', ''), sums: { ...sums, promises: promisesEnded, overdue: 0 } }))
}

/** Of each goal only the promises that were kept or missed, which an index holds. */
export async function keptPromises(db: Db, { organisationId }: Scope, { from, to }: Period) {
  const sum = (column: 'promises_ended' | 'promises_kept') => sql`(select cast(coalesce(sum(${sql.raw(column)}), 0) as integer) from loop_sums
    where organisation_id = ${organisationId} and goal_id = goals.id and day >= ${from.slice(0, 10)} and day < ${to.slice(0, 10)} and promises_ended > 0)`
  const { rows } = await sql<{
    id: string
    promises: number
    promisesKept: number
  }>`select goals.id, ${sum('promises_ended')} as promises, ${sum('promises_kept')} as promises_kept from goals where organisation_id = ${organisationId}`.execute(
    db.everywhere,
  )
  return rows.map(({ id, ...sums }) => ({ id, sums }))
}

interface Waiting {
  id: string
  due: number
  open: number
}

/** Promises that passed and that nobody answered: kept by goal, looked up by site. */
export async function waitingByPlace(db: Db, { organisationId }: Scope, { from, to }: Period, place: Place, now: string): Promise<Waiting[]> {
  const byGoal = sql<Waiting>`select goal_id as id, cast(coalesce(sum(n) filter (where (marks & 4) = 0), 0) as integer) as due,
    cast(coalesce(sum(n) filter (where (marks & 1) = 1), 0) as integer) as open from due_counts
    where organisation_id = ${organisationId} and due < ${now} and goal_id <> '' and day >= ${from.slice(0, 10)} and day < ${to.slice(0, 10)} group by goal_id`
  const bySite = sql<Waiting>`select site_id as id, cast(count(*) filter (where missed_at is null) as integer) as due,
    cast(count(*) filter (where status in ('received', 'routed', 'in_progress', 'reopened')) as integer) as open from feedback_items
    where organisation_id = ${organisationId} and reply_by < ${now} and replied_at is null and status not in ('merged', 'spam')
      and submitted_at >= ${from} and submitted_at < ${to} group by site_id`
  return (await (place === 'goal' ? byGoal : bySite).execute(db.everywhere)).rows
}
