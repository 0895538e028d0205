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
  const built = new Map<Engine, CompiledQuery<Row>>()
  return async (db, params) => {
    let query = built.get(db.engine)
    if (!query) {
      query = build(db, placeholders as Params).compile()
      built.set(db.engine, query)
    }
    const parameters = query.parameters.map((value) => (value instanceof Placeholder ? params[value.name as keyof Params] : value))
    return db.ask(query, parameters)
  }
}

type NewRow<Table extends keyof TenantTables> = Omit<Insertable<Database[Table]>, 'organisationId'>

/**
 * Makes the insert of a whole row of a tenant's table, built once: `db.within(scope).insertInto(table, row)` for where it happens at every
 * submission. `columns` names its columns beside the organisation's; those left out are null.
 */
export function insertInto<Table extends keyof TenantTables, Column extends keyof NewRow<Table> & string>(
  table: Table,
  columns: readonly Column[],
): (db: Db, scope: Scope, row: Pick<NewRow<Table>, Column>) => Promise<void> {
  const insert = prepared((db: Db, params: Record<string, unknown>) =>
    db.everywhere.insertInto(table).values(Object.fromEntries([...columns, 'organisationId'].map((column) => [column, params[column]])) as never),
  )
  return async (db, { organisationId }, row) => {
    await insert(db, { ...row, organisationId })
  }
}
