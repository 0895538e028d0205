import { type Kysely, sql } from 'kysely'
import type { Engine } from '../db.ts'
import { putOffTallies } from '../keep-tallies.ts'

const tables = `
  alter table outcomes add column answering text;
  create index outcomes_answering on outcomes (id) where answering is not null;
  create index deliveries_told on deliveries (about_id, receiver) where kind = 'outcome-email'`

/** How far an outcome for very many has come, whom it told already, and a way to count them together. */
export async function up(db: Kysely<never>, engine: Engine) {
  for (const statement of tables.split(';')) await sql.raw(statement).execute(db)
  await putOffTallies(db, engine)
}
