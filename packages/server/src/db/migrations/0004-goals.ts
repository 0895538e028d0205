import { type Kysely, sql } from 'kysely'
import type { Engine } from '../db.ts'

const tables = `
  alter table goals add column state text not null default 'agreed';
  alter table goals add column target text;
  alter table goals add column starts_on text;
  alter table goals add column ends_on text;
  alter table goals add column owner_id text;
  alter table goals add column look_back text;
  alter table goals add column ended_at text;
  drop index goals_organisation;
  create index goals_organisation on goals (organisation_id, created_at, id);
  create index goals_team on goals (team_id);
  create index goals_parent on goals (parent_id) where parent_id is not null;

  create table goal_proposals (id text primary key, organisation_id text not null, goal_id text not null, changes text not null, side text, proposed_by text,
    proposer text not null, proposed_at text not null, accepted_at text, refused_at text, decider text, reason text);
  create index goal_proposals_goal on goal_proposals (goal_id, proposed_at);
  create unique index goal_proposals_open on goal_proposals (goal_id) where accepted_at is null and refused_at is null;
  create table goal_reasons (organisation_id text not null, goal_id text not null, feedback_item_id text not null, primary key (goal_id, feedback_item_id));
  create index goal_reasons_item on goal_reasons (feedback_item_id);

  create table comments (id text primary key, organisation_id text not null, about_id text not null, member_id text, author text not null, text text not null,
    created_at text not null);
  create index comments_about on comments (about_id, created_at);

  alter table initiatives rename to initiatives_before;
  drop index initiatives_goal;
  create table initiatives (id text primary key, organisation_id text not null, goal_id text not null, title text not null, plan text, created_by text, created_at text not null,
    ended_at text);
  create index initiatives_goal on initiatives (organisation_id, goal_id);
  insert into initiatives (id, organisation_id, goal_id, title, plan, created_by, created_at, ended_at)
    select id, organisation_id, goal_id, title, plan, created_by, created_at, ended_at from initiatives_before;
  drop table initiatives_before;
  alter table initiatives add column notes text;
  alter table initiatives add column state text not null default 'started';
  alter table initiatives add column starts_on text;
  alter table initiatives add column ends_on text;
  alter table initiatives add column started_at text;
  alter table initiatives add column proposed_by text;
  create table initiative_members (organisation_id text not null, initiative_id text not null, member_id text not null, primary key (initiative_id, member_id));
  create index feedback_items_open on feedback_items (organisation_id, goal_id, status) where status in ('received', 'routed', 'in_progress', 'reopened');
  create index feedback_items_initiative on feedback_items (initiative_id) where initiative_id is not null;

  alter table events add column about_id text;
  create index events_about on events (about_id, created_at) where about_id is not null`

/** Goals that are agreed on and end, initiatives with dates and people, what colleagues say of both, and a history of each. */
export async function up(db: Kysely<never>, engine: Engine) {
  for (const statement of tables.split(';')) await sql.raw(statement).execute(db)
  await sql.raw(`update initiatives set started_at = created_at`).execute(db)
  await sql.raw(`update initiatives set state = 'finished' where ended_at is not null`).execute(db)
  for (const noun of ['goal', 'team', 'initiative']) {
    const id = engine === 'postgres' ? `detail::json ->> '${noun}Id'` : `json_extract(detail, '$.${noun}Id')`
    await sql.raw(`update events set about_id = ${id} where type in ('${noun}.created', '${noun}.changed')`).execute(db)
  }
}
