import type { CompiledQuery, Insertable } from 'kysely'
import type { Db, Engine } from './db.ts'
import type { Database, TenantTables } from './schema.ts'
import type { Scope } from './scope.ts'

class Placeholder {
  constructor(readonly name: string | symbol) {}
}

const placeholders = new Proxy(
  {},
  {
    get: (_, name) => new Placeholder(name),
    ownKeys: () => {
      throw new Error('A prepared query names each of its parameters; there are no others to spread')
    },
  },
)

interface Compilable<Row> {
  compile(): CompiledQuery<Row>
}

/**
 * A query that is built once and then only given its parameters: building costs several times what a small query does. For what every
 * submission and every look at a status asks. `build` sees stand-ins for the parameters, so it must not decide anything by their values.
 */
export function prepared<Params extends object, Row>(build: (db: Db, params: Params) => Compilable<Row>): (db: Db, params: Params) => Promise<Row[]> {
  const built = perEngine((db) => build(db, placeholders as Params))
  return async (db, params) => {
    const query = built(db)
    const parameters = query.parameters.map((value) => (value instanceof Placeholder ? params[value.name as keyof Params] : value))
    return db.ask(query, parameters)
  }
}

type NewRow<Table extends keyof TenantTables> = Omit<Insertable<Database[Table]>, 'organisationId'>

/** A value of a column; where a text holds JSON, what it says may be given as it is. */
type Given<Value> = Value extends string ? Value | object : Value

/**
 * Makes the insert of a whole row of a tenant's table, built once: `db.within(scope).insertInto(table, row)` for where it happens at every
 * submission. `columns` names its columns beside the organisation's; those left out are null. Lists and records become JSON.
 */
export function insertInto<Table extends keyof TenantTables, Column extends keyof NewRow<Table> & string>(
  table: Table,
  columns: readonly Column[],
): (db: Db, scope: Scope, row: { [Name in Column]: Given<NewRow<Table>[Name]> }) => Promise<void> {
  const build = perEngine((db: Db) =>
    db.everywhere.insertInto(table).values(Object.fromEntries([...columns, 'organisationId'].map((column) => [column, null])) as never),
  )
  return async (db, scope, row) => {
    db.notes(scope)
    const values: unknown[] = columns.map((column) => asStored(row[column]))
    values.push(scope.organisationId)
    await db.ask(build(db), values)
  }
}

const asStored = (value: unknown) => (typeof value === 'object' && value !== null ? JSON.stringify(value) : value)

/** Builds a query when an engine asks it for the first time. */
function perEngine<Row>(build: (db: Db) => Compilable<Row>): (db: Db) => CompiledQuery<Row> {
  const built = new Map<Engine, CompiledQuery<Row>>()
  return (db) => {
    const known = built.get(db.engine)
    if (known) return known
    const query = build(db).compile()
    built.set(db.engine, query)
    return query
  }
}
