import { type Kysely, sql } from 'kysely'

const tables = `
  create table pulses (id text primary key, organisation_id text not null, kind text not null, question text, choices text not null, team_id text, measure_id text,
    every_weeks integer not null, closes_after_days integer not null, next_at text, created_at text not null);
  create index pulses_organisation on pulses (organisation_id, created_at);
  create index pulses_due on pulses (next_at) where next_at is not null;
  create table pulse_rounds (id text primary key, organisation_id text not null, pulse_id text not null, invited integer not null, opened_at text not null,
    closes_at text not null, closed_at text);
  create index pulse_rounds_pulse on pulse_rounds (pulse_id, opened_at);
  create unique index pulse_rounds_open on pulse_rounds (pulse_id) where closed_at is null;
  create table pulse_groups (organisation_id text not null, round_id text not null, group_id text not null, parent_id text, name text not null, invited integer not null,
    hidden text, primary key (round_id, group_id));
  create table pulse_tallies (organisation_id text not null, round_id text not null, group_id text not null, value integer not null, answers integer not null,
    primary key (round_id, group_id, value));
  create table pulse_invitations (id text primary key, organisation_id text not null, round_id text not null, group_id text not null);
  create index pulse_invitations_round on pulse_invitations (round_id);
  create table pulse_refusals (member_id text primary key, organisation_id text not null, refused_at text not null);

  create table letter_choices (organisation_id text not null, team_id text not null, weekday integer not null, hour integer not null, locale text not null, on_at text,
    changed_at text not null, primary key (organisation_id, team_id));
  create table letter_runs (organisation_id text not null, team_id text not null, week text not null, primary key (team_id, week));
  create table letters (member_id text primary key, organisation_id text not null, week text not null, queued_at text not null);
  create table letter_refusals (member_id text primary key, organisation_id text not null, refused_at text not null)`

/** What colleagues are asked, and the letter that they get each week. */
export async function up(db: Kysely<never>) {
  for (const statement of tables.split(';')) await sql.raw(statement).execute(db)
}
