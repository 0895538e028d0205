import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openOld } from '../../../test/old-database.ts'
import type { OpenDb } from '../db.ts'
import { migrate } from '../open.ts'
import { systemScope } from '../scope.ts'

describe.each(['sqlite', 'postgres'] as const)('%s', (engine) => {
  let db: OpenDb
  let close: () => Promise<void>

  beforeAll(async () => {
    ;({ db, close } = await openOld(engine, '0008'))
  })
  afterAll(() => close())

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
