import { copyFile, mkdtemp, rm } from 'node:fs/promises'
import { basename, join } from 'node:path'
import pg from 'pg'
import type { OpenDb } from '../src/db/db.ts'
import { migrate, openDatabase } from '../src/db/open.ts'
import { runFolder } from './global-setup.ts'
import { createDatabase, databaseUrl, serverUrl } from './postgres.ts'

export interface OpenedDatabase {
  db: OpenDb
  /** For a second connection, as another process would have. */
  url: string
  close(): Promise<void>
}

export interface Engine {
  engine: 'sqlite' | 'postgres'
  /** A migrated, empty database of its own. */
  open(): Promise<OpenedDatabase>
}

/** For `describe.each(engines)('$engine', …)`. */
export const engines: Engine[] = [
  { engine: 'sqlite', open: openSqlite },
  { engine: 'postgres', open: openPostgres },
]

let migratedFile: Promise<string> | undefined

async function openSqlite(): Promise<OpenedDatabase> {
  const folder = await mkdtemp(join(runFolder(), 'sqlite-'))
  const file = join(folder, 'klankbord.db')
  migratedFile ??= migrateFile()
  await copyFile(await migratedFile, file)
  const url = `sqlite:${file}`
  const db = await openDatabase({ url })
  const close = async () => {
    await db.close()
    await rm(folder, { recursive: true, force: true })
  }
  return { db, url, close }
}

async function migrateFile(): Promise<string> {
  const folder = await mkdtemp(join(runFolder(), 'sqlite-'))
  const file = join(folder, 'template.db')
  const db = await openDatabase({ url: `sqlite:${file}` })
  await migrate(db)
  await db.close()
  return file
}

async function openPostgres(): Promise<OpenedDatabase> {
  const { url, drop } = await createDatabase(await migratedTemplate())
  const db = await openDatabase({ url })
  const close = async () => {
    await db.close()
    await drop()
  }
  return { db, url, close }
}

/** Many test processes share one server: the first makes the template, the others wait for it. */
async function migratedTemplate(): Promise<string> {
  const name = `klankbord_template_${basename(runFolder()).toLowerCase().replaceAll(/\W/g, '_')}`
  const client = new pg.Client({ connectionString: serverUrl() })
  await client.connect()
  try {
    await client.query('select pg_advisory_lock(4265)')
    const { rowCount } = await client.query('select from pg_database where datname = $1', [name])
    if (rowCount) return name
    const draft = `${name}_draft`
    await client.query(`create database ${draft}`)
    const db = await openDatabase({ url: databaseUrl(draft) })
    await migrate(db)
    await db.close()
    await client.query(`alter database ${draft} rename to ${name}`)
    return name
  } finally {
    await client.end()
  }
}
