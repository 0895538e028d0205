import { type Kysely, sql } from 'kysely'

const columns = `
  alter table outcomes add column follow_ups text;
  create index outcomes_follow_ups on outcomes (id) where follow_ups is not null`

/** How far a correction or a withdrawal of an outcome for very many has come. */
export async function up(db: Kysely<never>) {
  for (const statement of columns.split(';')) await sql.raw(statement).execute(db)
}
