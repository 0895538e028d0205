import { type Kysely, sql } from 'kysely'
import type { Engine } from '../db.ts'
import { indexStems } from '../feedback-search.ts'
import { addTallies } from '../keep-tallies.ts'
import { BADNESS } from '../walks.ts'

const tables = `
  alter table feedback_items add column version integer not null default 1;
  alter table feedback_items add column asked_at text;
  alter table feedback_items add column missed_at text;
  alter table feedback_items add column similar_count integer;
  alter table feedback_items add column stems text;

  drop index feedback_items_new;
  create index feedback_items_new on feedback_items (organisation_id, submitted_at, id, kind, site_id, locale, rating_scale, rating_value);
  drop index feedback_items_goal;
  create index feedback_items_goal on feedback_items (organisation_id, goal_id, status, submitted_at, id);
  drop index feedback_items_initiative;
  create index feedback_items_initiative on feedback_items (organisation_id, initiative_id, submitted_at, id) where initiative_id is not null;
  create index feedback_items_asked on feedback_items (organisation_id, submitted_at, id) where asked_at is not null;
  create index feedback_items_similar on feedback_items (organisation_id, similar_count, submitted_at, id) where similar_count > 0;
  create index feedback_items_sample on feedback_items (organisation_id, submitted_at) where seq % 256 = 0;
  create index feedback_items_sample_goal on feedback_items (organisation_id, goal_id, submitted_at) where seq % 16 = 0;
  create index feedback_items_unstemmed on feedback_items (seq) where stems is null;

  create table saved_views (id text primary key, organisation_id text not null, member_id text, team_id text, name text not null, filter text not null, sort text not null,
    created_at text not null);
  create index saved_views_organisation on saved_views (organisation_id)`

/** How bad a rating is, from 0 to 100, so that the scales can be in one list. */
const badness = `create index feedback_items_badness on feedback_items (organisation_id, (${BADNESS}), submitted_at, id) where rating_value is not null`

/** What lets feedback be found among many, and views of the inbox that are kept. */
export async function up(db: Kysely<never>, engine: Engine) {
  for (const statement of tables.split(';')) await sql.raw(statement).execute(db)
  await sql.raw(badness).execute(db)
  await indexStems(db, engine)
  await addTallies(db, engine)
}
