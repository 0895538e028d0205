import { type Kysely, sql } from 'kysely'
import type { Engine } from './db.ts'

/*
 * Numbers that are kept in the transaction of each change, so that nobody counts a million rows to show a few figures: how many items stand where (`item_counts`), how many
 * promises wait for which moment (`due_counts`), and what came in on each day in UTC (`loop_sums`, by goal, by site under `@` and its id, and under `*` for all; of goals by month
 * too, under `#` and their id).
 * On PostgreSQL a key may have several rows, which add up: whoever finds one locked by another transaction takes the next, so that nobody waits for anybody.
 */

/** A table of tallies: its key, what it counts, and which rows count; `row` stands for the item. */
export interface Tally {
  table: string
  key: Record<string, string>
  sums: Record<string, string>
  counts: string
  /** In how many places an item counts: for all, for its goal, for its site, for the month of its goal. */
  places?: number
  /** Whether what counts nothing any more goes: there would be ever more of it. */
  fades?: true
}

const OPEN = `row.status in ('received', 'routed', 'in_progress', 'reopened')`
const when = (condition: string) => `case when ${condition} then 1 else 0 end`
const inOrder = { organisation_id: 'row.organisation_id' }

/** Whether the customer has the outcome, in SQL over `row`. */
const TOLD = `row.answered_at is not null and (row.news = 0 or row.helped is not null or row.mailed_outcome_id = row.outcome_id)`

/** What counts towards each figure of the loop, in SQL over `row`, of items that are no spam: for what is kept, for who counts the items themselves, and for the lists behind the figures. */
export const loopConditions = {
  voices: '1 = 1',
  compliments: `row.kind = 'compliment'`,
  complaints: `row.kind = 'complaint'`,
  csat: `row.rating_scale = 'csat'`,
  csat_satisfied: `row.rating_scale = 'csat' and row.rating_value >= 4`,
  nps: `row.rating_scale = 'nps'`,
  nps_promoters: `row.rating_scale = 'nps' and row.rating_value >= 9`,
  nps_detractors: `row.rating_scale = 'nps' and row.rating_value <= 6`,
  ces: `row.rating_scale = 'ces'`,
  asked: `row.status <> 'merged'`,
  routed: `row.status <> 'merged' and row.goal_id is not null`,
  replied: `row.status <> 'merged' and (row.replied_at is not null or row.answered_at is not null)`,
  answered: `row.status = 'answered'`,
  /** The customer has the outcome: an e-mail with it was sent to their address, or they looked at it, or reacted to it. */
  told: TOLD,
  /** Answered, but the customer neither looked nor had an address to be mailed at. */
  no_address: `row.status <> 'merged' and row.unaddressed_at is not null and row.answered_at is not null and not coalesce(${TOLD}, false)`,
  reactions: `row.helped is not null`,
  helped: `row.helped = 'yes'`,
  promises_ended: `row.status <> 'merged' and row.reply_by is not null and (row.replied_at is not null or row.missed_at is not null)`,
  promises_kept: `row.status <> 'merged' and row.replied_at <= row.reply_by and row.missed_at is null`,
} as const
type LoopCondition = keyof typeof loopConditions

const cesTotal = { ces_total: `case when row.rating_scale = 'ces' then row.rating_value else 0 end` }
const loopSums = {
  ...(Object.fromEntries(Object.entries(loopConditions).map(([name, condition]) => [name, when(condition)])) as Record<LoopCondition, string>),
  ...cesTotal,
}

/** Stands before the id of a goal in loop_sums where its months are summed up: of a year that is a thirtieth of the days to read. */
export const MONTHS_OF = '#'

/** On PostgreSQL the rows of goals in loop_sums, by month and by day, have indexes of their own in the order of their days: with these words. */
export const ofMonths = `goal_id like '${MONTHS_OF}%'`
export const ofGoalDays = `left(goal_id, 1) not in ('', '*', '@', '${MONTHS_OF}')`

/** In `marks` of item_counts. */
export const FLAGGED = 1
export const ASKED = 2

