import type { RoutingCondition } from '@klankbord/shared/routing'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { askingAs } from '../../test/asking-as.ts'
import { type Given, givenOrganisation } from '../../test/builders.ts'
import { engines } from '../../test/engines.ts'
import { type Harness, openHarness } from '../../test/harness.ts'
import { mountRules } from './http.ts'
import { listRoutableRules } from './store.ts'

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

  const create = (value: string, position?: number) =>
    ask('POST', '/api/v1/routing/rules', { goalId: given.goalId, when: [{ field: 'message', op: 'contains', value }], position })
  const order = async () =>
    (await ask('GET', '/api/v1/routing/rules')).body.items.map((rule: { position: number; when: { value: string }[] }) => [
      rule.position,
      rule.when[0]?.value,
    ])
  const written = async (condition: object) => {
    const { status, body } = await ask('POST', '/api/v1/routing/rules', { goalId: given.goalId, when: [condition] })
    return status === 201 ? body.when[0] : body.errors
  }

  test('a rule comes last, or at its place with the others moving down', async () => {
    expect(await create('bel')).toMatchObject({ status: 201, body: { goalId: given.goalId, goal: 'Elke fiets binnen een dag klaar', position: 0 } })
    await create('rem')
    await create('licht', 1)
    await create('zadel', 0)
    expect(await create('slot', 900)).toMatchObject({ body: { position: 4 } })
    expect(await order()).toEqual([
      [0, 'zadel'],
      [1, 'bel'],
      [2, 'licht'],
      [3, 'rem'],
      [4, 'slot'],
    ])
  })

  test('the places stay without gaps or doubles when rules come at once and go', async () => {
    await Promise.all(['a', 'b', 'c', 'd', 'e', 'f'].map((value, i) => create(value, i % 2)))
    const { body } = await ask('GET', '/api/v1/routing/rules')
    expect(body.items.map(({ position }: { position: number }) => position)).toEqual([0, 1, 2, 3, 4, 5])
    expect(await ask('DELETE', `/api/v1/routing/rules/${body.items[2].id}`)).toEqual({ status: 204, body: undefined })
    expect((await order()).map(([position]: [number]) => position)).toEqual([0, 1, 2, 3, 4])
    expect(await ask('DELETE', `/api/v1/routing/rules/${body.items[2].id}`)).toMatchObject({ status: 404 })
  })

  test('making and removing a rule is kept in the history', async () => {
    const { body } = await create('bel')
    await ask('DELETE', `/api/v1/routing/rules/${body.id}`)
    const events = await harness.deps.db.within(given.scope).selectFrom('events').select(['type', 'detail']).orderBy('id').execute()
    const detail = { ruleId: body.id, goalId: given.goalId, position: 0, when: body.when, effects: {} }
    expect(events.map(({ type, detail }) => [type, JSON.parse(detail)])).toEqual([
      ['rule.created', detail],
      ['rule.deleted', detail],
    ])
  })

  test('routing gets the rules in their order, and knows which goal is gone', async () => {
    const { db } = harness.deps
    await create('bel')
    await create('rem', 0)
    expect((await listRoutableRules(db, given.scope)).map(({ goalId, when }) => [goalId, (when[0] as RoutingCondition).value])).toEqual([
      [given.goalId, 'rem'],
      [given.goalId, 'bel'],
    ])
    await db.within(given.scope).deleteFrom('goals').where('id', '=', given.goalId).execute()
    expect((await listRoutableRules(db, given.scope)).map(({ goalId }) => goalId)).toEqual([null, null])
    expect((await ask('GET', '/api/v1/routing/rules')).body.items[0]).toMatchObject({ goalId: given.goalId, goal: '' })
  })

  test('an operator may be spelled in every common way, and is stored in one', async () => {
    const spelled = {
      is: ['equals', 'EQ', '='],
      'is not': ['isNot', 'not_equals', '!='],
      contains: ['Contains'],
      'contains word': ['containsWord', 'contains-word', 'contains_word'],
      'starts with': ['startsWith', 'STARTS WITH'],
      'in list': ['in', 'inList', 'in_list'],
    }
    for (const [op, spellings] of Object.entries(spelled))
      for (const spelling of [op, ...spellings])
        expect(await written({ field: 'site', op: spelling, value: 'x' })).toEqual({ field: 'site', op, value: 'x' })
    for (const [op, spellings] of Object.entries({ 'at most': ['atMost', 'lte', '<='], 'at least': ['at_least', 'gte', '>='] }))
      for (const spelling of [op, ...spellings])
        expect(await written({ field: 'rating', op: spelling, value: 3 })).toEqual({ field: 'rating', op, value: 3 })
    expect(await written({ field: 'attributes.paid', op: 'is', value: true })).toEqual({ field: 'attributes.paid', op: 'is', value: 'true' })
  })

  test.each([
    ['an unknown operator', { field: 'message', op: 'sounds like', value: 'x' }, 'when.0.op'],
    ['no operator', { field: 'message', value: 'x' }, 'when.0.op'],
    ['no field', { op: 'is', value: 'x' }, 'when.0.field'],
    ['a choice of nothing', { any: [] }, 'when.0.any'],
    [
      'what is wrong in a choice',
      {
        any: [
          { field: 'kind', op: 'is', value: 'idea' },
          { field: 'kind', op: 'is', value: 'klacht' },
        ],
      },
      'when.0.any.1.value',
    ],
    ['what is wrong in what it is not', { not: { all: [{ field: 'message', op: 'is', value: '' }] } }, 'when.0.not.all.0.value'],
    ['two joins in one', { all: [{ field: 'kind', op: 'is', value: 'idea' }], not: { field: 'kind', op: 'is', value: 'idea' } }, 'when.0'],
    ['a comparison beside a join', { field: 'kind', op: 'is', value: 'idea', any: [{ field: 'kind', op: 'is', value: 'idea' }] }, 'when.0'],
    ['a list for a condition', [{ field: 'kind', op: 'is', value: 'idea' }], 'when.0'],
    ['a pattern that looks ahead', { field: 'message', op: 'matches', value: 'fiets(?!en)' }, 'when.0.value'],
    ['a pattern that refers back', { not: { field: 'message', op: 'regex', value: '(a)\\1' } }, 'when.0.not.value'],
    ['a pattern that is none', { any: [{ field: 'message', op: 'matches', value: ['goed', '(a'] }] }, 'when.0.any.0.value'],
    ['a name that every object has', { field: 'message', op: 'constructor', value: 'x' }, 'when.0.op'],
    ['an unknown field', { field: 'password', op: 'is', value: 'x' }, 'when.0.field'],
    ['an attribute without name', { field: 'attributes.', op: 'is', value: 'x' }, 'when.0.field'],
    ['nothing to compare with', { field: 'message', op: 'is', value: '' }, 'when.0.value'],
    ['an object to compare with', { field: 'message', op: 'is', value: {} }, 'when.0.value'],
    ['a word as number', { field: 'rating', op: 'at most', value: 'twee' }, 'when.0.value'],
    ['a message as number', { field: 'message', op: 'at most', value: 2 }, 'when.0.op'],
    ['a kind that there is not', { field: 'kind', op: 'is', value: 'klacht' }, 'when.0.value'],
  ])('a rule that could never hold is refused: %s', async (_, condition, path) => {
    expect(await written(condition)).toEqual([expect.objectContaining({ path })])
  })

  test('a rule needs a condition, and a goal of the same organisation', async () => {
    expect(await ask('POST', '/api/v1/routing/rules', { goalId: given.goalId, when: [] })).toMatchObject({
      status: 400,
      body: { errors: [{ path: 'when' }] },
    })
    const { body: rule } = await create('bel')
    const other = askingAs(harness.deps, mountRules, (await givenOrganisation(harness.deps, 'Andere zaak')).scope)
    const theirs = { goalId: given.goalId, when: [{ field: 'kind', op: 'is', value: 'idea' }] }
    expect(await other('POST', '/api/v1/routing/rules', theirs)).toMatchObject({ status: 404, body: { errors: [{ path: 'goalId' }] } })
    expect(await other('DELETE', `/api/v1/routing/rules/${rule.id}`)).toMatchObject({ status: 404 })
    expect((await other('GET', '/api/v1/routing/rules')).body.items).toEqual([])
    expect(await order()).toEqual([[0, 'bel']])
  })
})
