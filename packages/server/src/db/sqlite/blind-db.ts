import { type CompiledQuery, DummyDriver, Kysely } from 'kysely'
import { asDb, type Db } from '../db.ts'
import type { Database } from '../schema.ts'
import type { Question } from './connection.ts'
import { CamelCaseQueries, sqliteDialect } from './dialect.ts'
import type { SqliteFile } from './file.ts'

class RefusingDriver extends DummyDriver {
  override acquireConnection(): never {
    throw new Error('A blind change asks prepared queries only; this one was not')
  }
}

/**
 * Makes databases for changes that read nothing of what they write: what they read is read now, what they write is written down in `book`, for
 * the thread that writes. They ask prepared queries only.
 */
export function blindDbsOf(file: SqliteFile): (book: Question[]) => Db {
  const builder = new Kysely<Database>({
    dialect: { ...sqliteDialect(file), createDriver: () => new RefusingDriver() },
    plugins: [new CamelCaseQueries()],
  })
  const db = asDb(builder, 'sqlite', file)
  return (book) => ({
    ...db,
    ask: async <Row>({ sql }: CompiledQuery<Row>, parameters: readonly unknown[]) => {
      if (file.isReading(sql)) return file.readNow({ sql, parameters }) as Row[]
      book.push({ sql, parameters })
      return []
    },
  })
}
