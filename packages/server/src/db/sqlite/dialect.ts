import {
  CamelCasePlugin,
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
  type UnknownRow,
  ValueNode,
} from 'kysely'
import type { Row } from './connection.ts'
import type { SqliteFile } from './file.ts'

/** How Kysely speaks to the file. */
export const sqliteDialect = (file: SqliteFile): Dialect => ({
  createAdapter: () => new SqliteAdapter(),
  createDriver: () => new FileDriver(file),
  createIntrospector: (db: Kysely<never>) => new SqliteIntrospector(db),
  createQueryCompiler: () => new LiteralLimits(),
})

/** For the rows of the file, which come with their names in camelCase already. */
export class CamelCaseQueries extends CamelCasePlugin {
  override async transformResult({ result }: { result: QueryResult<UnknownRow> }) {
    return result
  }
}

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

  constructor(private readonly file: SqliteFile) {}

  async executeQuery<R>(query: CompiledQuery): Promise<QueryResult<R>> {
    return (await this.ask(query)) as QueryResult<R>
  }

  private async ask(query: CompiledQuery): Promise<QueryResult<Row>> {
    if (this.release) return this.file.write(query)
    if (this.file.isReading(query.sql)) return { rows: await this.file.read(query) }
    const release = await this.file.turns.take()
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
    this.release = await this.file.turns.take()
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

class FileDriver implements Driver {
  constructor(private readonly file: SqliteFile) {}

  async init() {}

  async acquireConnection(): Promise<Lane> {
    return new Lane(this.file)
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
    await this.file.close()
  }
}
