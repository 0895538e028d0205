import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Kysely, sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createDatabase } from '../../../test/postgres.ts'
import { findGoal } from '../../goals/store.ts'
import { findInitiative } from '../../initiatives/store.ts'
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
    for (const { name, up } of migrations.filter(({ name }) => name < '0004')) {
      await up(db.everywhere as unknown as Kysely<never>, engine)
      await sql`insert into migrations (name, applied_at) values (${name}, 'then')`.execute(db.everywhere)
    }
  })
  afterAll(async () => {
    await db.close()
    await rm(folder, { recursive: true, force: true })
  })

  test('goals and initiatives of an earlier version are agreed on and begun, and their history is found from them', async () => {
    const run = (statement: string) => sql.raw(statement).execute(db.everywhere)
    await run(`insert into organisations (id, name, locale, time_zone, created_at) values ('o', 'Bakker', 'nl', 'Europe/Amsterdam', 't')`)
    await run(`insert into teams (id, organisation_id, name, level, created_at) values ('t', 'o', 'Werkplaats', 'team', 't')`)
    await run(
      `insert into goals (id, organisation_id, title, team_id, reply_within_days, public, created_at) values ('g', 'o', 'Sneller', 't', 3, 'true', 't')`,
    )
    const initiative = (id: string, ended: string) =>
      run(
        `insert into initiatives (id, organisation_id, goal_id, title, created_by, created_at, ended_at) values ('${id}', 'o', 'g', 'Zo', 'm', 't', ${ended})`,
      )
    await initiative('runs', 'null')
    await initiative('done', `'u'`)
    const event = (id: string, type: string, detail: object) =>
      run(
        `insert into events (id, organisation_id, type, actor_kind, detail, created_at) values ('${id}', 'o', '${type}', 'member', '${JSON.stringify(detail)}', 't')`,
      )
    await event('1', 'goal.created', { goalId: 'g' })
    await event('2', 'initiative.created', { initiativeId: 'runs', goalId: 'g' })
    await event('3', 'team.changed', { teamId: 't' })
    await event('4', 'feedback.routed', { goalId: 'g' })
    await migrate(db)
    const scope = systemScope('o')
    expect(await findGoal(db, scope, 'g')).toMatchObject({
      title: 'Sneller',
      state: 'agreed',
      target: null,
      ownerId: null,
      endedAt: null,
      waits: false,
    })
    expect(await findInitiative(db, scope, 'runs')).toMatchObject({ title: 'Zo', state: 'started', startedAt: 't', endedAt: null, people: [] })
    expect(await findInitiative(db, scope, 'done')).toMatchObject({ state: 'finished', endedAt: 'u' })
    const about = await db.within(scope).selectFrom('events').select(['id', 'aboutId']).orderBy('id').execute()
    expect(about.map(({ aboutId }) => aboutId)).toEqual(['g', 'runs', 't', null])
  })
})
