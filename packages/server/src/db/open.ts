import { CamelCasePlugin, Kysely, PostgresDialect, sql } from 'kysely'
import pg from 'pg'
import { asDb, type OpenDb } from './db.ts'
import { migrations } from './migrations/index.ts'
import type { Database } from './schema.ts'
import { CamelCaseQueries, sqliteDialect } from './sqlite/dialect.ts'
import { SqliteFile } from './sqlite/file.ts'

/**
 * Opens `postgres://…`, or the SQLite file at `sqlite:<path>`, which is made when it is not there.
 * Throws when the engine is too old or does not keep what it acknowledged.
 */
export async function openDatabase({ url, connections = 10 }: { url: string; connections?: number }): Promise<OpenDb> {
  if (url.startsWith('sqlite:')) return openSqlite(url.slice('sqlite:'.length))
  const kysely = new Kysely<Database>({ dialect: postgres(url, connections), plugins: [new CamelCasePlugin()] })
  const db = { ...asDb(kysely, 'postgres'), close: () => kysely.destroy() }
  await requireSynchronousCommit(db).catch((error) => db.close().then(() => Promise.reject(error)))
  return db
}

function openSqlite(path: string): OpenDb {
  const file = new SqliteFile(path)
  const kysely = new Kysely<Database>({ dialect: sqliteDialect(file), plugins: [new CamelCaseQueries()] })
  return { ...asDb(kysely, 'sqlite', file), close: () => kysely.destroy() }
}

function postgres(url: string, connections: number) {
  // A bigint (a count) comes as text unless told; ours fit in a number.
  pg.types.setTypeParser(pg.types.builtins.INT8, Number)
  const pool = new pg.Pool({
    connectionString: url,
    max: connections,
    connectionTimeoutMillis: 5_000,
    options: '-c lock_timeout=5s -c statement_timeout=60s',
  })
  // Without a listener a connection that breaks while idle ends the process; the next query reports it anyway.
  pool.on('error', () => {})
  // Nor may one that breaks while it is lent out, between two queries of a transaction.
  pool.on('connect', (client) => client.on('error', () => {}))
  return new PostgresDialect({ pool })
}

async function requireSynchronousCommit({ everywhere }: OpenDb) {
  const { rows } = await sql<{ value: string }>`select current_setting('synchronous_commit') as value`.execute(everywhere)
  if (rows[0]?.value === 'off') throw new Error('PostgreSQL runs with synchronous_commit=off; an acknowledged item could be lost in a power cut')
}

/** Brings the tables to the newest form, each step in a transaction. Several processes may start at once. */
export async function migrate(db: OpenDb): Promise<void> {
  const { everywhere } = db
  await sql`create table if not exists migrations (name text primary key, applied_at text not null)`.execute(everywhere)
  await everywhere.transaction().execute(async (trx) => {
    if (db.engine === 'postgres') await sql`select pg_advisory_xact_lock(4711)`.execute(trx)
    const applied = new Set((await sql<{ name: string }>`select name from migrations`.execute(trx)).rows.map(({ name }) => name))
    for (const { name, up } of migrations) {
      if (applied.has(name)) continue
      await up(trx as unknown as Kysely<never>, db.engine)
      await sql`insert into migrations (name, applied_at) values (${name}, ${new Date().toISOString()})`.execute(trx)
    }
  })
}

/** True when every migration has run and the database answers. */
export async function isReady({ everywhere }: OpenDb): Promise<boolean> {
  const { rows } = await sql<{ name: string }>`select name from migrations`.execute(everywhere)
  return migrations.every(({ name }) => rows.some((row) => row.name === name))
}
