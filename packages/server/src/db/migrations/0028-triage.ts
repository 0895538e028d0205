import { type Kysely, sql } from 'kysely'
import type { Engine } from '../db.ts'
import { keepReopened, reopenedSoFar } from '../keep-reopened.ts'
import { ofGoalDays, ofMonths } from '../tallies.ts'

const changes = `
  create table named_acts (id text primary key, organisation_id text not null, request_hash text not null, answer text, done_at text not null);
  create index named_acts_done on named_acts (done_at);
  create index feedback_items_locale on feedback_items (organisation_id, locale, submitted_at, id);
  alter table feedback_items add column reopened_at text`

/* Medians look at nothing but these. */
const samples = `
  drop index feedback_items_sample;
  create index feedback_items_sample on feedback_items (organisation_id, submitted_at, status, replied_at, answered_at, reopened_at, id) where seq % 256 = 0;
  drop index feedback_items_sample_few;
  create index feedback_items_sample_few on feedback_items (organisation_id, submitted_at, status, replied_at, answered_at, reopened_at, goal_id, site_id, id) where seq % 1024 = 0;
  drop index feedback_items_sample_many;
  create index feedback_items_sample_many on feedback_items (organisation_id, submitted_at, status, replied_at, answered_at, reopened_at, id, seq) where seq % 16 = 0;
  drop index feedback_items_sample_goal;
  create index feedback_items_sample_goal on feedback_items (organisation_id, goal_id, submitted_at, status, replied_at, answered_at, reopened_at, id, seq) where seq % 16 = 0;
  drop index events_reopened`

/* Of every goal at once: PostgreSQL took three times as long to look each of them up. */
const loops = [
  `create index loop_sums_months on loop_sums (organisation_id, day) where ${ofMonths}`,
  `create index loop_sums_days on loop_sums (organisation_id, day) where ${ofGoalDays}`,
]

/**
 * What colleagues did under a name, so that a request that comes again after the server started anew does nothing twice; languages that few customers speak; and whether an item was
 * opened again, without its history.
 */
export async function up(db: Kysely<never>, engine: Engine) {
  const statements = [...changes.split(';'), reopenedSoFar, ...keepReopened(engine), ...samples.split(';'), ...(engine === 'postgres' ? loops : [])]
  for (const statement of statements) await sql.raw(statement).execute(db)
}
