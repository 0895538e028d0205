import { type Kysely, sql } from 'kysely'
import type { Engine } from './db.ts'

/** The full-text index over what customers wrote: FTS5 with a prefix index on SQLite, a generated tsvector on PostgreSQL. */
export async function addSearch(db: Kysely<never>, engine: Engine) {
  if (engine === 'postgres') {
    await sql.raw(`alter table feedback_items add column search tsvector generated always as (to_tsvector('simple', message)) stored`).execute(db)
    await sql.raw('create index feedback_items_search on feedback_items using gin (search)').execute(db)
    return
  }
  await sql
    .raw(
      `create virtual table feedback_search using fts5 (message, content = 'feedback_items', content_rowid = 'seq', tokenize = 'unicode61 remove_diacritics 2', prefix = '2 3')`,
    )
    .execute(db)
  await sql
    .raw(
      'create trigger feedback_search_insert after insert on feedback_items begin insert into feedback_search (rowid, message) values (new.seq, new.message); end',
    )
    .execute(db)
  await sql
    .raw(
      `create trigger feedback_search_delete after delete on feedback_items begin insert into feedback_search (feedback_search, rowid, message) values ('delete', old.seq, old.message); end`,
    )
    .execute(db)
  await sql
    .raw(`create trigger feedback_search_update after update of message on feedback_items begin
      insert into feedback_search (feedback_search, rowid, message) values ('delete', old.seq, old.message); insert into feedback_search (rowid, message) values (new.seq, new.message); end`)
    .execute(db)
}

/** Items whose message holds all words of `query`; the last word may be unfinished. Nothing is found by a query without a word. */
export function matches(engine: Engine, query: string) {
  const terms = query.match(/[\p{L}\p{N}]+/gu)
  if (!terms) return sql<boolean>`1 = 0`
  if (engine === 'postgres') {
    const tsquery = terms.map((term, i) => (i === terms.length - 1 ? `${term}:*` : term)).join(' & ')
    return sql<boolean>`search @@ to_tsquery('simple', ${tsquery})`
  }
  const fts = terms.map((term, i) => (i === terms.length - 1 ? `"${term}"*` : `"${term}"`)).join(' ')
  return sql<boolean>`seq in (select rowid from feedback_search where feedback_search match ${fts})`
}
