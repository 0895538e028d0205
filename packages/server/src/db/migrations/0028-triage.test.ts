import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Kysely, sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createDatabase } from '../../../test/postgres.ts'
import type { OpenDb } from '../db.ts'
import { migrate, openDatabase } from '../open.ts'
import { migrations } from './index.ts'

describe.each(['sqlite', 'postgres'] as const)('%s', (engine) => {
  let db: OpenDb
  let folder: string

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'klankbord-migration-'))
    db = await openDatabase({ url: engine === 'sqlite' ? `sqlite:${join(folder, 'old.db')}` : (await createDatabase()).url })
    await sql`create table migrations (name text primary key, applied_at text not null)`.execute(db.everywhere)
    for (const { name, up } of migrations.filter(({ name }) => name < '0028')) {
      await db.everywhere.transaction().execute((trx) => up(trx as unknown as Kysely<never>, engine))
      await sql`insert into migrations (name, applied_at) values (${name}, 'then')`.execute(db.everywhere)
    }
  })
  afterAll(async () => {
    await db.close()
    await rm(folder, { recursive: true, force: true })
  })

  test('what was opened again before is known at the item, and so is what is opened again from then on, since the first time', async () => {
    const item = (id: string) => sql`(${id}, 'o', 's', 'c', 'complaint', 'Lek', 'reopened', 'g', '2026-01-31T12:00:00.000Z', '{}', '{}', 0)`
    const event = (id: string, about: string, type: string, at: string) => sql`(${id}, 'o', ${about}, ${type}, 'customer', '{}', ${at})`
    const tell = (...events: ReturnType<typeof event>[]) =>
      sql`insert into events (id, organisation_id, feedback_item_id, type, actor_kind, detail, created_at) values ${sql.join(events)}`.execute(
        db.everywhere,
      )
    await sql`insert into feedback_items (id, organisation_id, site_id, customer_id, kind, message, status, goal_id, submitted_at, attributes, routing, news)
      values ${sql.join([item('1'), item('2'), item('3')])}`.execute(db.everywhere)
    await tell(
      event('a', '1', 'feedback.reopened', '2026-02-03T12:00:00.000Z'),
      event('b', '1', 'feedback.reopened', '2026-02-02T12:00:00.000Z'),
      event('c', '2', 'feedback.message', '2026-02-02T12:00:00.000Z'),
    )
    await migrate(db)
    await tell(
      event('d', '1', 'feedback.reopened', '2026-03-01T12:00:00.000Z'),
      event('e', '3', 'feedback.reopened', '2026-03-01T12:00:00.000Z'),
      event('f', '3', 'feedback.reopened', '2026-03-02T12:00:00.000Z'),
    )
    const { rows } = await sql<{ id: string; reopenedAt: string | null }>`select id, reopened_at from feedback_items order by id`.execute(
      db.everywhere,
    )
    expect(rows).toEqual([
      { id: '1', reopenedAt: '2026-02-02T12:00:00.000Z' },
      { id: '2', reopenedAt: null },
      { id: '3', reopenedAt: '2026-03-01T12:00:00.000Z' },
    ])
  })
})
