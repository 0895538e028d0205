import { type Kysely, sql } from 'kysely'

/* SQLite takes no `not null` away from a column that stands, so the table is made anew. */
const tables = `
  alter table outcomes add column pictures text not null default '[]';
  create table attachments_of_all (id text primary key, organisation_id text not null, site_id text, feedback_item_id text, outcome_id text, type text not null,
    width integer not null, height integer not null, size integer not null, created_at text not null, removed_at text);
  insert into attachments_of_all (id, organisation_id, site_id, feedback_item_id, type, width, height, size, created_at, removed_at)
    select id, organisation_id, site_id, feedback_item_id, type, width, height, size, created_at, removed_at from attachments;
  drop table attachments;
  alter table attachments_of_all rename to attachments;
  create index attachments_item on attachments (feedback_item_id) where feedback_item_id is not null;
  create index attachments_outcome on attachments (outcome_id) where outcome_id is not null;
  create index attachments_unclaimed on attachments (created_at) where feedback_item_id is null and outcome_id is null and removed_at is null;
  create index attachments_removed on attachments (removed_at) where removed_at is not null`

/** Pictures of outcomes, beside those of customers. */
export async function up(db: Kysely<never>) {
  for (const statement of tables.split(';')) await sql.raw(statement).execute(db)
}
