import { sql } from 'kysely'
import type { Db } from './db.ts'
import { idsIn } from './ids-in.ts'
import { columnsOf, type Tally, tallies, totals } from './tallies.ts'

/**
 * Changes many items whose tallies are added up once for all of them, within a transaction: SQLite would write nine rows of tallies for each item, which costs four times what
 * the change does. `change` changes no other items than these. PostgreSQL adds up by statement anyway.
 */
export async function tallyTogether(db: Db, ids: readonly string[], change: () => Promise<unknown>): Promise<void> {
  if (db.engine === 'postgres' || ids.length === 0) {
    await change()
    return
  }
  await addUp(db, ids, -1)
  // Nobody else sees this row: who writes is alone until the transaction ends.
  await sql`insert into tallies_put_off (since) values ('now')`.execute(db.everywhere)
  await change()
  await sql`delete from tallies_put_off`.execute(db.everywhere)
  await addUp(db, ids, 1)
}

/** Adds what these items count for as they are now, or takes it away. */
async function addUp(db: Db, ids: readonly string[], times: 1 | -1) {
  for (const tally of tallies) {
    const [before = '', after = ''] = statementOf(tally, times).split(IDS)
    await sql`${sql.raw(before)}${idsIn(db.engine, ids)}${sql.raw(after)}`.execute(db.everywhere)
  }
}

const IDS = '/* ids */'

function statementOf(tally: Tally, times: 1 | -1): string {
  const sums = Object.keys(tally.sums).map((name) => `${name} = ${name} + excluded.${name}`)
  return `insert into ${tally.table} (${columnsOf(tally).join(', ')}) ${totals(tally, `(select * from feedback_items where id in ${IDS})`, String(times))}
    on conflict (${Object.keys(tally.key).join(', ')}) do update set ${sums.join(', ')}`
}
