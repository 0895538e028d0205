import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Kysely, sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createDatabase } from '../../../test/postgres.ts'
import type { OpenDb } from '../db.ts'
import { migrate, openDatabase } from '../open.ts'
import { systemScope } from '../scope.ts'
import { migrations } from './index.ts'

describe.each(['sqlite', 'postgres'] as const)('%s', (engine) => {
  let db: OpenDb
  let folder: string

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'klankbord-migration-'))
    db = await openDatabase({ url: engine === 'sqlite' ? `sqlite:${join(folder, 'old.db')}` : (await createDatabase()).url })
    await sql`create table migrations (name text primary key, applied_at text not null)`.execute(db.everywhere)
    for (const { name, up } of migrations.filter(({ name }) => name < '0008')) {
      await db.everywhere.transaction().execute((trx) => up(trx as unknown as Kysely<never>, engine))
      await sql`insert into migrations (name, applied_at) values (${name}, 'then')`.execute(db.everywhere)
    }
  })
  afterAll(async () => {
    await db.close()
    await rm(folder, { recursive: true, force: true })
  })

  test('the values of an earlier version are seen, and its imports keep their way back', async () => {
    const changes = '[["2026-01-01T00:00:00.000Z",5,null,null,null]]'
    await sql`insert into measure_points (organisation_id, measure_id, at, value) values ('o', 'm', '2026-01-01T00:00:00.000Z', 5)`.execute(
      db.everywhere,
    )
    await sql`insert into measure_import_parts (organisation_id, import_id, measure_id, changes) values ('o', 'i', 'm', ${changes})`.execute(
      db.everywhere,
    )
    await migrate(db)
    const mine = db.within(systemScope('o'))
    expect(await mine.selectFrom('shownPoints').select(['measureId', 'value']).execute()).toEqual([{ measureId: 'm', value: 5 }])
    expect(await mine.selectFrom('measureImportParts').select(['importId', 'part', 'changes']).execute()).toEqual([
      { importId: 'i', part: 0, changes },
    ])
  })
})
