import { type Kysely, sql } from 'kysely'

const tables = `
  alter table feedback_items add column merged_from text;
  alter table feedback_items add column reply_by_alone text;
  alter table feedback_items add column channel text;
  create index feedback_items_merged on feedback_items (merged_into_id) where merged_into_id is not null;

  create table bulk_acts (id text primary key, organisation_id text not null, act text not null, state text not null, failure text, total integer not null,
    done integer not null, skipped integer not null, reasons text not null, next_part integer not null, started_at text not null, finished_at text, by_kind text not null, by_id text not null,
    by_name text not null, undo text not null, undo_until text, undone integer not null, undo_skipped integer not null, held_until text, updated_at text not null);
  create index bulk_acts_organisation on bulk_acts (organisation_id, started_at, id);
  create index bulk_acts_updated on bulk_acts (updated_at);
  create index bulk_acts_working on bulk_acts (held_until) where state = 'running' or undo = 'running';

  create table bulk_act_parts (bulk_act_id text not null, part integer not null, organisation_id text not null, ids text not null, primary key (bulk_act_id, part));

  create table bulk_act_items (bulk_act_id text not null, feedback_item_id text not null, organisation_id text not null, part integer not null, version integer, reason text, before text,
    primary key (bulk_act_id, feedback_item_id));
  create index bulk_act_items_part on bulk_act_items (bulk_act_id, part);
  create index bulk_act_items_item on bulk_act_items (feedback_item_id);

  create table presences (organisation_id text not null, feedback_item_id text not null, member_id text not null, name text not null, seen_at text not null, left_at text,
    primary key (feedback_item_id, member_id));
  create index presences_seen on presences (seen_at)`

/** The versions of items, what was merged and how it stood before, acts on many items with what they changed, and who looks at what. */
export async function up(db: Kysely<never>) {
  for (const statement of tables.split(';')) await sql.raw(statement).execute(db)
}
