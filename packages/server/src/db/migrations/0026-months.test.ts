import { type Kysely, sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openOld } from '../../../test/old-database.ts'
import type { OpenDb } from '../db.ts'
import { migrate } from '../open.ts'
import { compareTallies } from '../tallies.ts'

describe.each(['sqlite', 'postgres'] as const)('%s', (engine) => {
  let db: OpenDb
  let close: () => Promise<void>
  const raw = () => db.everywhere as unknown as Kysely<never>

  beforeAll(async () => {
    ;({ db, close } = await openOld(engine, '0026'))
  })
  afterAll(() => close())

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
