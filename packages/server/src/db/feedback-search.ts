import { type Kysely, sql } from 'kysely'
import type { Engine } from './db.ts'
import { forgetWords } from './search.ts'
import { foldWord, stemsOf } from './stems.ts'

/* The full-text index over what customers wrote. Beside the words themselves it holds `stems`, which the server makes, so that both engines find the same. */

/** Letters with an accent, with those without it, and all that separates words in SQLite's index but not in PostgreSQL's. */
function plainLetters(): [string, string] {
  const accented = Array.from({ length: 0x250 - 0xc0 }, (_, i) => String.fromCharCode(0xc0 + i)).filter((one) => /^[a-z]$/.test(foldWord(one)))
  const separators = '!"#$%&\'()*+,-./:;<=>?@[\\]^_`{|}~€‘’“”…–—'
  return [accented.join('') + separators, accented.map(foldWord).join('') + ' '.repeat(separators.length)]
}

const quoted = (text: string) => `'${text.replaceAll("'", "''")}'`

/** Makes the index anew, with the stems. */
export async function indexStems(db: Kysely<never>, engine: Engine) {
  const run = (statement: string) => sql.raw(statement).execute(db)
  if (engine === 'postgres') {
    const [from, to] = plainLetters().map(quoted)
    await run('set local statement_timeout = 0')
    await run('alter table feedback_items drop column search')
    await run(`alter table feedback_items add column search tsvector generated always as
      (to_tsvector('simple', translate(message, ${from}, ${to})) || to_tsvector('simple', coalesce(stems, ''))) stored`)
    await run('create index feedback_items_search on feedback_items using gin (search)')
    return
  }
  for (const trigger of ['insert', 'delete', 'update']) await run(`drop trigger feedback_search_${trigger}`)
  await run('drop table feedback_search')
  await run(`create virtual table feedback_search using fts5 (message, stems, content = 'feedback_items', content_rowid = 'seq',
    tokenize = 'unicode61 remove_diacritics 2', prefix = '2 3')`)
  const add = 'insert into feedback_search (rowid, message, stems) values (new.seq, new.message, new.stems)'
  const remove = `insert into feedback_search (feedback_search, rowid, message, stems) values ('delete', old.seq, old.message, old.stems)`
  await run(`create trigger feedback_search_insert after insert on feedback_items begin ${add}; end`)
  await run(`create trigger feedback_search_delete after delete on feedback_items begin ${remove}; end`)
  await run(`create trigger feedback_search_update after update of message, stems on feedback_items begin ${remove}; ${add}; end`)
  await run(`insert into feedback_search (feedback_search) values ('rebuild')`)
  await forgetWords(db, engine)
}

/** What is looked for in a text; all of it must hold. Words are folded; a phrase is its words. */
export interface TextQuery {
  words: string[]
  /** Whether the last of the words may be unfinished. */
  isOpen: boolean
  phrases: string[][]
  without: string[][]
}

const forms = (word: string) => [word, ...stemsOf(word)]

const inFts = (word: string, isOpen: boolean) =>
  `(${forms(word)
    .map((form, i) => `"${form}"${isOpen && i === 0 ? '*' : ''}`)
    .join(' OR ')})`
const phraseInFts = (words: string[]) => `{message} : "${words.join(' ')}"`

/** The query for FTS5; null when it only says what must not be there. */
export function ftsOf({ words, isOpen, phrases }: TextQuery): string | null {
  const wanted = [...words.map((word, i) => inFts(word, isOpen && i === words.length - 1)), ...phrases.map(phraseInFts)]
  return wanted.length > 0 ? wanted.join(' AND ') : null
}

/** What must not be there, for FTS5; null when nothing is. */
export const unwantedInFts = ({ without }: TextQuery): string | null =>
  without.length > 0 ? without.map((words) => (words.length === 1 ? inFts(words[0] ?? '', false) : phraseInFts(words))).join(' OR ') : null

const inTs = (word: string, isOpen: boolean) =>
  `(${forms(word)
    .map((form, i) => `'${form}'${isOpen && i === 0 ? ':*' : ''}`)
    .join(' | ')})`
const phraseInTs = (words: string[]) => `(${words.map((word) => `'${word}'`).join(' <-> ')})`

/** The query for PostgreSQL. */
export function tsqueryOf({ words, isOpen, phrases, without }: TextQuery): string {
  return [
    ...words.map((word, i) => inTs(word, isOpen && i === words.length - 1)),
    ...phrases.map(phraseInTs),
    ...without.map((one) => `!${one.length === 1 ? inTs(one[0] ?? '', false) : phraseInTs(one)}`),
  ].join(' & ')
}
