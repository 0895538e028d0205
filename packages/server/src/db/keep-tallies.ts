import { type Kysely, sql } from 'kysely'
import type { Engine } from './db.ts'
import { keepMailed, mailedSoFar } from './keep-mailed.ts'
import { as, columnsOf, countAnew, placesOf, type Tally, tallies, totals } from './tallies.ts'

/* The tables and triggers that keep the tallies, as the migrations make them. */

/** Every column that a tally looks at: a change of another changes none. */
const watched = [
  ...['status', 'goal_id', 'flagged_at', 'asked_at', 'erased_at', 'reply_by', 'replied_at', 'submitted_at', 'kind', 'rating_scale', 'rating_value'],
  ...['answered_at', 'news', 'helped', 'outcome_id', 'mailed_outcome_id', 'missed_at', 'unaddressed_at', 'site_id'],
]

const isText = (column: string) => column !== 'marks'

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

/** What one row adds on SQLite, or takes away. */
function addOne(tally: Tally, row: 'new' | 'old'): string {
  const sums = Object.entries(tally.sums).map(([name, sum]) => ({ name, sum: row === 'new' ? as(row, sum) : `-(${as(row, sum)})` }))
  const keys = Object.keys(tally.key)
  return `insert into ${tally.table} (${columnsOf(tally).join(', ')})
    select ${[...Object.values(tally.key).map((one) => as(row, one)), ...sums.map(({ sum }) => sum)].join(', ')}
    from (select 1) as item ${placesOf(tally)} where ${as(row, tally.counts)}
    on conflict (${keys.join(', ')}) do update set ${sums.map(({ name }) => `${name} = ${name} + excluded.${name}`).join(', ')};`
}

const onSqlite = (tally: Tally, where?: string): string[] => [
  `create trigger ${tally.table}_insert after insert on feedback_items begin ${addOne(tally, 'new')} end`,
  `create trigger ${tally.table}_delete after delete on feedback_items begin ${addOne(tally, 'old')} end`,
  onUpdate(tally, where),
  ...(tally.fades ? [fade(tally)] : []),
]

function fade({ table, key, sums }: Tally): string {
  const [named, empty] = [Object.keys(key).map((name) => `${name} = new.${name}`), Object.keys(sums).map((name) => `new.${name} = 0`)]
  return `create trigger ${table}_fade after update on ${table} when ${empty.join(' and ')} begin delete from ${table} where ${named.join(' and ')}; end`
}

/** Follows each row that changes, where it may. */
function onUpdate(tally: Tally, where = ''): string {
  const looked = [...Object.values(tally.key), ...Object.values(tally.sums), tally.counts].join(' ')
  const watches = watched.filter((column) => looked.includes(`row.${column}`))
  const changed = watches.map((column) => `old.${column} is not new.${column}`).join(' or ')
  return `create trigger ${tally.table}_update after update of ${watches.join(', ')} on feedback_items when ${where}(${changed}) begin
      ${addOne(tally, 'old')} ${addOne(tally, 'new')} end`
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
          ${tally.fades ? `delete from ${tally.table} where id = kept and ${sums.map((name) => `${name} = 0`).join(' and ')};` : ''}
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

interface Kept {
  tallies: Tally[]
  watched: string[]
}

/** The tallies as they were before `keepAnew`. */
function asAtFirst(): Kept {
  const first = tallies.map((tally) => {
    if (tally.table === 'due_counts') return withoutKey(tally, 'site_id')
    if (tally.table !== 'loop_sums') return tally
    const { routed: _, replied: __, no_address: ___, ...sums } = tally.sums
    const key = { ...tally.key, goal_id: `case place.own when 1 then coalesce(row.goal_id, '') else '*' end` }
    return { ...tally, places: 2, sums, key }
  })
  return { tallies: first, watched: watched.filter((column) => !['unaddressed_at', 'site_id'].includes(column)) }
}

function withoutKey(tally: Tally, name: string): Tally {
  const { [name]: _, ...key } = tally.key
  return { ...tally, key }
}

/** Makes the tallies, counts what is there, and has the database keep them from then on. */
export async function addTallies(db: Kysely<never>, engine: Engine) {
  const run = (statement: string) => sql.raw(statement).execute(db)
  await run('alter table feedback_items add column mailed_outcome_id text')
  await run(mailedSoFar)
  const kept = asAtFirst()
  for (const tally of kept.tallies) for (const statement of tableOf(tally, engine)) await run(statement)
  await countAnew(db, engine, kept.tallies)
  const keeping = engine === 'sqlite' ? kept.tallies.flatMap((tally) => onSqlite(tally)) : onPostgres(kept)
  for (const statement of [...keeping, ...keepMailed(engine)]) await run(statement)
}

/** On SQLite, where who changes many rows at once has put them off: they add up all of them together, as `tallyTogether` does. PostgreSQL adds up by statement anyway. */
const PUT_OFF = 'not exists (select 1 from tallies_put_off) and '

export async function putOffTallies(db: Kysely<never>, engine: Engine) {
  if (engine === 'postgres') return
  const run = (statement: string) => sql.raw(statement).execute(db)
  await run('create table tallies_put_off (since text not null)')
  for (const tally of tallies) {
    await run(`drop trigger ${tally.table}_update`)
    await run(onUpdate(tally, PUT_OFF))
  }
}

/** Makes the tallies that were kept otherwise before anew, as they are now, and counts what is there. `canPutOff` once `putOffTallies` has run. */
export async function keepAnew(db: Kysely<never>, engine: Engine, { canPutOff = false } = {}) {
  const run = (statement: string) => sql.raw(statement).execute(db)
  const changed = tallies.filter(({ table }) => table !== 'item_counts')
  if (engine === 'postgres') {
    await run('set local statement_timeout = 0')
    await run('lock table feedback_items in share mode')
  } else for (const { table } of changed) for (const turn of Object.keys(turns)) await run(`drop trigger ${table}_${turn}`)
  for (const { table } of changed) await run(`drop table ${table}`)
  for (const tally of changed) for (const statement of tableOf(tally, engine)) await run(statement)
  await countAnew(db, engine, changed)
  const keeping = engine === 'sqlite' ? changed.flatMap((tally) => onSqlite(tally, canPutOff ? PUT_OFF : '')) : onPostgres({ tallies, watched })
  for (const statement of keeping) await run(statement)
}
