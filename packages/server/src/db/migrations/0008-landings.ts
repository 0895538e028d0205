import { type Kysely, sql } from 'kysely'

const tables = `
  create table measure_landings (id text primary key, organisation_id text not null, import_id text not null, measure_id text not null, kind text not null,
    begun_at text not null, shown_at text);
  create index measure_landings_measure on measure_landings (measure_id);
  create unique index measure_landings_shown on measure_landings (measure_id) where shown_at is not null;
  create view own_points as
    select own.organisation_id, own.measure_id, own.at, own.value, own.n from measure_points own
      where not exists (select 1 from measure_landings landing join measure_points newer on newer.measure_id = landing.id and newer.at = own.at
        where landing.measure_id = own.measure_id and landing.shown_at is not null);
  create view landing_points as
    select newer.organisation_id, landing.measure_id, newer.at, newer.value, newer.n from measure_landings landing
      join measure_points newer on newer.measure_id = landing.id
      where landing.shown_at is not null and (newer.n is null or newer.n >= 0);
  create view shown_points as select * from own_points union all select * from landing_points;

  create table measure_import_pieces (organisation_id text not null, import_id text not null, measure_id text not null, part integer not null,
    changes text not null, primary key (import_id, measure_id, part));
  insert into measure_import_pieces select organisation_id, import_id, measure_id, 0, changes from measure_import_parts;
  drop table measure_import_parts;
  alter table measure_import_pieces rename to measure_import_parts;
  create index measure_import_parts_measure on measure_import_parts (measure_id)`

/** Imports that are written in pieces, and seen whole or not at all. A piece with a negative sample size takes a value away. */
export async function up(db: Kysely<never>) {
  for (const statement of tables.split(';')) await sql.raw(statement).execute(db)
}
