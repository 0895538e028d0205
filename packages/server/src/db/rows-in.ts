import { type RawBuilder, sql } from 'kysely'
import type { Engine } from './db.ts'

type ColumnType = 'text' | 'integer' | 'double precision'
export type Columns = Record<string, ColumnType>

/**
 * Rows as one parameter, to be selected from: a statement for hundreds of rows costs little more than one for a single row, where one for each would cost as much as all the
 * rest. Names are those of SQL; what a row lacks is null. Give it a name of your own behind it.
 */
export function rowsIn(engine: Engine, columns: Columns, rows: readonly Record<string, unknown>[]): RawBuilder<unknown> {
  const list = JSON.stringify(rows)
  const names = Object.entries(columns)
  if (engine === 'postgres') {
    const types = names.map(([name, type]) => `${name} ${type}`).join(', ')
    return sql`(select * from json_to_recordset(${list}::json) as given (${sql.raw(types)}))`
  }
  const picked = names.map(([name]) => `value ->> '$.${name}' as ${name}`).join(', ')
  return sql`(select ${sql.raw(picked)} from json_each(${list}))`
}
