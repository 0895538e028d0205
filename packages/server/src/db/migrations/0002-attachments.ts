import { type Kysely, sql } from 'kysely'

const attachments = `
  create table attachments (id text primary key, organisation_id text not null, site_id text not null, feedback_item_id text, type text not null, width integer not null,
    height integer not null, size integer not null, created_at text not null, removed_at text);
  create index attachments_item on attachments (feedback_item_id) where feedback_item_id is not null;
  create index attachments_unclaimed on attachments (created_at) where feedback_item_id is null and removed_at is null;
  create index attachments_removed on attachments (removed_at) where removed_at is not null`

/** Pictures that customers send. */
export async function up(db: Kysely<never>) {
  for (const statement of attachments.split(';')) await sql.raw(statement).execute(db)
}
