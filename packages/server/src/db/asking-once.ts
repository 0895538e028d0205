import type { CompiledQuery } from 'kysely'
import { askingTogether } from './asking-together.ts'
import type { Db } from './db.ts'

/**
 * The same database, of which the same prepared question is asked once, and the same with other values together: for letters that are written at one moment, and have most of what they say in
 * common. Only for reading, and to be let go of when that moment is over.
 */
export function askingOnce(db: Db): Db {
  const answers = new Map<string, Promise<unknown[]>>()
  // SQLite answers what is asked at one moment from one view of the file, and has no way to go.
  const ask = db.engine === 'postgres' ? askingTogether(db) : db.ask
  return {
    ...db,
    ask: <Row>(query: CompiledQuery<Row>, parameters: readonly unknown[]) => {
      const question = JSON.stringify([query.sql, parameters])
      const known = answers.get(question) ?? ask(query, parameters)
      answers.set(question, known)
      return known as Promise<Row[]>
    },
  }
}
