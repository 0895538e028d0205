import { type RawBuilder, sql } from 'kysely'
import type { Engine } from './db.ts'

/** A set of ids as one parameter, for `in`: a list of thousands as parameters of their own costs more than the query does. */
export function idsIn(engine: Engine, ids: Iterable<string>): RawBuilder<string> {
  const list = JSON.stringify([...ids])
  return engine === 'postgres' ? sql<string>`(select json_array_elements_text(${list}::json))` : sql<string>`(select value from json_each(${list}))`
}
