import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openOld } from '../../../test/old-database.ts'
import { findGoal } from '../../goals/store.ts'
import { findInitiative } from '../../initiatives/store.ts'
import type { OpenDb } from '../db.ts'
import { migrate } from '../open.ts'
import { systemScope } from '../scope.ts'

describe.each(['sqlite', 'postgres'] as const)('%s', (engine) => {
  let db: OpenDb
  let close: () => Promise<void>

  beforeAll(async () => {
    ;({ db, close } = await openOld(engine, '0004'))
  })
  afterAll(() => close())

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
