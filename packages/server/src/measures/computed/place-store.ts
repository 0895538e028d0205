import { sql } from 'kysely'
import type { Db } from '../../db/db.ts'
import type { Scope } from '../../db/scope.ts'
import { ofGoalDays, ofMonths } from '../../db/tallies.ts'
import { type Kept, keptColumns, keptIn, keptNames, spansByDay, spansByMonth, waitingColumns, waitingWithin } from './kept-store.ts'
import type { Period } from './periods.ts'
import type { Pieces } from './pieces.ts'
import { countedColumns, itemsIn } from './store.ts'

/** What the sums are taken apart by. */
export type Place = 'goal' | 'site'

/** The sums of what came in within some periods, counted item by item; those of what no goal owns under an empty id. */
export function countedByPlace(db: Db, scope: Scope, periods: readonly Period[], place: Place, now: string) {
  // Not the column alone: SQLite would read all items in its order, and not those of the periods.
  const column = place === 'goal' ? sql<string>`coalesce(feedback_items.goal_id, '')` : sql<string>`feedback_items.site_id || ''`
  const query = itemsIn(db, scope, periods, {})
    .groupBy([column, 'periods.column1', 'periods.column2'])
    .select([column.as('id'), 'periods.column1 as from', 'periods.column2 as to'])
    .select(countedColumns(now))
  return db.scan(query)
}

/** Each place by its key, so that the index is asked for its days alone. Goals are kept by month too. */
const keysOf = {
  goal: sql`select goals.id as id, goals.id as key from goals`,
  site: sql`select sites.id as id, '@' || sites.id as key from sites`,
}

/** As PostgreSQL reads it of all goals: by their days, whatever the number of goals. */
function keptOfGoals({ organisationId }: Scope, { months, besideMonths }: Pieces, some?: readonly (keyof Kept)[]) {
  const part = (id: string, which: string, { from, to }: Period, times: number, length: number) =>
    sql`select ${sql.raw(id)} as place_id, ${sql.lit(times)} as column5, ${keptNames(some)} from loop_sums where organisation_id = ${organisationId} and ${sql.raw(which)}
      and day >= ${from.slice(0, length)} and day < ${to.slice(0, length)}`
  const parts = [
    ...(months ? [part('substr(goal_id, 2)', ofMonths, months, 1, 7)] : []),
    ...besideMonths.map((piece) => part('goal_id', ofGoalDays, piece, piece.times, 10)),
  ]
  return sql`(${sql.join(parts, sql` union all `)})`
}

async function keptOf<Name extends keyof Kept>(db: Db, scope: Scope, pieces: Pieces, place: Place, some?: readonly Name[]) {
  const cuts = [{ beginning: '', ...pieces }]
  const spans = place === 'goal' ? spansByMonth(cuts) : spansByDay(cuts)
  if (db.engine === 'postgres' && place === 'goal') {
    const { rows } = await sql<Pick<Kept, Name> & { id: string }>`select kept.place_id as id, ${keptColumns(some, 'kept')}
      from ${keptOfGoals(scope, pieces, some)} as kept group by 1`.execute(db.everywhere)
    return rows
  }
  const { rows } = await sql<Pick<Kept, Name> & { id: string }>`select place.id, ${keptColumns(some)}
    from (${keysOf[place]} where organisation_id = ${scope.organisationId}) as place cross join (values ${sql.join(spans)}) as spans ${keptIn(db.engine, scope, sql`spans.column2 || place.key`)} group by place.id`.execute(
    db.everywhere,
  )
  return rows
}

export async function keptByPlace(db: Db, scope: Scope, pieces: Pieces, place: Place) {
  const rows = await keptOf<keyof Kept>(db, scope, pieces, place)
  return rows.map(({ id, promisesEnded, ...sums }) => ({ id, sums: { ...sums, promises: promisesEnded } }))
}

/** Of each goal only the promises that were kept or missed. */
export async function keptPromises(db: Db, scope: Scope, pieces: Pieces) {
  const rows = await keptOf(db, scope, pieces, 'goal', ['promisesEnded', 'promisesKept'])
  return rows.map(({ id, promisesEnded, promisesKept }) => ({ id, sums: { promises: promisesEnded, promisesKept } }))
}

export interface Waiting {
  id: string
  due: number
  open: number
}

/** Promises that passed and that nobody answered; those that no goal owns under an empty id. */
export async function waitingByPlace(db: Db, scope: Scope, days: Period, place: Place, now: string): Promise<Waiting[]> {
  const column = sql.raw(place === 'goal' ? 'kept.goal_id' : 'kept.site_id')
  const { rows } = await sql<Waiting>`select ${column} as id, ${waitingColumns} from ${waitingWithin(scope, days, now)} group by ${column}`.execute(
    db.everywhere,
  )
  return rows
}
