import { type Kysely, sql } from 'kysely'
import type { Engine } from '../db.ts'
import { keepAnew } from '../keep-tallies.ts'

/* Medians are taken from every so many items: all that is looked at of those stands in their indexes, of a few in one with no others. */
const indexes = `
  create index feedback_items_sample_few on feedback_items (organisation_id, submitted_at, status, replied_at, answered_at, goal_id, site_id, id) where seq % 1024 = 0;
  create index feedback_items_sample_many on feedback_items (organisation_id, submitted_at, status, replied_at, answered_at, id, seq) where seq % 16 = 0;
  drop index feedback_items_sample_goal;
  create index feedback_items_sample_goal on feedback_items (organisation_id, goal_id, submitted_at, status, replied_at, answered_at, id, seq) where seq % 16 = 0`

/** The loop of goals by month, and promises that wait by site: reading the days of each took longer the more goals there were. */
export async function up(db: Kysely<never>, engine: Engine) {
  await keepAnew(db, engine, { canPutOff: true })
  for (const statement of indexes.split(';')) await sql.raw(statement).execute(db)
}
