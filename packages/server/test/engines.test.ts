import { sql } from 'kysely'
import { describe, expect, test } from 'vitest'
import { engines } from './engines.ts'

describe.each(engines)('$engine', ({ engine, open }) => {
  test('each test has a migrated database of its own', async () => {
    const [first, second] = [await open(), await open()]
    expect(first.db.engine).toBe(engine)
    await sql`create table only_here (id text)`.execute(first.db.everywhere)
    await expect(sql`select * from only_here`.execute(second.db.everywhere)).rejects.toThrow()
    const { rows } = await sql<{ name: string }>`select name from migrations`.execute(second.db.everywhere)
    expect(rows.length).toBeGreaterThan(0)
    await Promise.all([first.close(), second.close()])
  })
})
