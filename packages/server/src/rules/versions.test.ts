import type { RoutingRule, RulesVersion } from '@klankbord/shared/routing'
import { type Kysely, sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { askingAs } from '../../test/asking-as.ts'
import { type Given, givenMember, givenOrganisation } from '../../test/builders.ts'
import { engines } from '../../test/engines.ts'
import { type Harness, openHarness } from '../../test/harness.ts'
import { newId } from '../db/ids.ts'
import { up } from '../db/migrations/0009-rules.ts'
import { mountRules } from './http.ts'
import { readRouting } from './store.ts'

const says = (value: string) => ({ field: 'message', op: 'contains', value })

describe.each(engines)('$engine', ({ open }) => {
  let harness: Harness
  let given: Given
  let ask: ReturnType<typeof askingAs>

  beforeAll(async () => {
    harness = await openHarness(open)
  })
  beforeEach(async () => {
    given = await givenOrganisation(harness.deps)
    ask = askingAs(harness.deps, mountRules, given.scope)
  })
  afterAll(() => harness.close())

  const create = async (value: string, more: object = {}): Promise<RoutingRule> =>
    (await ask('POST', '/api/v1/routing/rules', { goalId: given.goalId, when: [says(value)], ...more })).body
  const change = (id: string, body: object) => ask('PATCH', `/api/v1/routing/rules/${id}`, body)
  const rules = async (): Promise<RoutingRule[]> => (await ask('GET', '/api/v1/routing/rules')).body.items
  const order = async () => (await rules()).map(({ position, when }) => `${position} ${(when[0] as { value: string }).value}`)
  const versions = async (query = ''): Promise<RulesVersion[]> => (await ask('GET', `/api/v1/routing/versions${query}`)).body.items
  const goal = async (title: string, more: object = {}) => {
    const id = newId()
    const kept = { id, title, teamId: given.teamId, replyWithinDays: 3, public: 'true', createdAt: harness.deps.clock().toISOString() }
    await harness.deps.db
      .within(given.scope)
      .insertInto('goals', { ...kept, ...more })
      .execute()
    return id
  }

  test('a rule is changed by what is given, and the rest of it stays', async () => {
    const rule = await create('bel', { effects: { priority: 'high' } })
    const other = await goal('Minder lekke banden')
    const { status, body } = await change(rule.id, {
      goalId: other,
      when: [{ any: [says('band'), { not: { field: 'kind', op: 'eq', value: 'idea' } }] }],
    })
    expect(status).toBe(200)
    expect(body).toMatchObject({
      ...{ id: rule.id, goalId: other, goal: 'Minder lekke banden', position: 0, effects: { priority: 'high' }, createdAt: rule.createdAt },
      when: [{ any: [says('band'), { not: { field: 'kind', op: 'is', value: 'idea' } }] }],
    })
    expect(await rules()).toEqual([body])
    expect(await change(rule.id, { effects: { ask: '' } })).toMatchObject({ status: 400, body: { errors: [{ path: 'effects.ask' }] } })
    expect((await change(rule.id, { effects: {} })).body.effects).toEqual({})
    expect(await change(newId(), { position: 1 })).toMatchObject({ status: 404 })
  })

  test.each([
    [0, 3, ['0 b', '1 c', '2 d', '3 a']],
    [0, 2, ['0 b', '1 c', '2 a', '3 d']],
    [3, 0, ['0 d', '1 a', '2 b', '3 c']],
    [2, 1, ['0 a', '1 c', '2 b', '3 d']],
    [1, 900, ['0 a', '1 c', '2 d', '3 b']],
    [1, 1, ['0 a', '1 b', '2 c', '3 d']],
  ])('a rule moves from place %i to %i, and those between make room', async (from, to, expected) => {
    for (const value of 'abcd') await create(value)
    const moved = (await rules())[from] as RoutingRule
    expect(await change(moved.id, { position: to })).toMatchObject({ status: 200, body: { id: moved.id, position: Math.min(to, 3) } })
    expect(await order()).toEqual(expected)
    expect((await versions())[0]?.change).toEqual(
      from === to ? { kind: 'added', ruleId: expect.any(String), from: null } : { kind: 'moved', ruleId: moved.id, from: null },
    )
  })

  test('rules that are moved at once keep places without gaps or doubles', async () => {
    for (const value of 'abcdef') await create(value)
    const before = await rules()
    await Promise.all(before.map(({ id }, i) => change(id, { position: (i * 5) % 6 })))
    expect((await rules()).map(({ position }) => position)).toEqual([0, 1, 2, 3, 4, 5])
    expect((await versions()).map(({ number }) => number)).toEqual([...new Set((await versions()).map(({ number }) => number))])
  })

  test('every change makes a version that says who made it and what it was, newest first', async () => {
    const bel = await create('bel')
    const rem = await create('rem', { position: 0 })
    await change(rem.id, { when: [says('remmen')] })
    await change(rem.id, { when: [says('remmen')] })
    await change(rem.id, { position: 1 })
    await ask('DELETE', `/api/v1/routing/rules/${bel.id}`)
    const all = await versions()
    expect(all.map(({ number, change: { kind, ruleId } }) => [number, kind, ruleId])).toEqual([
      [5, 'removed', bel.id],
      [4, 'moved', rem.id],
      [3, 'changed', rem.id],
      [2, 'added', rem.id],
      [1, 'added', bel.id],
    ])
    expect(all[0]).toMatchObject({ by: 'Robin owner', at: '2026-03-02T09:00:00.000Z', rules: await rules() })
    expect(all[4]?.rules).toEqual([bel])
    const first = (await ask('GET', '/api/v1/routing/versions?limit=2')).body
    expect(first.items.map(({ number }: RulesVersion) => number)).toEqual([5, 4])
    expect((await versions(`?limit=2&cursor=${first.next}`)).map(({ number }) => number)).toEqual([3, 2])
    expect(await ask('GET', '/api/v1/routing/versions?cursor=WyJ4Il0')).toMatchObject({ status: 400 })
  })

  test('an earlier version is taken up again as a new one, and that is undone in the same way', async () => {
    const bel = await create('bel', { effects: { ask: 'Welke fiets is het?' } })
    await create('rem', { position: 0 })
    await ask('DELETE', `/api/v1/routing/rules/${bel.id}`)
    const restored = await ask('PUT', '/api/v1/routing/versions/2')
    expect(restored).toMatchObject({ status: 200, body: { number: 4, change: { kind: 'restored', ruleId: null, from: 2 } } })
    expect(await order()).toEqual(['0 rem', '1 bel'])
    expect((await rules())[1]).toEqual({ ...bel, position: 1 })
    expect(restored.body.rules).toEqual(await rules())
    expect((await ask('PUT', '/api/v1/routing/versions/3')).body).toMatchObject({ number: 5 })
    expect(await order()).toEqual(['0 rem'])
    // Taking up what is there changes nothing.
    expect((await ask('PUT', '/api/v1/routing/versions/5')).body).toMatchObject({ number: 5, change: { from: 3 } })
    expect(await versions()).toHaveLength(5)
    expect(await ask('PUT', '/api/v1/routing/versions/77')).toMatchObject({ status: 404 })
    const events = await harness.deps.db
      .within(given.scope)
      .selectFrom('events')
      .select(['type', 'detail'])
      .where('type', '=', 'rules.restored')
      .execute()
    expect(events.map(({ detail }) => JSON.parse(detail))).toEqual([{ from: 2 }, { from: 3 }])
  })

  test('a rule whose goal is gone comes back without it, and is passed over', async () => {
    const gone = await goal('Tijdelijk')
    await create('bel', { goalId: gone })
    await create('rem')
    await ask('DELETE', `/api/v1/routing/rules/${(await rules())[0]?.id}`)
    await harness.deps.db.within(given.scope).deleteFrom('goals').where('id', '=', gone).execute()
    expect((await ask('PUT', '/api/v1/routing/versions/2')).body.rules).toMatchObject([{ goalId: gone, goal: '' }, { goalId: given.goalId }])
    expect((await versions()).at(-1)?.rules[0]?.goal).toBe('')
    expect((await readRouting(harness.deps.db, given.scope)).rules.map(({ goalId }) => goalId)).toEqual([null, given.goalId])
  })

  test('the newest 200 versions are kept', async () => {
    const rule = await create('bel')
    const row = { madeAt: rule.createdAt, madeBy: null, change: '{"kind":"moved","ruleId":null,"from":null}', rules: '[]' }
    await harness.deps.db
      .within(given.scope)
      .insertInto(
        'routingVersions',
        Array.from({ length: 205 }, (_, i) => ({ ...row, number: i + 2 })),
      )
      .execute()
    await create('rem')
    const kept = await versions('?limit=200')
    expect([kept[0]?.number, kept.length, kept.at(-1)?.number]).toEqual([207, 200, 8])
    expect((await readRouting(harness.deps.db, given.scope)).version).toBe(207)
  })

  test('the rules of an earlier Klankbord are its first version', async () => {
    const rule = await create('bel')
    const { everywhere } = harness.deps.db
    await everywhere.transaction().execute(async (db) => {
      const indexes = ['drop index feedback_items_high', 'drop index feedback_items_due']
      for (const undo of ['drop table routing_versions', 'alter table routing_rules drop column effects', ...indexes]) await sql.raw(undo).execute(db)
      await sql.raw('alter table feedback_items drop column priority').execute(db)
      await up(db as unknown as Kysely<never>)
    })
    expect(await versions()).toEqual([
      { number: 1, at: rule.createdAt, by: null, change: { kind: 'added', ruleId: null, from: null }, rules: [rule] },
    ])
    await change(rule.id, { when: [says('rem')] })
    expect((await versions()).map(({ number }) => number)).toEqual([2, 1])
  })

  test('feedback for a goal that has ended goes to the nearest goal above it that is pursued', async () => {
    const ended = { state: 'stopped', endedAt: harness.deps.clock().toISOString() }
    const top = await goal('Boven')
    const middle = await goal('Midden', { parentId: top, ...ended })
    const low = await goal('Onder', { parentId: middle })
    const [alone, loop] = [await goal('Los'), await goal('Rond')]
    for (const goalId of [low, alone, loop, top]) await create('x', { goalId })
    await harness.deps.db.within(given.scope).updateTable('goals').set(ended).where('id', 'in', [low, alone, loop]).execute()
    await harness.deps.db.within(given.scope).updateTable('goals').set({ parentId: loop }).where('id', '=', loop).execute()
    const { rules: routable } = await readRouting(harness.deps.db, given.scope)
    expect(routable.map(({ goalId, ended }) => [goalId, ended])).toEqual([
      [top, 'Onder'],
      [null, 'Los'],
      [null, 'Rond'],
      [top, undefined],
    ])
  })

  test('the same clauses are read once, so that they are compiled once', async () => {
    await create('bel')
    const [first, second] = [await readRouting(harness.deps.db, given.scope), await readRouting(harness.deps.db, given.scope)]
    expect(first.rules[0]?.when).toBe(second.rules[0]?.when)
  })

  test('only colleagues who are still there can be named, each once', async () => {
    const { who } = await givenMember(harness.deps, given.scope.organisationId, 'viewer')
    const id = 'id' in who ? who.id : ''
    expect((await create('bel', { effects: { notify: [id, given.ownerId, id] } })).effects).toEqual({ notify: [id, given.ownerId] })
    await harness.deps.db.within(given.scope).updateTable('members').set({ deactivatedAt: 'then' }).where('id', '=', id).execute()
    const { status, body } = await ask('POST', '/api/v1/routing/rules', {
      ...{ goalId: given.goalId, when: [says('rem')] },
      effects: { notify: [given.ownerId, id] },
    })
    expect({ status, body }).toMatchObject({ status: 404, body: { errors: [{ path: 'effects.notify.1' }] } })
  })

  test('there are no more patterns, and no deeper joins, than an item can be tried on in time', async () => {
    const matches = (count: number, i: number) => ({ field: 'message', op: 'matches', value: Array.from({ length: count }, (_, j) => `a${i}b${j}`) })
    for (let i = 0; i < 10; i++) await create('', { when: [matches(10, i)] })
    const over = { goalId: given.goalId, when: [matches(1, 11)] }
    expect(await ask('POST', '/api/v1/routing/rules', over)).toMatchObject({ status: 400, body: { errors: [{ path: 'when' }] } })
    expect(await change((await rules())[0]?.id ?? '', { when: [matches(9, 12)] })).toMatchObject({ status: 200 })
    expect(await ask('POST', '/api/v1/routing/rules', over)).toMatchObject({ status: 201 })
    const deep = (depth: number) => `{"goalId":"${given.goalId}","when":[${'{"not":'.repeat(depth)}${JSON.stringify(says('x'))}${'}'.repeat(depth)}]}`
    expect(await ask('POST', '/api/v1/routing/rules', deep(4))).toMatchObject({ status: 201 })
    for (const depth of [5, 100_000])
      expect(await ask('POST', '/api/v1/routing/rules', deep(depth))).toMatchObject({
        status: 400,
        body: { errors: [{ path: 'when.0.not.not.not.not.not', message: 'Join at most 4 deep' }] },
      })
    const many = Array.from({ length: 6 }, () => ({ any: Array.from({ length: 9 }, () => says('x')) }))
    expect(await ask('POST', '/api/v1/routing/rules', { goalId: given.goalId, when: many })).toMatchObject({
      status: 400,
      body: { errors: [{ path: 'when', message: 'Give at most 50 comparisons in all' }] },
    })
  })
})
