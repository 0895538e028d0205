import { type Kysely, sql } from 'kysely'

const changes = `
  alter table feedback_items add column reached_at text;
  drop index feedback_items_compliments;
  create index feedback_items_compliments on feedback_items (organisation_id, coalesce(reached_at, submitted_at), id) where kind = 'compliment';

  create table signing_keys (id text primary key, organisation_id text not null, selector text not null, domain text not null, public_key text not null, sealed text not null,
    created_at text not null, found_at text, used_at text, replaced_at text);
  create index signing_keys_organisation on signing_keys (organisation_id, created_at);
  create unique index signing_keys_used on signing_keys (organisation_id) where used_at is not null and replaced_at is null`

/** When a compliment reached its team, so that one that was routed later stands in the letter of the week in which it arrived; and keys that sign letters. */
export async function up(db: Kysely<never>) {
  for (const statement of changes.split(';')) await sql.raw(statement).execute(db)
}
