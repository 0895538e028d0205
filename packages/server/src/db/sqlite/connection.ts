import Sqlite from 'better-sqlite3'
import type { CompiledQuery, QueryResult } from 'kysely'

/** Blocks the whole process, so it is short: a request that can't be served now is better told to come back. */
export const BUSY_MS = 100
/** Pages of the journal (16 MB of it) after which it is moved into the file: a page that many write is moved once, not for each. */
export const CHECKPOINT_PAGES = 4000
const MOST_STATEMENTS = 500

/** What is asked of the database: its text and the values for it. */
export type Question = Pick<CompiledQuery, 'sql' | 'parameters'>
export type Row = Record<string, unknown>

interface Prepared {
  statement: Sqlite.Statement
  /** The columns of its rows as the code names them; null where it gives none. */
  names: string[] | null
}

/** A connection that prepares each text once: preparing costs more than running. */
export class Connection {
  readonly database: Sqlite.Database
  private readonly prepared = new Map<string, Prepared>()

  constructor(path: string) {
    this.database = new Sqlite(path, { timeout: BUSY_MS })
  }

  prepare(sql: string): Prepared {
    const known = this.prepared.get(sql)
    if (known) return known
    if (this.prepared.size >= MOST_STATEMENTS) this.prepared.clear()
    const statement = this.database.prepare(sql)
    const names = statement.reader ? statement.columns().map(({ name }) => camelCase(name)) : null
    if (names) statement.raw(true)
    const prepared = { statement, names }
    this.prepared.set(sql, prepared)
    return prepared
  }

  rows({ sql, parameters }: Question): Row[] {
    const { statement, names } = this.prepare(sql)
    return toRows(statement.all(parameters) as unknown[][], names ?? [])
  }

  runAll(questions: Question[]) {
    this.database.transaction(() => {
      for (const question of questions) this.run(question)
    })()
  }

  run(question: Question): QueryResult<Row> {
    const { statement, names } = this.prepare(question.sql)
    if (names) return { rows: this.rows(question) }
    const { changes, lastInsertRowid } = statement.run(question.parameters)
    return { rows: [], numAffectedRows: BigInt(changes), insertId: BigInt(lastInsertRowid) }
  }
}

/** Names in SQL are snake_case, in the code camelCase. */
const camelCase = (name: string) => name.replace(/_+([a-z0-9])/g, (_, letter: string) => letter.toUpperCase())

/** Rows as the code names their columns, out of lists as SQLite gives them. */
export const toNamedRows = (lists: unknown[][], columns: string[]): Row[] => toRows(lists, columns.map(camelCase))

function toRows(lists: unknown[][], names: string[]): Row[] {
  return lists.map((values) => {
    const row: Row = {}
    for (let i = 0; i < names.length; i++) row[names[i] as string] = values[i]
    return row
  })
}
