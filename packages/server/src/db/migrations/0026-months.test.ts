import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Kysely, sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createDatabase } from '../../../test/postgres.ts'
import type { OpenDb } from '../db.ts'
import { migrate, openDatabase } from '../open.ts'
import { compareTallies } from '../tallies.ts'
import { migrations } from './index.ts'

describe.each(['sqlite', 'postgres'] as const)('%s', (engine) => {
  let db: OpenDb
  let folder: string
  const raw = () => db.everywhere as unknown as Kysely<never>

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'klankbord-migration-'))
    db = await openDatabase({ url: engine === 'sqlite' ? `sqlite:${join(folder, 'old.db')}` : (await createDatabase()).url })
    await sql`create table migrations (name text primary key, applied_at text not null)`.execute(db.everywhere)
    for (const { name, up } of migrations.filter(({ name }) => name < '0026')) {
      await db.everywhere.transaction().execute((trx) => up(trx as unknown as Kysely<never>, engine))
      await sql`insert into migrations (name, applied_at) values (${name}, 'then')`.execute(db.everywhere)
    }
  })
  afterAll(async () => {
    await db.close()
    await rm(folder, { recursive: true, force: true })
  })

  test('what an earlier version kept by day is kept by month too, and follows what happens from then on', async () => {
    const item = (id: string, goal: string | null, at: string) =>
      sql`(${id}, 'o', 's', 'c', 'complaint', 'Lek', 'routed', ${goal}, ${at}, '2026-03-05T16:00:00.000Z', '{}', '{}', 0)`
    const items = [
      item('1', 'g', '2026-01-31T12:00:00.000Z'),
      item('2', 'g', '2026-01-02T12:00:00.000Z'),
      item('3', null, '2026-02-01T12:00:00.000Z'),
    ]
    await sql`insert into feedback_items (id, organisation_id, site_id, customer_id, kind, message, status, goal_id, submitted_at, reply_by, attributes, routing, news)
      values ${sql.join(items)}`.execute(db.everywhere)
    await keepAsBefore()
    await migrate(db)
    const kept = async () => {
      const { rows } = await sql<{
        day: string
        voices: number
        complaints: number
        answered: number
      }>`select day, voices, complaints, answered from loop_sums
        where goal_id = '#g'`.execute(db.everywhere)
      return rows
    }
    expect(await kept()).toEqual([{ day: '2026-01', voices: 2, complaints: 2, answered: 0 }])
    await sql`update feedback_items set status = 'answered', answered_at = 'x', replied_at = 'x' where id = '2'`.execute(db.everywhere)
    expect(await kept()).toEqual([{ day: '2026-01', voices: 2, complaints: 2, answered: 1 }])
    expect((await compareTallies(raw())).filter(({ wrong }) => wrong > 0)).toEqual([])
  })
  /** Without months, and without the site of what is due. */
  async function keepAsBefore() {
    await sql`delete from loop_sums where goal_id like '#%'`.execute(db.everywhere)
    await sql`drop table due_counts`.execute(db.everywhere)
    await sql`create table due_counts (organisation_id text not null, due text not null, goal_id text not null, day text not null, marks integer not null, n integer not null)`.execute(
      db.everywhere,
    )
  }
})
