import { type Kysely, sql } from 'kysely'
import type { Engine } from '../db.ts'
import { keepMailed } from '../keep-mailed.ts'

/* What a list by promise and the numbers of the loop look at stands in their indexes: looking up each row took most of their time among a million. */
const indexes = `
  drop index feedback_items_due;
  create index feedback_items_due on feedback_items (organisation_id, reply_by, id, priority, goal_id, status) where reply_by is not null and replied_at is null;
  drop index feedback_items_sample;
  create index feedback_items_sample on feedback_items (organisation_id, submitted_at, status, replied_at, answered_at, id) where seq % 256 = 0;
  drop index feedback_items_sample_goal;
  create index feedback_items_sample_goal on feedback_items (organisation_id, goal_id, submitted_at, status, replied_at, answered_at, id) where seq % 16 = 0;
  create index loop_sums_promises on loop_sums (organisation_id, goal_id, day, promises_ended, promises_kept) where promises_ended > 0`

/** Indexes that hold what is looked at, and marks of mailed outcomes that are found by the customer. */
export async function up(db: Kysely<never>, engine: Engine) {
  for (const statement of [...indexes.split(';'), ...keepMailed(engine)]) await sql.raw(statement).execute(db)
}
