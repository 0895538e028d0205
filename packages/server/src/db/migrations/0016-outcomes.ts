import { type Kysely, sql } from 'kysely'
import type { Engine } from '../db.ts'
import { addCorrectedSearch } from '../search.ts'

const tables = `
  alter table outcomes add column nothing_more_at text;
  alter table outcomes add column edited_by text;
  alter table outcomes add column review_asked_at text;
  alter table outcomes add column review_note text;
  alter table outcomes add column corrected_at text;
  alter table outcomes add column withdrawn_at text;
  alter table outcomes add column withdrawn_because text;
  alter table organisations add column outcome_review_at text;
  create table outcome_versions (
    organisation_id text not null references organisations (id),
    outcome_id text not null,
    version integer not null,
    step text not null,
    words text not null,
    because text,
    made_by text,
    made_at text not null,
    primary key (outcome_id, version)
  );
  update outcomes set edited_by = created_by`

/** What was said with an outcome and what became of it: that nothing more will improve, a second person, corrections, a withdrawal, and how it read before. */
export async function up(db: Kysely<never>, engine: Engine) {
  for (const statement of tables.split(';')) await sql.raw(statement).execute(db)
  await addCorrectedSearch(db, engine)
}
