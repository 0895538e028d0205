import type { LoopFilter } from '@klankbord/shared/measures'
import { type RawBuilder, sql } from 'kysely'
import type { Db, Engine } from '../../db/db.ts'
import type { Scope } from '../../db/scope.ts'
import { MONTHS_OF } from '../../db/tallies.ts'
import type { Sums } from './figures.ts'
import type { Period } from './periods.ts'
import type { Pieces } from './pieces.ts'
import { goalsBelow } from './store.ts'

const names = [
  ...(['voices', 'compliments', 'complaints', 'csat', 'csatSatisfied', 'nps', 'npsPromoters', 'npsDetractors', 'ces', 'cesTotal'] as const),
  ...(['asked', 'routed', 'replied', 'answered', 'told', 'noAddress'] as const),
  ...(['reactions', 'helped', 'promisesEnded', 'promisesKept'] as const),
]
const snake = (name: string) => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)

type KeptName = (typeof names)[number]
export type Kept = Record<KeptName, number>

/** Sums that are kept, as columns over rows of `loop_sums` beside the spans that they are in; all of them unless told. */
export const keptColumns = (some: readonly KeptName[] = names, spans = 'spans') =>
  sql.raw(some.map((name) => `cast(sum(${spans}.column5 * kept.${snake(name)}) as integer) as ${snake(name)}`).join(', '))

/** Their names in `loop_sums`. */
export const keptNames = (some: readonly KeptName[] = names) => sql.raw(some.map(snake).join(', '))

export type Cut = Pieces & { beginning: string }

/** A stretch of time as a row: whose it is, what stands before the key in `loop_sums`, from, up to, and how often it counts. */
const span = (beginning: string, before: string, { from, to }: Period, times = 1) => {
  const length = before === MONTHS_OF ? 7 : 10
  return sql`(${beginning}, ${sql.lit(before)}, ${from.slice(0, length)}, ${to.slice(0, length)}, ${sql.lit(times)})`
}

export const spansByDay = (cuts: readonly Cut[]) => cuts.flatMap(({ beginning, days }) => (days ? [span(beginning, '', days)] : []))

/** As few rows as tell the same: goals are summed up by month too. */
export const spansByMonth = (cuts: readonly Cut[]) =>
  cuts.flatMap(({ beginning, months, besideMonths }) => [
    ...(months ? [span(beginning, MONTHS_OF, months)] : []),
    ...besideMonths.map((piece) => span(beginning, '', piece, piece.times)),
  ])

/** The sums of whole days in UTC, by the beginning of their period, but for promises that still wait. */
export async function keptSums(db: Db, scope: Scope, cuts: readonly Cut[], filter: LoopFilter): Promise<Map<string, Sums>> {
  const goals = goalsOf(scope, filter)
  const spans = goals ? spansByMonth(cuts) : spansByDay(cuts)
  if (spans.length === 0) return new Map()
  const key = goals ? sql`spans.column2 || goal.id` : sql`'*'`
  const kept = keptIn(db.engine, scope, key)
  const { rows } = await sql<
    Kept & { beginning: string }
  >`select spans.column1 as beginning, ${keptColumns()} from (values ${sql.join(spans)}) as spans ${goals ? sql`cross join ${goals} as goal` : sql``} ${kept} group by 1`.execute(
    db.everywhere,
  )
  return new Map(rows.map(({ beginning, promisesEnded, ...sums }) => [beginning, { ...sums, promises: promisesEnded, overdue: 0 }]))
}

/** Joins the rows of a key within each of the `spans`. Of a plain join PostgreSQL thinks that it is most of the table, and reads all of it. */
export function keptIn(engine: Engine, { organisationId }: Scope, key: RawBuilder<unknown>) {
  const within = sql`kept.organisation_id = ${organisationId} and kept.goal_id = ${key} and kept.day >= spans.column3 and kept.day < spans.column4`
  return engine === 'sqlite'
    ? sql`inner join loop_sums as kept on ${within}`
    : sql`cross join lateral (select * from loop_sums as kept where ${within} offset 0) as kept`
}

interface WaitingRow {
  due: number
  open: number
}

/** Of promises that passed without a reply: those that were not missed before they got another date, and those that someone still has to answer. */
export const waitingColumns = sql.raw(`cast(coalesce(sum(n) filter (where (kept.marks & 4) = 0), 0) as integer) as due,
    cast(coalesce(sum(n) filter (where (kept.marks & 1) = 1), 0) as integer) as open`)

export const waitingWithin = ({ organisationId }: Scope, { from, to }: Period, now: string) =>
  sql`due_counts as kept where organisation_id = ${organisationId} and due < ${now} and day >= ${from.slice(0, 10)} and day < ${to.slice(0, 10)}`

/** Promises that passed and that nobody answered, by the day in UTC on which their items came. */
export async function waitingByDay(db: Db, scope: Scope, days: Period, filter: LoopFilter, now: string) {
  const goals = goalsOf(scope, filter)
  const { rows } = await sql<WaitingRow & { day: string }>`select day, ${waitingColumns} from ${waitingWithin(scope, days, now)}
    and ${goals ? sql`kept.goal_id in (select id from ${goals} as goal)` : sql`1 = 1`} group by day`.execute(db.everywhere)
  return rows
}

/** The ids of the goals that are asked for, as a table. */
function goalsOf(scope: Scope, { teamId, goalId }: LoopFilter) {
  if (teamId === undefined) return goalId === undefined ? null : sql`(select cast(${goalId} as text) as id)`
  return goalId === undefined ? goalsBelow(scope, teamId) : sql`(select id from ${goalsBelow(scope, teamId)} as below where id = ${goalId})`
}
