import { type Kysely, sql } from 'kysely'
import type { Db, Engine } from './db.ts'
import type { Scope } from './scope.ts'

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

/**
 * Makes the index let go of words at once when they are erased. Without it they stay in its segments, unread, until these happen to be merged. PostgreSQL keeps the words in the
 * row, which vacuum clears like any other.
 */
export async function forgetWords(db: Kysely<never>, engine: Engine) {
  if (engine === 'sqlite') await sql.raw(`insert into feedback_search (feedback_search, rank) values ('secure-delete', 1)`).execute(db)
}

const publicWords = (row: string) => `${row}.title, ${row}.did || ' ' || coalesce(${row}.better, '') || ' ' || coalesce(${row}.next, '')`

/** The full-text index over outcomes that everyone may read. On SQLite a draft has no words in it. */
export async function addOutcomeSearch(db: Kysely<never>, engine: Engine) {
  if (engine === 'postgres') {
    await sql
      .raw(
        `alter table outcomes add column public_search tsvector generated always as (setweight(to_tsvector('simple', title), 'A') ||
          setweight(to_tsvector('simple', did || ' ' || coalesce(better, '') || ' ' || coalesce(next, '')), 'B')) stored`,
      )
      .execute(db)
    await sql.raw('create index outcomes_search on outcomes using gin (public_search)').execute(db)
    return
  }
  await sql
    .raw(
      `create virtual table outcome_search using fts5 (outcome_id unindexed, title, words, tokenize = 'unicode61 remove_diacritics 2', prefix = '3 4')`,
    )
    .execute(db)
  const isPublic = (row: string) => `${row}.published_at is not null and ${row}.public_at is not null`
  const index = `insert into outcome_search (outcome_id, title, words)`
  await sql.raw(`${index} select id, ${publicWords('outcomes')} from outcomes where ${isPublic('outcomes')}`).execute(db)
  await sql
    .raw(
      `create trigger outcome_search_insert after insert on outcomes when ${isPublic('new')} begin ${index} values (new.id, ${publicWords('new')}); end`,
    )
    .execute(db)
  await sql
    .raw(`create trigger outcome_search_update after update on outcomes when ${isPublic('new')} and not (${isPublic('old')}) begin
      ${index} values (new.id, ${publicWords('new')}); end`)
    .execute(db)
}

/** Keeps the index on SQLite to what a corrected outcome says now; the one of PostgreSQL follows by itself. */
export async function addCorrectedSearch(db: Kysely<never>, engine: Engine) {
  if (engine === 'postgres') return
  await sql
    .raw(
      `create trigger outcome_search_correct after update of title, did, better, next on outcomes when old.published_at is not null and new.public_at is not null begin
      delete from outcome_search where outcome_id = new.id;
      insert into outcome_search (outcome_id, title, words) values (new.id, ${publicWords('new')}); end`,
    )
    .execute(db)
}

/** Most words of a query that are looked for. */
const MOST_WORDS = 12

/** Words that say nothing of what somebody writes about. */
const EMPTY_WORDS = new Set(
  `aan als bij dan dat deze die dit door een eens ben bent geen had heb hebben heeft het hij hun iets ik is jij jullie kan kon maar meer met mijn mij naar net niet nog
  nu ook omdat onze ons over paar te toch toen tot uit van veel voor want waar was wat we wel werd wij wil worden wordt zijn zou zo
  about all and any are but can did does for from had has have her him his how into its just more not now one our out she some than that the their them then there they this
  too was were what when where which who why will with would you your`.split(/\s+/),
)

/**
 * What to look for when somebody writes: each word that says something, also with another ending. Endings differ (`band`, `banden`), so a long word is looked for
 * without its last letters.
 */
export function stemsOf(query: string): string[] {
  const words =
    query
      .toLowerCase()
      .normalize('NFKC')
      .match(/[\p{L}\p{N}]{3,40}/gu) ?? []
  const telling = [...new Set(words)].filter((word) => !EMPTY_WORDS.has(word))
  return telling.slice(0, MOST_WORDS).map((word) => word.slice(0, Math.max(4, word.length - 2)))
}

/** Most outcomes that are looked at for one word, newest first. */
const MOST_PER_WORD = 500

/** Which part of what somebody says (rare words weigh more) an outcome must speak of, to be near it. */
const NEAR = 1 / 3

/**
 * Ids of outcomes of an organisation that everyone may read and that are about what `query` says, nearest first. One word in common is chance, unless it is the only
 * word; of several, two are needed, and words that stand in every outcome count for little.
 */
export async function outcomesAbout(db: Db, scope: Scope, query: string, limit: number): Promise<string[]> {
  const stems = stemsOf(query)
  if (stems.length === 0) return []
  const found = await Promise.all(stems.map((stem) => outcomesWith(db, scope, stem)))
  const all = new Set(found.flatMap((rows) => rows.map(({ id }) => id))).size
  const weights = found.map(({ length }) => (length === 0 ? 0 : Math.log(1 + all / length)))
  const near = new Map<string, { words: number; weight: number; publishedAt: string }>()
  found.forEach((rows, i) => {
    for (const { id, publishedAt } of rows) {
      const { words = 0, weight = 0 } = near.get(id) ?? {}
      near.set(id, { words: words + 1, weight: weight + (weights[i] ?? 0), publishedAt })
    }
  })
  const needed = weights.reduce((sum, weight) => sum + weight, 0) * NEAR
  return [...near]
    .filter(([, { words, weight }]) => words >= Math.min(2, stems.length) && weight >= needed)
    .sort(([, one], [, other]) => other.weight - one.weight || other.publishedAt.localeCompare(one.publishedAt))
    .slice(0, limit)
    .map(([id]) => id)
}

/** Outcomes that everyone may read with a word that begins like this. */
async function outcomesWith({ everywhere, engine }: Db, { organisationId }: Scope, stem: string) {
  const isPublic = sql`outcomes.organisation_id = ${organisationId} and outcomes.published_at is not null and outcomes.public_at is not null
    and outcomes.withdrawn_at is null`
  const newest = sql`order by outcomes.published_at desc, outcomes.id desc limit ${sql.lit(MOST_PER_WORD)}`
  const found =
    engine === 'postgres'
      ? sql<{ id: string; publishedAt: string }>`select id, published_at from outcomes
          where public_search @@ to_tsquery('simple', ${`'${stem}':*`}) and ${isPublic} ${newest}`
      : sql<{ id: string; publishedAt: string }>`select outcomes.id, outcomes.published_at from outcome_search
          join outcomes on outcomes.id = outcome_search.outcome_id where outcome_search match ${`"${stem}"*`} and ${isPublic} ${newest}`
  return (await found.execute(everywhere)).rows
}
