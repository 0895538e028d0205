import { type Kysely, sql } from 'kysely'

const tables = `
  create table calendars (organisation_id text primary key, workdays text not null, holidays text, own_days text not null, before text, changed_at text not null,
    changed_by text);
  create table holidays (country text not null, region text not null, year integer not null, days text not null, primary key (country, region, year));

  alter table feedback_items add column paused_reply_by text;
  alter table feedback_items add column escalation integer not null default 0;
  alter table feedback_items add column alarmed_at text;
  create index feedback_items_escalates on feedback_items (organisation_id, escalation, reply_by) where reply_by is not null and replied_at is null
    and escalation < 4 and status in ('received', 'routed', 'in_progress', 'reopened');
  create index feedback_items_alarm on feedback_items (organisation_id, submitted_at) where goal_id is null and alarmed_at is null
    and status in ('received', 'reopened');

  create table promise_moves (id text primary key, organisation_id text not null, feedback_item_id text not null, moved_from text not null, moved_to text not null,
    reason text not null, created_at text not null);
  create index promise_moves_item on promise_moves (feedback_item_id, created_at);

  create table notifications (id text primary key, organisation_id text not null, member_id text not null, kind text not null, feedback_item_id text, about text not null,
    count integer not null, actor_name text, step text, at text not null, read_at text, mailed_at text);
  create unique index notifications_about on notifications (member_id, about);
  create index notifications_member on notifications (member_id, at, id);
  create index notifications_unread on notifications (member_id, at, id) where read_at is null;
  create index notifications_mail on notifications (organisation_id, member_id) where mailed_at is null and read_at is null;
  create index notifications_item on notifications (feedback_item_id) where feedback_item_id is not null;
  create table notification_choices (member_id text primary key, organisation_id text not null, mail text not null, hour integer not null)`

/** The organisation's calendar, promises that stand still, move and climb, and what colleagues are told of it. */
export async function up(db: Kysely<never>) {
  for (const statement of tables.split(';')) await sql.raw(statement).execute(db)
}
