import { type Kysely, sql } from 'kysely'
import type { Engine } from '../db.ts'

const tables = (withoutRowid: string) => `
  alter table feedback_items add column flagged_at text;
  create index feedback_items_flagged on feedback_items (organisation_id, submitted_at, id) where flagged_at is not null;

  create table suggestions (feedback_item_id text primary key, organisation_id text not null, seq integer not null, model integer not null, at text not null,
    threshold double precision not null, candidates text not null, goal_id text, confidence double precision, similar_items text not null, language text, kind text,
    kind_confidence double precision, flags text not null, looked_at text, looked_by text, terms text not null, due_at text);
  create index suggestions_due on suggestions (due_at) where due_at is not null;
  create index suggestions_organisation on suggestions (organisation_id);

  create table item_terms (organisation_id text not null, term integer not null, seq integer not null, primary key (organisation_id, term, seq))${withoutRowid};

  create table routing_decisions (feedback_item_id text primary key, organisation_id text not null, goal_id text not null, at text not null, suggested_goal_id text,
    confidence double precision, model_goal_id text);
  create index routing_decisions_organisation on routing_decisions (organisation_id, at);
  create index routing_decisions_at on routing_decisions (at);

  create table routing_settings (organisation_id text primary key, threshold double precision not null, target double precision not null, wanted text not null,
    standing text not null, flag_words text, rebuild_at text, building_at text);
  create index routing_settings_rebuild on routing_settings (rebuild_at) where rebuild_at is not null;

  create table routing_models (organisation_id text not null, number integer not null, built_at text not null, examples integer not null, goals text not null,
    curve text not null, history text not null, twins text not null, primary key (organisation_id, number));
  create table routing_model_parts (organisation_id text not null, number integer not null, part integer not null, packed text not null,
    primary key (organisation_id, number, part))`

const decided = `type in ('feedback.routed', 'feedback.accepted') and actor_kind = 'member' and feedback_item_id is not null`

/** What people decided so far, the last of it for each item: from this the model learns. */
const earlier: Record<Engine, string> = {
  sqlite: `insert into routing_decisions (feedback_item_id, organisation_id, goal_id, at)
    select feedback_item_id, organisation_id, json_extract(detail, '$.goalId') as goal_id, created_at from
      (select feedback_item_id, organisation_id, detail, created_at, max(id) from events where ${decided} group by feedback_item_id)
    where goal_id is not null`,
  postgres: `insert into routing_decisions (feedback_item_id, organisation_id, goal_id, at)
    select feedback_item_id, organisation_id, detail::json ->> 'goalId', created_at from
      (select distinct on (feedback_item_id) * from events where ${decided} order by feedback_item_id, id desc) as last
    where detail::json ->> 'goalId' is not null`,
}

/** What the learned half of routing keeps: suggestions with their reasons, the terms that items are found by, people's decisions, models and settings. */
export async function up(db: Kysely<never>, engine: Engine) {
  for (const statement of tables(engine === 'sqlite' ? ' without rowid' : '').split(';')) await sql.raw(statement).execute(db)
  await sql.raw(earlier[engine]).execute(db)
}
