import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openOld } from '../../../test/old-database.ts'
import type { OpenDb } from '../db.ts'
import { migrate } from '../open.ts'

describe.each(['sqlite', 'postgres'] as const)('%s', (engine) => {
  let db: OpenDb
  let close: () => Promise<void>

  beforeAll(async () => {
    ;({ db, close } = await openOld(engine, '0028'))
  })
  afterAll(() => close())

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
