import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Kysely, sql } from 'kysely'
import type { Engine, OpenDb } from '../src/db/db.ts'
import { migrations } from '../src/db/migrations/index.ts'
import { openDatabase } from '../src/db/open.ts'
import { createDatabase } from './postgres.ts'

/** A database of an earlier version: with all migrations before the one of this number. `close` throws it away. */
export async function openOld(engine: Engine, before: string): Promise<{ db: OpenDb; close: () => Promise<void> }> {
  const folder = await mkdtemp(join(tmpdir(), 'klankbord-migration-'))
  const db = await openDatabase({ url: engine === 'sqlite' ? `sqlite:${join(folder, 'old.db')}` : (await createDatabase()).url })
  await sql`create table migrations (name text primary key, applied_at text not null)`.execute(db.everywhere)
  for (const { name, up } of migrations.filter(({ name }) => name < before)) {
    await db.everywhere.transaction().execute((trx) => up(trx as unknown as Kysely<never>, engine))
    await sql`insert into migrations (name, applied_at) values (${name}, 'then')`.execute(db.everywhere)
  }
  const close = async () => {
    await db.close()
    await rm(folder, { recursive: true, force: true })
  }
  return { db, close }
}
