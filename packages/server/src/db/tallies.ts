import { type Kysely, sql } from 'kysely'
import type { Engine } from './db.ts'

/*
 * Numbers that are kept in the transaction of each change, so that nobody counts a million rows to show a few figures: how many items stand where (`item_counts`), how many
 * promises wait for which moment (`due_counts`), and what came in on each day in UTC (`loop_sums`, by goal, by site under `@` and its id, and under `*` for all).
 * On PostgreSQL a key may have several rows, which add up: whoever finds one locked by another transaction takes the next, so that nobody waits for anybody.
 */

/** A table of tallies: its key, what it counts, and which rows count; `row` stands for the item. */
export interface Tally {
  table: string
  key: Record<string, string>
  sums: Record<string, string>
  counts: string
  /** In how many places an item counts: for all, for its goal, for its site. */
  places?: number
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
      marks: `${when(OPEN)} + 2 * ${when('row.erased_at is not null')} + 4 * ${when('row.missed_at is not null')}`,
    },
    sums: { n: '1' },
    counts: `row.reply_by is not null and row.replied_at is null and row.status not in ('merged', 'spam')`,
  },
  {
    table: 'loop_sums',
    key: {
      ...inOrder,
      goal_id: `case place.own when 1 then coalesce(row.goal_id, '') when 2 then '@' || row.site_id else '*' end`,
      day: 'substr(row.submitted_at, 1, 10)',
    },
    sums: loopSums,
    counts: `row.status <> 'spam'`,
    places: 3,
  },
]

/** Every column that a tally looks at: a change of another changes none. */
const watched = [
  ...['status', 'goal_id', 'flagged_at', 'asked_at', 'erased_at', 'reply_by', 'replied_at', 'submitted_at', 'kind', 'rating_scale', 'rating_value'],
  ...['answered_at', 'news', 'helped', 'outcome_id', 'mailed_outcome_id', 'missed_at', 'unaddressed_at', 'site_id'],
]

/** Such a text about the rows of this table. */
export const as = (row: string, text: string) => text.replaceAll(/\brow\./g, `${row}.`)
const isText = (column: string) => !['marks'].includes(column)
export const columnsOf = ({ key, sums }: Tally) => [...Object.keys(key), ...Object.keys(sums)]

function tableOf(tally: Tally, engine: Engine): string[] {
  const keys = Object.keys(tally.key)
  const columns = [
    ...keys.map((name) => `${name} ${isText(name) ? 'text' : 'integer'} not null`),
    ...Object.keys(tally.sums).map((name) => `${name} integer not null`),
  ]
  if (engine === 'sqlite') return [`create table ${tally.table} (${columns.join(', ')}, primary key (${keys.join(', ')})) without rowid`]
  return [
    `create table ${tally.table} (id integer generated always as identity primary key, ${columns.join(', ')}) with (fillfactor = 50)`,
    `create index ${tally.table}_key on ${tally.table} (${keys.join(', ')})`,
  ]
}

/** In loop_sums an item counts in several places. */
const placesOf = ({ places }: Tally) =>
  places ? `cross join (${Array.from({ length: places }, (_, own) => `select ${own} as own`).join(' union all ')}) as place` : ''

/** What one row adds on SQLite, or takes away. */
function addOne(tally: Tally, row: 'new' | 'old'): string {
  const sums = Object.entries(tally.sums).map(([name, sum]) => ({ name, sum: row === 'new' ? as(row, sum) : `-(${as(row, sum)})` }))
  const keys = Object.keys(tally.key)
  return `insert into ${tally.table} (${columnsOf(tally).join(', ')})
    select ${[...Object.values(tally.key).map((one) => as(row, one)), ...sums.map(({ sum }) => sum)].join(', ')}
    from (select 1) as item ${placesOf(tally)} where ${as(row, tally.counts)}
    on conflict (${keys.join(', ')}) do update set ${sums.map(({ name }) => `${name} = ${name} + excluded.${name}`).join(', ')};`
}

