import {
  type CompiledQuery,
  type DeleteQueryBuilder,
  type DeleteResult,
  type Insertable,
  type InsertQueryBuilder,
  type InsertResult,
  type Kysely,
  type SelectQueryBuilder,
  sql,
  type UpdateQueryBuilder,
  type UpdateResult,
} from 'kysely'
import { keepName } from './named-acts.ts'
import type { Database, TenantTables } from './schema.ts'
import type { NamedAct, Scope } from './scope.ts'
import type { SqliteFile } from './sqlite/file.ts'

export type Engine = 'sqlite' | 'postgres'
type TenantTable = keyof TenantTables
type NewRow<Table extends TenantTable> = Omit<Insertable<Database[Table]>, 'organisationId'>

/** A query that can be written as text with parameters. */
export interface Compilable<Row> {
  compile(): CompiledQuery<Row>
}

/** Queries that can see and touch one organisation only. */
export interface TenantQueries {
  selectFrom<Table extends TenantTable>(table: Table): SelectQueryBuilder<Database, Table, object>
  insertInto<Table extends TenantTable>(table: Table, rows: NewRow<Table> | NewRow<Table>[]): InsertQueryBuilder<Database, Table, InsertResult>
  updateTable<Table extends TenantTable>(table: Table): UpdateQueryBuilder<Database, Table, Table, UpdateResult>
  deleteFrom<Table extends TenantTable>(table: Table): DeleteQueryBuilder<Database, Table, DeleteResult>
}

/**
 * A database, or the inside of a transaction on it. A store reads and writes through `within(scope)`, so that no query can reach
 * another tenant's rows; `everywhere` is for the few that find out which tenant it is (a session, a site key, the worker's queue).
 */
export interface Db {
  readonly engine: Engine
  readonly everywhere: Kysely<Database>
  within(scope: Scope): TenantQueries
  /**
   * The same, for rows that are named one by one, hundreds at a time: they are looked up by what names them. Of a list SQLite can't tell how long it is, and would rather look
   * through all that the organisation has.
   */
  named(scope: Scope): TenantQueries
  /** Takes down on whose behalf something is changed in this transaction, so that what they do is kept under its name. What is written `within` a scope does so by itself. */
  notes(scope: Scope): void
  /** Runs a query that was compiled before, with these values for its parameters. */
  ask<Row>(query: CompiledQuery<Row>, parameters: readonly unknown[]): Promise<Row[]>
  /** Runs a query that looks at many rows where it holds up nobody else. Outside of a transaction it sees what is committed. */
  scan<Row>(query: Compilable<Row>): Promise<Row[]>
  /** Writes all of it in one transaction where it holds up nobody else, for what happens in the background. Not within a transaction. */
  writeApart(changes: Compilable<unknown>[]): Promise<void>
  /** The file itself, where it is one. */
  readonly file: SqliteFile | undefined
}

/** An open database; `close` waits for what runs. */
export interface OpenDb extends Db {
  close(): Promise<void>
}

type Notes = Db['notes']

function tenantQueries(kysely: Kysely<Database>, scope: Scope, notes: Notes, isNamed: boolean): TenantQueries {
  const { organisationId } = scope
  // Kysely cannot follow a generic table name; each query is narrowed by the signature above instead.
  const db = kysely as unknown as Kysely<Pick<Database, 'goals'>>
  const column = (table: string) => `${table as 'goals'}.organisationId` as const
  // What is computed has no index.
  const theirs = (table: string) => (isNamed ? sql<string>`${sql.ref(column(table))} || ''` : sql.ref<string>(column(table)))
  const writing = () => {
    notes(scope)
    return db
  }
  return {
    selectFrom: (table: string) => db.selectFrom(table as 'goals').where(theirs(table), '=', organisationId),
    insertInto: (table: string, rows: object | object[]) =>
      writing()
        .insertInto(table as 'goals')
        .values([rows].flat().map((row) => ({ ...row, organisationId }) as unknown as Insertable<Database['goals']>)),
    updateTable: (table: string) =>
      writing()
        .updateTable(table as 'goals')
        .where(theirs(table), '=', organisationId),
    deleteFrom: (table: string) =>
      writing()
        .deleteFrom(table as 'goals')
        .where(theirs(table), '=', organisationId),
  } as unknown as TenantQueries
}

/** What is changed outside of a transaction is kept with nothing else. */
const notesNothing: Notes = () => {}

export const asDb = (kysely: Kysely<Database>, engine: Engine, file?: SqliteFile, notes: Notes = notesNothing): Db => ({
  engine,
  file,
  notes,
  everywhere: kysely,
  within: (scope) => tenantQueries(kysely, scope, notes, false),
  named: (scope) => tenantQueries(kysely, scope, notes, true),
  ask: async <Row>(query: CompiledQuery<Row>, parameters: readonly unknown[]) => {
    // Past Kysely, which does more for a small query than SQLite does.
    if (file && kysely.isTransaction) return file.write({ sql: query.sql, parameters }).rows as Row[]
    if (file?.isReading(query.sql)) return (await file.read({ sql: query.sql, parameters })) as Row[]
    return (await kysely.executeQuery<Row>({ ...query, parameters })).rows
  },
  scan: async <Row>(query: Compilable<Row>) => {
    const compiled = query.compile()
    if (file && !kysely.isTransaction) return (await file.scan(compiled)) as Row[]
    return (await kysely.executeQuery<Row>(compiled)).rows
  },
  writeApart: async (changes) => {
    const compiled = changes.map((change) => change.compile())
    if (compiled.length === 0) return
    if (file) return file.writeInThread(compiled)
    await kysely.transaction().execute(async (trx) => {
      for (const change of compiled) await trx.executeQuery(change)
    })
  },
})

/**
 * Runs `change` in one transaction, or in the one that is already open: all of it happens, or nothing.
 * Inside, use only the inner `db` (name it `db`, so that it hides the outer): on SQLite the outer waits for ever.
 */
export async function transact<Result>(db: Db, change: (db: Db) => Promise<Result>): Promise<Result> {
  if (db.everywhere.isTransaction) return change(db)
  const acts = new Map<NamedAct, Scope>()
  const notes = (scope: Scope) => {
    if (scope.act && !scope.act.isKept) acts.set(scope.act, scope)
  }
  const result = await db.everywhere.transaction().execute(async (trx) => {
    const inner = asDb(trx, db.engine, db.file, notes)
    const result = await change(inner)
    for (const [act, scope] of acts) await keepName(inner, scope, act)
    return result
  })
  for (const act of acts.keys()) act.isKept = true
  return result
}
