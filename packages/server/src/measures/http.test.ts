import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { askingAs } from '../../test/asking-as.ts'
import { type Given, givenOrganisation } from '../../test/builders.ts'
import { engines } from '../../test/engines.ts'
import { type Harness, openHarness } from '../../test/harness.ts'
import type { Scope } from '../db/scope.ts'
import { mountLoop } from '../loop/http.ts'
import { mountMeasures } from './http.ts'

describe.each(engines)('$engine', ({ open }) => {
  let harness: Harness
  let given: Given
  let ask: ReturnType<typeof askingAs>
  const asking = (scope: Scope) =>
    askingAs(
      harness.deps,
      (app, deps) => {
        mountMeasures(app, deps)
        mountLoop(app, deps)
      },
      scope,
    )

  beforeAll(async () => {
    harness = await openHarness(open)
    given = await givenOrganisation(harness.deps)
    ask = asking(given.scope)
  })
  afterAll(() => harness.close())

  const create = async (input: object = {}) =>
    ask('POST', '/api/v1/measures', { goalId: given.goalId, name: 'Binnen een dag klaar', unit: '%', direction: 'up', source: 'entered', ...input })
  const pointsOf = async (id: string) => (await ask('GET', '/api/v1/measures')).body.items.find((one: { id: string }) => one.id === id).points

  test('a measure belongs to a goal, or to the whole organisation', async () => {
    const made = await create({ baseline: 61.5, target: 90 })
    expect(made).toMatchObject({
      status: 201,
      body: { goalId: given.goalId, unit: '%', direction: 'up', baseline: 61.5, target: 90, source: 'entered', points: [] },
    })
    const general = await create({ goalId: null, name: 'Ziekteverzuim', direction: 'down' })
    expect(general).toMatchObject({ status: 201, body: { goalId: null, baseline: null, target: null } })
    const all = (await ask('GET', '/api/v1/measures')).body.items
    expect(all).toContainEqual(made.body)
    expect(all).toContainEqual(general.body)
    expect((await ask('GET', `/api/v1/measures?goalId=${given.goalId}`)).body.items).toEqual([made.body])
  })

  test('values are kept by moment, oldest first, and a later value of a moment replaces the earlier', async () => {
    const { body: measure } = await create()
    const path = `/api/v1/measures/${measure.id}/points`
    const first = [
      { at: '2026-03-02T10:00:00+01:00', value: 70 },
      { at: '2026-03-01', value: 60 },
      { at: '2026-03-02T09:00:00.000Z', value: 71 },
    ]
    expect(await ask('POST', path, first)).toEqual({ status: 200, body: { stored: 2 } })
    expect(await ask('POST', path, [{ at: '2026-03-01T00:00:00Z', value: 62.25 }])).toEqual({ status: 200, body: { stored: 1 } })
    expect(await pointsOf(measure.id)).toEqual([
      { at: '2026-03-01T00:00:00.000Z', value: 62.25, n: null },
      { at: '2026-03-02T09:00:00.000Z', value: 71, n: null },
    ])
  })

  test('values may come as CSV', async () => {
    const { body: measure } = await create()
    const path = `/api/v1/measures/${measure.id}/points`
    expect(await ask('POST', path, 'at,value\n2026-03-01,60\n2026-03-02,61.5\n', 'text/csv; charset=utf-8')).toEqual({
      status: 200,
      body: { stored: 2 },
    })
    expect(await ask('POST', path, '2026-03-02;62,5', 'text/csv')).toEqual({ status: 200, body: { stored: 1 } })
    expect(await pointsOf(measure.id)).toEqual([
      { at: '2026-03-01T00:00:00.000Z', value: 60, n: null },
      { at: '2026-03-02T00:00:00.000Z', value: 62.5, n: null },
    ])
    expect(await ask('POST', path, '2026-03-03,veel', 'text/csv')).toMatchObject({ status: 400, body: { errors: [{ path: 'points.0.value' }] } })
    expect(await ask('POST', path, '2026-03-03,1,5', 'text/csv')).toMatchObject({ status: 400, body: { errors: [{ path: 'line 1' }] } })
    expect(await ask('POST', '/api/v1/measures', 'a,b', 'text/csv')).toMatchObject({ status: 415 })
    expect(await pointsOf(measure.id)).toHaveLength(2)
  })

  test('ten thousand values at once are stored, and the last two hundred are shown', async () => {
    const { body: measure } = await create()
    const other = (await create()).body
    const points = Array.from({ length: 10_000 }, (_, i) => ({ at: new Date(Date.UTC(2020, 0, 1) + i * 3_600_000).toISOString(), value: i }))
    expect(await ask('POST', `/api/v1/measures/${measure.id}/points`, points)).toEqual({ status: 200, body: { stored: 10_000 } })
    await ask('POST', `/api/v1/measures/${other.id}/points`, points.slice(0, 3))
    const shown = await pointsOf(measure.id)
    expect(shown.map(({ value }: { value: number }) => value)).toEqual(Array.from({ length: 200 }, (_, i) => 9_800 + i))
    expect(await pointsOf(other.id)).toHaveLength(3)
    expect(await ask('POST', `/api/v1/measures/${measure.id}/points`, [...points, points[0]])).toMatchObject({
      status: 400,
      body: { errors: [{ path: 'points' }] },
    })
  })

  test('of a list with one wrong value nothing is stored', async () => {
    const { body: measure } = await create()
    const path = `/api/v1/measures/${measure.id}/points`
    const good = { at: '2026-03-01', value: 1 }
    for (const [wrong, field] of [
      [{ at: 'gisteren', value: 1 }, 'at'],
      [{ at: '2026-02-30', value: 1 }, 'at'],
      [{ at: '0001-01-01', value: 1 }, 'at'],
      [{ at: '2026-03-02', value: '1' }, 'value'],
      [{ at: '2026-03-02' }, 'value'],
    ] as const)
      expect(await ask('POST', path, [good, wrong])).toMatchObject({ status: 400, body: { errors: [{ path: `points.1.${field}` }] } })
    expect(await ask('POST', path, good)).toMatchObject({ status: 400, body: { errors: [{ path: 'points' }] } })
    expect(await ask('POST', path, [])).toMatchObject({ status: 400 })
    expect(await pointsOf(measure.id)).toEqual([])
  })

  test('the history says who followed what, and which values came', async () => {
    const { body: measure } = await create()
    await ask('POST', `/api/v1/measures/${measure.id}/points`, [
      { at: '2026-03-02', value: 2 },
      { at: '2026-03-01', value: 1 },
    ])
    const rows = await harness.deps.db.within(given.scope).selectFrom('events').select(['type', 'detail']).orderBy('id').execute()
    const mine = rows.map(({ type, detail }) => ({ type, detail: JSON.parse(detail) })).filter(({ detail }) => detail.measureId === measure.id)
    expect(mine).toEqual([
      { type: 'measure.created', detail: { measureId: measure.id, goalId: given.goalId, name: 'Binnen een dag klaar' } },
      { type: 'measure.points', detail: { measureId: measure.id, count: 2, from: '2026-03-01T00:00:00.000Z', to: '2026-03-02T00:00:00.000Z' } },
    ])
  })

  test('another organisation’s measures and goals do not exist here', async () => {
    const { body: measure } = await create()
    const other = asking((await givenOrganisation(harness.deps, 'Andere zaak')).scope)
    expect((await other('GET', '/api/v1/measures')).body).toEqual({ items: [], next: null })
    expect(await other('POST', `/api/v1/measures/${measure.id}/points`, [{ at: '2026-03-01', value: 1 }])).toMatchObject({ status: 404 })
    const theirs = { goalId: given.goalId, name: 'X', unit: '%', direction: 'up', source: 'entered' }
    expect(await other('POST', '/api/v1/measures', theirs)).toMatchObject({ status: 404, body: { errors: [{ path: 'goalId' }] } })
    expect(await pointsOf(measure.id)).toEqual([])
  })
})
