import { mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import Sqlite from 'better-sqlite3'
import { CamelCasePlugin, Kysely, PostgresDialect, SqliteDialect, sql } from 'kysely'
import pg from 'pg'
import { asDb, type Engine, type OpenDb } from './db.ts'
import { migrations } from './migrations/index.ts'
import type { Database } from './schema.ts'

/** Older versions can corrupt a database in WAL mode when it is reset. */
const LEAST_SQLITE = [3, 51, 3] as const
/** Blocks the whole process, so it is short: a request that can't be served now is better told to come back. */
const SQLITE_BUSY_MS = 100

/**
 * Opens `postgres://…`, or the SQLite file at `sqlite:<path>`, which is made when it is not there.
 * Throws when the engine is too old or does not keep what it acknowledged.
 */
export async function openDatabase({ url, connections = 10 }: { url: string; connections?: number }): Promise<OpenDb> {
  const engine: Engine = url.startsWith('sqlite:') ? 'sqlite' : 'postgres'
  const dialect = engine === 'sqlite' ? sqlite(url.slice('sqlite:'.length)) : postgres(url, connections)
  const kysely = new Kysely<Database>({ dialect, plugins: [new CamelCasePlugin()] })
  const db = { ...asDb(kysely, engine), close: () => kysely.destroy() }
  if (engine === 'postgres') await requireSynchronousCommit(db).catch((error) => db.close().then(() => Promise.reject(error)))
  return db
}

function sqlite(path: string) {
  mkdirSync(dirname(path), { recursive: true })
  const database = new Sqlite(path, { timeout: SQLITE_BUSY_MS })
  const version = String(database.prepare('select sqlite_version()').pluck().get())
  if (isOlder(version.split('.').map(Number), LEAST_SQLITE)) throw new Error(`SQLite ${version} is too old; ${LEAST_SQLITE.join('.')} is needed`)
  database.pragma('journal_mode = wal')
  database.pragma('synchronous = full')
  database.pragma('foreign_keys = on')
  const synchronous = database.pragma('synchronous', { simple: true })
  if (synchronous !== 2) throw new Error(`SQLite runs with synchronous=${synchronous}; an acknowledged item could be lost in a power cut`)

  // Preparing costs more than running; Kysely prepares anew for each query.
  const statements = new Map<string, Sqlite.Statement>()
  const prepare = (text: string) => {
    // A write that found no room has ended its transaction; ending it again would fail, and hide why.
    if (text === 'rollback' && !database.inTransaction) return { reader: false, run: () => ({}) }
    let statement = statements.get(text)
    if (!statement) {
      if (statements.size >= 500) statements.clear()
      statement = database.prepare(text)
      statements.set(text, statement)
    }
    return statement
  }
  return new SqliteDialect({ database: { prepare: prepare as never, close: () => database.close() } })
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

function isOlder(version: number[], least: readonly number[]) {
  const at = least.findIndex((part, i) => part !== version[i])
  return at >= 0 && (version[at] ?? 0) < (least[at] ?? 0)
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