const onSqlite = (tally: Tally): string[] => [
  `create trigger ${tally.table}_insert after insert on feedback_items begin ${addOne(tally, 'new')} end`,
  `create trigger ${tally.table}_delete after delete on feedback_items begin ${addOne(tally, 'old')} end`,
  onUpdate(tally),
]

/** Follows each row that changes, where it may. */
function onUpdate(tally: Tally, where = ''): string {
  const looked = [...Object.values(tally.key), ...Object.values(tally.sums), tally.counts].join(' ')
  const watches = watched.filter((column) => looked.includes(`row.${column}`))
  const changed = watches.map((column) => `old.${column} is not new.${column}`).join(' or ')
  return `create trigger ${tally.table}_update after update of ${watches.join(', ')} on feedback_items when ${where}(${changed}) begin
      ${addOne(tally, 'old')} ${addOne(tally, 'new')} end`
}

/** What some rows count up to; `rows` is what stands in the place of the table, `times` how often each counts. */
export function totals(tally: Tally, rows = 'feedback_items', times = '1'): string {
  const keys = Object.entries(tally.key).map(([name, one]) => `${as('item', one)} as ${name}`)
  const sums = Object.entries(tally.sums).map(([name, sum]) => `cast(sum(${times} * (${as('item', sum)})) as integer) as ${name}`)
  return `select ${[...keys, ...sums].join(', ')} from ${rows} as item ${placesOf(tally)} where ${as('item', tally.counts)}
    group by ${keys.map((_, i) => i + 1).join(', ')}`
}

const turns = { insert: 'new', delete: 'old', update: 'both' } as const
const sourcesOf = (columns: string) => ({
  new: '(select 1 as times, * from new_rows)',
  old: '(select -1 as times, * from old_rows)',
  both: `(select 1 as times, ${columns} from new_rows union all select -1, ${columns} from old_rows)`,
})
const transitions = { new: 'new table as new_rows', old: 'old table as old_rows', both: 'new table as new_rows old table as old_rows' }

/** One function for each kind of change, which adds up a whole statement before it writes. */
function onPostgres({ tallies, watched }: Kept): string[] {
  const sources = sourcesOf(`organisation_id, ${watched.join(', ')}`)
  const loops = (source: string) =>
    tallies.map((tally) => {
      const [keys, sums] = [Object.keys(tally.key), Object.keys(tally.sums)]
      return `for one in ${totals(tally, source, 'item.times')} having ${Object.values(tally.sums)
        .map((sum) => `sum(item.times * (${as('item', sum)})) <> 0`)
        .join(' or ')} order by ${keys.map((_, i) => i + 1).join(', ')} loop
        select id into kept from ${tally.table} as t where ${keys.map((name) => `t.${name} = one.${name}`).join(' and ')} limit 1 for update skip locked;
        if found then
          update ${tally.table} as t set ${sums.map((name) => `${name} = t.${name} + one.${name}`).join(', ')} where id = kept;
        else
          insert into ${tally.table} (${columnsOf(tally).join(', ')}) values (${columnsOf(tally)
            .map((name) => `one.${name}`)
            .join(', ')});
        end if;
      end loop;`
    })
  return Object.entries(turns).flatMap(([turn, rows]) => [
    `create or replace function tally_${turn}() returns trigger language plpgsql as $tally$ declare one record; kept integer; begin
      ${loops(sources[rows]).join('\n')} return null; end $tally$`,
    `drop trigger if exists tally_${turn} on feedback_items`,
    `create trigger tally_${turn} after ${turn} on feedback_items referencing ${transitions[rows]} for each statement execute function tally_${turn}()`,
  ])
}

/**
 * An outcome that was mailed is known at the item, whichever address of its customer it went to. The organisation is not for finding it: SQLite would look through all of its
 * items for each mail.
 */
