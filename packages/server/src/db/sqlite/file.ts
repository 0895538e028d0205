import { mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import type Sqlite from 'better-sqlite3'
import type { QueryResult } from 'kysely'
import { CHECKPOINT_PAGES, Connection, type Question, type Row } from './connection.ts'
import { ReaderThread } from './reading.ts'
import { WriterThread } from './thread.ts'

/** Older versions can corrupt a database in WAL mode when it is reset. */
const LEAST_SQLITE = [3, 51, 3] as const

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
  /** Whoever writes takes a turn, here or in the thread. */
  readonly turns = new Turns()
  private readonly writer: Connection
  private readonly reader: Connection
  private asked: Asked[] = []
  private thread: WriterThread | undefined
  private scanner: ReaderThread | undefined
  /** The turn that the thread has or waits for, and how many groups it is given in it. */
  private threadTurn: { taken: Promise<() => void>; groups: number } | undefined

  constructor(private readonly path: string) {
    mkdirSync(dirname(path), { recursive: true })
    this.writer = new Connection(path)
    const { database } = this.writer
    requireVersion(database)
    database.pragma('journal_mode = wal')
    database.pragma('synchronous = full')
    database.pragma('foreign_keys = on')
    database.pragma(`wal_autocheckpoint = ${CHECKPOINT_PAGES}`)
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

  /** Reads at once, for one who is to be answered with many others. */
  readNow(question: Question): Row[] {
    return this.reader.rows(question)
  }

  /** Reads what looks at many rows in a thread of its own: here, nobody else would be answered meanwhile. */
  scan(question: Question): Promise<Row[]> {
    this.scanner ??= new ReaderThread(this.path, () => {
      this.scanner = undefined
    })
    return this.scanner.ask(question)
  }

  /** Gives all that is read at once during `work` one view of the database: taking the lock for each costs as much as a small read does. */
  async inOneView(work: () => Promise<void>): Promise<void> {
    const { database } = this.reader
    if (database.inTransaction) return work()
    database.exec('begin')
    try {
      await work()
    } finally {
      if (database.inTransaction) database.exec('commit')
    }
  }

  private answer() {
    const { database } = this.reader
    const asked = this.asked
    this.asked = []
    const alone = !database.inTransaction
    try {
      // A view that stands open for others is older than what was committed since, such as what the one who asks has just been told is kept.
      if (!alone) database.exec('commit')
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
    if (alone && database.inTransaction) database.exec('commit')
  }

  /** Writes, within the transaction that is open or as one of its own. */
  write(question: Question): QueryResult<Row> {
    return this.writer.run(question)
  }

  /** Writes all of it in one transaction, or rejects with SQLite's error and has written nothing. In the thread when it is at work already. */
  async writeAll(changes: Question[]): Promise<void> {
    if (this.threadTurn) return this.writeInThread(changes)
    const release = await this.turns.take()
    try {
      this.writer.runAll(changes)
    } finally {
      release()
    }
  }

  /**
   * The same in a thread of its own, which writes what waits for it together and refuses it together. It keeps its turn while more comes, until
   * somebody else waits for one.
   */
  async writeInThread(changes: Question[]): Promise<void> {
    if (!this.threadTurn || this.turns.isWanted) this.threadTurn = { taken: this.turns.take(), groups: 0 }
    const turn = this.threadTurn
    turn.groups++
    const release = await turn.taken
    try {
      this.thread ??= new WriterThread(this.path, () => {
        this.thread = undefined
      })
      await this.thread.write(changes)
    } finally {
      turn.groups--
      if (turn.groups === 0) {
        if (this.threadTurn === turn) this.threadTurn = undefined
        release()
      }
    }
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

  async close() {
    const last = await this.turns.take()
    if (this.asked.length > 0) this.answer()
    await this.thread?.close()
    await this.scanner?.close()
    this.reader.database.close()
    this.writer.database.close()
    last()
  }
}

function requireVersion(database: Sqlite.Database) {
  const version = String(database.prepare('select sqlite_version()').pluck().get())
  const found = version.split('.').map(Number)
  const at = LEAST_SQLITE.findIndex((part, i) => part !== found[i])
  if (at >= 0 && (found[at] ?? 0) < (LEAST_SQLITE[at] ?? 0)) throw new Error(`SQLite ${version} is too old; ${LEAST_SQLITE.join('.')} is needed`)
}

/** Lets one write after the other. */
class Turns {
  private last: Promise<void> = Promise.resolve()
  private waiting = 0

  get isWanted() {
    return this.waiting > 0
  }

  async take(): Promise<() => void> {
    const before = this.last
    let release = () => {}
    this.last = new Promise((resolve) => {
      release = resolve
    })
    this.waiting++
    await before
    this.waiting--
    return release
  }
}
