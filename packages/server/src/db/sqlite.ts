import { mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import Sqlite from 'better-sqlite3'
import {
  type CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  type Driver,
  type Kysely,
  type LimitNode,
  type QueryResult,
  SqliteAdapter,
  SqliteIntrospector,
  SqliteQueryCompiler,
  ValueNode,
} from 'kysely'

/** Older versions can corrupt a database in WAL mode when it is reset. */
const LEAST_SQLITE = [3, 51, 3] as const
/** Blocks the whole process, so it is short: a request that can't be served now is better told to come back. */
const BUSY_MS = 100
const MOST_STATEMENTS = 500

/** What is asked of the database: its text and the values for it. */
export type Question = Pick<CompiledQuery, 'sql' | 'parameters'>
type Row = Record<string, unknown>

interface Prepared {
  statement: Sqlite.Statement
  /** The columns of its rows as the code names them; null where it gives none. */
  names: string[] | null
}

interface Asked {
  question: Question
  resolve: (rows: Row[]) => void
  reject: (error: unknown) => void
}

/**
 * An SQLite file as two connections: one that writes, one transaction after the other, and one that reads what is committed and waits for
 * nobody. Throws when SQLite is too old or does not keep what it acknowledged.
 */
export class SqliteFile {
  private readonly writer: Connection
  private readonly reader: Connection
  private asked: Asked[] = []

  constructor(path: string) {
    mkdirSync(dirname(path), { recursive: true })
    this.writer = new Connection(path)
    const { database } = this.writer
    requireVersion(database)
    database.pragma('journal_mode = wal')
    database.pragma('synchronous = full')
    database.pragma('foreign_keys = on')
    const synchronous = database.pragma('synchronous', { simple: true })
    if (synchronous !== 2) throw new Error(`SQLite runs with synchronous=${synchronous}; an acknowledged item could be lost in a power cut`)
    this.reader = new Connection(path)
    this.reader.database.pragma('query_only = on')
  }

  isReading(sql: string): boolean {
    return this.reader.prepare(sql).statement.readonly
  }

  /**
   * Reads what is committed. What is asked in one turn of the event loop is answered together, from one view of the database: taking the lock
   * for each costs as much as a small read does, and answers that leave together cost less too.
   */
  read(question: Question): Promise<Row[]> {
    return new Promise((resolve, reject) => {
      if (this.asked.length === 0) setImmediate(() => this.answer())
      this.asked.push({ question, resolve, reject })
    })
  }

  private answer() {
    const { database } = this.reader
    const asked = this.asked
    this.asked = []
    try {
      database.exec('begin')
    } catch (error) {
      for (const { reject } of asked) reject(error)
      return
    }
    for (const { question, resolve, reject } of asked) {
      try {
        resolve(this.reader.rows(question))
      } catch (error) {
        reject(error)
      }
    }
    if (database.inTransaction) database.exec('commit')
  }

  /** Writes, within the transaction that is open or as one of its own. */
  write(question: Question): QueryResult<Row> {
    return this.writer.run(question)
  }

  begin() {
    this.writer.database.exec('begin')
  }

  commit() {
    this.writer.database.exec('commit')
  }

  rollback() {
    // A write that found no room has ended its transaction; ending it again would fail, and hide why.
    if (this.writer.database.inTransaction) this.writer.database.exec('rollback')
  }

  close() {
    if (this.asked.length > 0) this.answer()
    this.reader.database.close()
    this.writer.database.close()
  }
}

/** A connection that prepares each text once: preparing costs more than running. */
class Connection {
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

  run(question: Question): QueryResult<Row> {
    const { statement, names } = this.prepare(question.sql)
    if (names) return { rows: this.rows(question) }
    const { changes, lastInsertRowid } = statement.run(question.parameters)
    return { rows: [], numAffectedRows: BigInt(changes), insertId: BigInt(lastInsertRowid) }
  }
}

/** Names in SQL are snake_case, in the code camelCase. */
const camelCase = (name: string) => name.replace(/_+([a-z0-9])/g, (_, letter: string) => letter.toUpperCase())

function toRows(lists: unknown[][], names: string[]): Row[] {
  return lists.map((values) => {
    const row: Row = {}
    for (let i = 0; i < names.length; i++) row[names[i] as string] = values[i]
    return row
  })
}

function requireVersion(database: Sqlite.Database) {
  const version = String(database.prepare('select sqlite_version()').pluck().get())
  const found = version.split('.').map(Number)
  const at = LEAST_SQLITE.findIndex((part, i) => part !== found[i])
  if (at >= 0 && (found[at] ?? 0) < (LEAST_SQLITE[at] ?? 0)) throw new Error(`SQLite ${version} is too old; ${LEAST_SQLITE.join('.')} is needed`)
}

/** How Kysely speaks to the file. */
export const sqliteDialect = (file: SqliteFile): Dialect => ({
  createAdapter: () => new SqliteAdapter(),
  createDriver: () => new FileDriver(file),
  createIntrospector: (db: Kysely<never>) => new SqliteIntrospector(db),
  createQueryCompiler: () => new LiteralLimits(),
})

/** Writes a limit into the text: SQLite plans a query anew each time that a bound limit changes or comes again. */
class LiteralLimits extends SqliteQueryCompiler {
  protected override visitLimit(node: LimitNode) {
    const limit = ValueNode.is(node.limit) ? node.limit.value : undefined
    if (Number.isInteger(limit)) this.append(`limit ${limit}`)
    else super.visitLimit(node)
  }
}

/** A place in the row of those who want to write. */
class Lane implements DatabaseConnection {
  release: (() => void) | undefined

  constructor(
    private readonly file: SqliteFile,
    private readonly turns: Turns,
  ) {}

  async executeQuery<R>(query: CompiledQuery): Promise<QueryResult<R>> {
    return (await this.ask(query)) as QueryResult<R>
  }

  private async ask(query: CompiledQuery): Promise<QueryResult<Row>> {
    if (this.release) return this.file.write(query)
    if (this.file.isReading(query.sql)) return { rows: await this.file.read(query) }
    const release = await this.turns.take()
    try {
      return this.file.write(query)
    } finally {
      release()
    }
  }

  // biome-ignore lint/correctness/useYield: the interface wants it; nothing here streams
  async *streamQuery(): AsyncIterableIterator<never> {
    throw new Error('Read pages of rows; SQLite has them at once')
  }

  async begin() {
    this.release = await this.turns.take()
    try {
      this.file.begin()
    } catch (error) {
      this.end()
      throw error
    }
  }

  commit() {
    this.file.commit()
    this.end()
  }

  rollback() {
    try {
      this.file.rollback()
    } finally {
      this.end()
    }
  }

  private end() {
    this.release?.()
    this.release = undefined
  }
}

/** Lets one write after the other. */
class Turns {
  private last: Promise<void> = Promise.resolve()

  async take(): Promise<() => void> {
    const before = this.last
    let release = () => {}
    this.last = new Promise((resolve) => {
      release = resolve
    })
    await before
    return release
  }
}

class FileDriver implements Driver {
  private readonly turns = new Turns()

  constructor(private readonly file: SqliteFile) {}

  async init() {}

  async acquireConnection(): Promise<Lane> {
    return new Lane(this.file, this.turns)
  }

  beginTransaction = (lane: Lane) => lane.begin()

  async commitTransaction(lane: Lane) {
    lane.commit()
  }

  async rollbackTransaction(lane: Lane) {
    lane.rollback()
  }

  async releaseConnection() {}

  async destroy() {
    const last = await this.turns.take()
    this.file.close()
    last()
  }
}
