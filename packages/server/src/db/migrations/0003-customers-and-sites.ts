import { type Kysely, sql } from 'kysely'
import type { Engine } from '../db.ts'
import { addOutcomeSearch, forgetWords } from '../search.ts'

const tables = `
  alter table sites add column questions text not null default '[]';
  alter table sites add column texts text not null default '{}';
  alter table sites add column identifies_at text;

  create table identity_keys (id text primary key, organisation_id text not null, site_id text not null, kid text not null, algorithm text not null, sealed text not null,
    created_at text not null);
  create unique index identity_keys_kid on identity_keys (site_id, kid);

  alter table customers add column external_id text;
  alter table customers add column vouched_email text;
  alter table customers add column erased_at text;
  create unique index customers_external on customers (site_id, external_id) where external_id is not null;

  alter table feedback_items add column answers text not null default '[]';
  alter table feedback_items add column erased_at text;

  create table link_mails (organisation_id text not null, address_hash text not null, sent_at text not null, primary key (organisation_id, address_hash));

  create index deliveries_customer on deliveries (customer_id) where customer_id is not null`

/** What a site asks and says, customers whom their site identifies, erasure, and the search in outcomes. */
export async function up(db: Kysely<never>, engine: Engine) {
  for (const statement of tables.split(';')) await sql.raw(statement).execute(db)
  await addOutcomeSearch(db, engine)
  await forgetWords(db, engine)
}
