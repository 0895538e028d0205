import { type Kysely, sql } from 'kysely'
import type { Engine } from '../db.ts'
import { keepAnew } from '../keep-tallies.ts'

const tables = `
  alter table feedback_items add column reaction_reasons text;
  alter table feedback_items add column unaddressed_at text;
  update feedback_items set unaddressed_at = answered_at where outcome_id is not null and answered_at is not null and not exists (select 1 from customers
    where customers.id = feedback_items.customer_id and email is not null and email_confirmed_at is not null and unsubscribed_at is null);
  alter table goals add column ask_again_after_weeks integer;
  alter table outcomes add column asked_again_at text;
  alter table organisations add column found_at text;
  create index goals_ask_again on goals (ask_again_after_weeks) where ask_again_after_weeks is not null;
  create index outcomes_ask_again on outcomes (goal_id, published_at) where asked_again_at is null and published_at is not null`

/** What comes after an outcome: why it did not help, whether it is still better, and whom it could not reach. */
export async function up(db: Kysely<never>, engine: Engine) {
  for (const statement of tables.split(';')) await sql.raw(statement).execute(db)
  await keepAnew(db, engine)
}
