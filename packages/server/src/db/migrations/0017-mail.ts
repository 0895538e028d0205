import { type Kysely, sql } from 'kysely'

const tables = `
  create table mail_looks (organisation_id text primary key, tone text not null, sender_name text, reply_to text, signature text, accent text, logo text,
    logo_width integer, logo_height integer, inbound_address text, inbound_secret text not null, changed_at text not null);
  alter table customers add column bounced_at text;
  alter table customers add column soft_bounces integer not null default 0;
  alter table feedback_items add column muted_at text`

/** How an organisation's letters look, which addresses take no more, and which items are not written about. */
export async function up(db: Kysely<never>) {
  for (const statement of tables.split(';')) await sql.raw(statement).execute(db)
}
