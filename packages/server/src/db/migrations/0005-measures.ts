import { type Kysely, sql } from 'kysely'

const tables = `
  alter table measures add column team_id text;
  alter table measures add column owner_id text;
  alter table measures add column period text not null default 'month';
  alter table measures add column computed text;
  alter table measures add column updated_at text;
  alter table measure_points add column n integer;

  create table measure_imports (id text primary key, organisation_id text not null, imported_by text, imported_at text not null, undone_at text);
  create index measure_imports_organisation on measure_imports (organisation_id, imported_at);
  create table measure_import_parts (organisation_id text not null, import_id text not null, measure_id text not null, changes text not null,
    primary key (import_id, measure_id));
  create index measure_import_parts_measure on measure_import_parts (measure_id);
  create index events_reopened on events (organisation_id, feedback_item_id) where type = 'feedback.reopened'`

/** Measures with a period, an owner and a team, computed ones, sample sizes, and imports that can be taken back. */
export async function up(db: Kysely<never>) {
  for (const statement of tables.split(';')) await sql.raw(statement).execute(db)
  await sql.raw(`update measures set updated_at = (select max(at) from measure_points where measure_points.measure_id = measures.id)`).execute(db)
}
