import { type Kysely, sql } from 'kysely'
import type { Engine } from '../db.ts'
import { addSearch } from '../search.ts'

const people = `
  create table organisations (id text primary key, name text not null, locale text not null, time_zone text not null, set_up_at text, created_at text not null);

  create table members (id text primary key, organisation_id text not null, email text not null, name text not null, role text not null, password_hash text not null,
    locale text, created_at text not null, deactivated_at text);
  create unique index members_email on members (email);
  create index members_organisation on members (organisation_id);

  create table sessions (token_hash text primary key, organisation_id text not null, member_id text not null, created_at text not null, expires_at text not null);
  create index sessions_member on sessions (member_id);

  create table invitations (id text primary key, organisation_id text not null, email text not null, role text not null, teams text not null,
    invited_by text not null, created_at text not null, expires_at text not null, accepted_at text, withdrawn_at text);
  create index invitations_organisation on invitations (organisation_id);

  create table api_keys (id text primary key, organisation_id text not null, name text not null, role text not null, key_hash text not null, created_at text not null,
    last_used_at text, revoked_at text);
  create unique index api_keys_key on api_keys (key_hash);
  create index api_keys_organisation on api_keys (organisation_id);

  create table teams (id text primary key, organisation_id text not null, name text not null, level text not null, parent_id text, created_at text not null);
  create index teams_organisation on teams (organisation_id);

  create table team_members (organisation_id text not null, team_id text not null, member_id text not null, role text not null);
  create unique index team_members_team on team_members (team_id, member_id);
  create index team_members_member on team_members (member_id)`

const goals = `
  create table goals (id text primary key, organisation_id text not null, title text not null, why text, team_id text not null, member_id text, parent_id text,
    reply_within_days integer not null, intake text, public text not null, created_at text not null);
  create index goals_organisation on goals (organisation_id);

  create table initiatives (id text primary key, organisation_id text not null, goal_id text not null, title text not null, plan text, created_by text not null,
    created_at text not null, ended_at text);
  create index initiatives_goal on initiatives (organisation_id, goal_id);

  create table measures (id text primary key, organisation_id text not null, goal_id text, name text not null, unit text not null, direction text not null,
    baseline double precision, target double precision, source text not null, created_at text not null);
  create index measures_goal on measures (organisation_id, goal_id);

  create table measure_points (organisation_id text not null, measure_id text not null, at text not null, value double precision not null);
  create unique index measure_points_at on measure_points (measure_id, at);

  create table routing_rules (id text primary key, organisation_id text not null, goal_id text not null, conditions text not null, position integer not null, created_at text not null);
  create index routing_rules_position on routing_rules (organisation_id, position)`

const feedback = (seq: string) => `
  create table sites (id text primary key, organisation_id text not null, key text not null, name text not null, origins text not null, kinds text not null, rating text,
    look text not null, locale text not null, first_seen_at text, created_at text not null);
  create unique index sites_key on sites (key);
  create index sites_organisation on sites (organisation_id);

  create table customers (id text primary key, organisation_id text not null, site_id text not null, email text, email_confirmed_at text, confirmation_sent_at text,
    unsubscribed_at text, name text, locale text, created_at text not null);
  create index customers_email on customers (organisation_id, email) where email is not null;

  create table confirmations (organisation_id text not null, address_hash text not null, asked_at text not null, declined_at text, primary key (organisation_id, address_hash));

  create table feedback_items (${seq}, id text not null, organisation_id text not null, site_id text not null, customer_id text not null, kind text not null,
    message text not null, status text not null, rating_scale text, rating_value integer, locale text, page_url text, attributes text not null, goal_id text,
    initiative_id text, plan text, outcome_id text, merged_into_id text, submitted_at text not null, reply_by text, replied_at text, answered_at text,
    routing text not null, news integer not null, helped text, reaction_text text, reacted_at text);
  create unique index feedback_items_id on feedback_items (id);
  create index feedback_items_new on feedback_items (organisation_id, submitted_at, id);
  create index feedback_items_status on feedback_items (organisation_id, status, submitted_at, id);
  create index feedback_items_goal on feedback_items (organisation_id, goal_id, submitted_at, id);
  create index feedback_items_customer on feedback_items (customer_id, submitted_at, id);
  create index feedback_items_due on feedback_items (organisation_id, reply_by, id) where reply_by is not null and replied_at is null;

  create table messages (id text primary key, organisation_id text not null, feedback_item_id text not null, kind text not null, member_id text, author text, text text not null,
    created_at text not null);
  create index messages_item on messages (feedback_item_id, created_at);

  create table events (id text primary key, organisation_id text not null, feedback_item_id text, type text not null, actor_kind text not null, actor_id text, actor_name text,
    detail text not null, created_at text not null);
  create index events_item on events (feedback_item_id, created_at);

  create table idempotency_keys (place text not null, key text not null, request_hash text not null, answer text not null, created_at text not null, primary key (place, key))`

const answers = `
  create table outcomes (id text primary key, organisation_id text not null, goal_id text not null, kind text not null, title text not null, did text not null, better text,
    next text, locale text not null, translations text not null, public_at text, created_by text, created_at text not null, publish_at text, published_at text);
  create index outcomes_new on outcomes (organisation_id, created_at, id);
  create index outcomes_scheduled on outcomes (publish_at) where publish_at is not null and published_at is null;

  create table outcome_items (organisation_id text not null, outcome_id text not null, feedback_item_id text not null);
  create unique index outcome_items_outcome on outcome_items (outcome_id, feedback_item_id);
  create index outcome_items_item on outcome_items (feedback_item_id);

  create table deliveries (id text primary key, organisation_id text not null, kind text not null, about_id text not null, customer_id text, receiver text not null,
    payload text not null, state text not null, attempts integer not null, reason text, queued_at text not null, due_at text not null, updated_at text not null);
  create index deliveries_due on deliveries (due_at) where state in ('queued', 'sending');
  create index deliveries_about on deliveries (organisation_id, about_id, queued_at)`

/** Everything of the first closed loop. */
export async function up(db: Kysely<never>, engine: Engine) {
  const seq = engine === 'sqlite' ? 'seq integer primary key' : 'seq integer generated always as identity primary key'
  for (const statement of [people, goals, feedback(seq), answers].join(';').split(';')) await sql.raw(statement).execute(db)
  await addSearch(db, engine)
}