export const tallies: Tally[] = [
  {
    table: 'item_counts',
    key: {
      ...inOrder,
      status: 'row.status',
      goal_id: `coalesce(row.goal_id, '')`,
      marks: `${when('row.flagged_at is not null')} + 2 * ${when('row.asked_at is not null')}`,
    },
    sums: { n: '1' },
    counts: 'row.erased_at is null',
  },
  {
    table: 'due_counts',
    key: {
      ...inOrder,
      due: 'row.reply_by',
      goal_id: `coalesce(row.goal_id, '')`,
      day: 'substr(row.submitted_at, 1, 10)',
      site_id: 'row.site_id',
      marks: `${when(OPEN)} + 2 * ${when('row.erased_at is not null')} + 4 * ${when('row.missed_at is not null')}`,
    },
    sums: { n: '1' },
    counts: `row.reply_by is not null and row.replied_at is null and row.status not in ('merged', 'spam')`,
    fades: true,
  },
  {
    table: 'loop_sums',
    key: {
      ...inOrder,
      goal_id: `case place.own when 1 then coalesce(row.goal_id, '') when 2 then '@' || row.site_id when 3 then '${MONTHS_OF}' || row.goal_id else '*' end`,
      day: 'substr(row.submitted_at, 1, case place.own when 3 then 7 else 10 end)',
    },
    sums: loopSums,
    counts: `row.status <> 'spam' and (place.own < 3 or row.goal_id is not null)`,
    places: 4,
  },
]

/** Such a text about the rows of this table. */
export const as = (row: string, text: string) => text.replaceAll(/\brow\./g, `${row}.`)
export const columnsOf = ({ key, sums }: Tally) => [...Object.keys(key), ...Object.keys(sums)]

/** In loop_sums an item counts in several places. */
export const placesOf = ({ places }: Tally) =>
  places ? `cross join (${Array.from({ length: places }, (_, own) => `select ${own} as own`).join(' union all ')}) as place` : ''

/** What some rows count up to; `rows` is what stands in the place of the table, `times` how often each counts. */
export function totals(tally: Tally, rows = 'feedback_items', times = '1'): string {
  const keys = Object.entries(tally.key).map(([name, one]) => `${as('item', one)} as ${name}`)
  const sums = Object.entries(tally.sums).map(([name, sum]) => `cast(sum(${times} * (${as('item', sum)})) as integer) as ${name}`)
  return `select ${[...keys, ...sums].join(', ')} from ${rows} as item ${placesOf(tally)} where ${as('item', tally.counts)}
    group by ${keys.map((_, i) => i + 1).join(', ')}`
}

/** Throws all tallies away and counts each item again. Within a transaction in which nobody else writes. */
export async function countAnew(db: Kysely<never>, engine: Engine, counted = tallies) {
  if (engine === 'postgres') await sql.raw('lock table feedback_items in share mode').execute(db)
  for (const tally of counted) {
    await sql.raw(`delete from ${tally.table}`).execute(db)
    await sql.raw(`insert into ${tally.table} (${columnsOf(tally).join(', ')}) ${totals(tally)}`).execute(db)
  }
}

/** How many keys of each tally say something else than the items do, seen at one moment. */
export async function compareTallies(db: Kysely<never>): Promise<{ table: string; wrong: number }[]> {
  const compared = tallies.map(async (tally) => {
    const [keys, sums] = [Object.keys(tally.key), Object.keys(tally.sums)]
    const columns = columnsOf(tally).join(', ')
    const kept = `select ${[...keys, ...sums.map((name) => `cast(sum(${name}) as integer) as ${name}`)].join(', ')} from ${tally.table}
      group by ${keys.join(', ')} having ${sums.map((name) => `sum(${name}) <> 0`).join(' or ')}`
    const beside = (one: string, other: string) => `select ${columns} from (${one}) as one except select ${columns} from (${other}) as other`
    const differ = `select ${keys.join(', ')} from (${beside(kept, totals(tally))}) as a union select ${keys.join(', ')} from (${beside(totals(tally), kept)}) as b`
    const { rows } = await sql<{ wrong: number }>`select cast(count(*) as integer) as wrong from (${sql.raw(differ)}) as differ`.execute(db)
    return { table: tally.table, wrong: rows[0]?.wrong ?? 0 }
  })
  return Promise.all(compared)
}
