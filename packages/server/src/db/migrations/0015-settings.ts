import { type Kysely, sql } from 'kysely'

const tables = `
  alter table invitations add column name text;
  create index events_settings on events (organisation_id, id) where feedback_item_id is null`

/** Whom an invitation is for, where it is a link and no address is known; and the history of what was set, found without that of items. */
export async function up(db: Kysely<never>) {
  for (const statement of tables.split(';')) await sql.raw(statement).execute(db)
}
