import { type Kysely, sql } from 'kysely'

const tables = `
  create table reply_templates (id text primary key, organisation_id text not null, name text not null, text text not null, team_id text, locale text,
    created_at text not null);
  create index reply_templates_organisation on reply_templates (organisation_id, name, id);

  create table held_replies (id text primary key, organisation_id text not null, feedback_item_id text not null, author_kind text not null, author_id text not null,
    author text not null, text text not null, asks_at text, held_at text not null, send_at text not null, refused text);
  create index held_replies_item on held_replies (organisation_id, feedback_item_id);
  create index held_replies_due on held_replies (send_at) where refused is null`

/** Replies that are written more often, and replies that can still be taken back. */
export async function up(db: Kysely<never>) {
  for (const statement of tables.split(';')) await sql.raw(statement).execute(db)
}