export const keepMailed = (engine: Engine): string[] => {
  const mark = `update feedback_items set mailed_outcome_id = new.about_id where outcome_id = new.about_id and organisation_id || '' = new.organisation_id and customer_id in
    (select id from customers where organisation_id = new.organisation_id and email = new.receiver);`
  const isMailed = `new.kind = 'outcome-email' and new.state = 'sent'`
  if (engine === 'sqlite')
    return ['insert', 'update of state'].flatMap((change, i) => [
      `drop trigger if exists outcome_mailed_${i}`,
      `create trigger outcome_mailed_${i} after ${change} on deliveries when ${isMailed} begin ${mark} end`,
    ])
  return [
    `create or replace function keep_mailed() returns trigger language plpgsql as $mailed$ begin ${mark} return null; end $mailed$`,
    'drop trigger if exists outcome_mailed on deliveries',
    `create trigger outcome_mailed after insert or update of state on deliveries for each row when (${isMailed}) execute function keep_mailed()`,
  ]
}

const mailedSoFar = `update feedback_items set mailed_outcome_id = outcome_id where outcome_id is not null and exists (select 1 from customers
  inner join deliveries on deliveries.organisation_id = customers.organisation_id and deliveries.receiver = customers.email
  where customers.id = feedback_items.customer_id and deliveries.about_id = feedback_items.outcome_id and deliveries.kind = 'outcome-email' and deliveries.state = 'sent')`

interface Kept {
  tallies: Tally[]
  watched: string[]
}

/** The tallies as they were before `sumMore`. */
function asAtFirst(): Kept {
  const { routed: _, replied: __, no_address: ___, ...sums } = loopSums
  const goal_id = `case place.own when 1 then coalesce(row.goal_id, '') else '*' end`
  const first = tallies.map((tally) => (tally.table === 'loop_sums' ? { ...tally, places: 2, sums, key: { ...tally.key, goal_id } } : tally))
  return { tallies: first, watched: watched.filter((column) => !['unaddressed_at', 'site_id'].includes(column)) }
}

/** Makes the tallies, counts what is there, and has the database keep them from then on. */
export async function addTallies(db: Kysely<never>, engine: Engine) {
  const run = (statement: string) => sql.raw(statement).execute(db)
  await run('alter table feedback_items add column mailed_outcome_id text')
  await run(mailedSoFar)
  const kept = asAtFirst()
  for (const tally of kept.tallies) for (const statement of tableOf(tally, engine)) await run(statement)
  await countAnew(db, engine, kept.tallies)
  const keeping = engine === 'sqlite' ? kept.tallies.flatMap(onSqlite) : onPostgres(kept)
  for (const statement of [...keeping, ...keepMailed(engine)]) await run(statement)
}

/** Keeps more of the loop: who has a goal, who was replied to, who could not be told for want of an address, and all of it by site too. */
export async function sumMore(db: Kysely<never>, engine: Engine) {
  const run = (statement: string) => sql.raw(statement).execute(db)
  const sums = tallies.filter(({ table }) => table === 'loop_sums')
  if (engine === 'postgres') await run('lock table feedback_items in share mode')
  else for (const turn of Object.keys(turns)) await run(`drop trigger loop_sums_${turn}`)
  await run('drop table loop_sums')
  for (const tally of sums) for (const statement of tableOf(tally, engine)) await run(statement)
  await countAnew(db, engine, sums)
  for (const statement of engine === 'sqlite' ? sums.flatMap(onSqlite) : onPostgres({ tallies, watched })) await run(statement)
}

/** Lets who changes many rows at once put the tallies of each off on SQLite, to add up all of them together, as `tallyTogether` does. PostgreSQL adds up by statement anyway. */
export async function putOffTallies(db: Kysely<never>, engine: Engine) {
  if (engine === 'postgres') return
  const run = (statement: string) => sql.raw(statement).execute(db)
  await run('create table tallies_put_off (since text not null)')
  for (const tally of tallies) {
    await run(`drop trigger ${tally.table}_update`)
    await run(onUpdate(tally, 'not exists (select 1 from tallies_put_off) and '))
  }
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
