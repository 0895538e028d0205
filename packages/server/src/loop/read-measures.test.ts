import type { Computed, LoopMetric, Measure } from '@klankbord/shared/measures'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { askingAs } from '../../test/asking-as.ts'
import { type Given, givenOrganisation } from '../../test/builders.ts'
import { engines } from '../../test/engines.ts'
import { type Harness, openHarness } from '../../test/harness.ts'
import { givenSaid, type Said } from '../../test/said.ts'
import { newId } from '../db/ids.ts'
import { mountMeasures } from '../measures/http.ts'
import { mountLoop } from './http.ts'

describe.each(engines)('$engine', ({ open }) => {
  let harness: Harness
  let given: Given
  let ask: ReturnType<typeof askingAs>

  beforeAll(async () => {
    harness = await openHarness(open)
  })
  afterAll(() => harness.close())
  beforeEach(async () => {
    given = await givenOrganisation(harness.deps, `Zaak ${newId()}`)
    ask = askingAs(
      harness.deps,
      (app, deps) => {
        mountMeasures(app, deps)
        mountLoop(app, deps)
      },
      given.scope,
    )
  })

  const mine = () => harness.deps.db.within(given.scope)

  const said = (...items: Said[]) => givenSaid(harness.deps, given, ...items)
  const compute = async (metric: LoopMetric, filter: Omit<Computed, 'metric'> = {}, more: object = {}): Promise<Measure> => {
    const input = { name: metric, unit: '%', direction: 'up', source: 'computed', computed: { metric, ...filter }, ...more }
    const { status, body } = await ask('POST', '/api/v1/measures', input)
    expect({ status, body }).toMatchObject({ status: 201 })
    return (await ask('GET', `/api/v1/measures/${body.id}`)).body
  }

  test('a computed measure has a value for each period of the organisation’s calendar', async () => {
    await said({ submittedAt: '2026-01-31T22:59:59.999Z' }, { submittedAt: '2026-01-31T23:00:00.000Z' }, { submittedAt: '2026-02-15T12:00:00.000Z' })
    const { points, id, updatedAt } = await compute('complaints')
    expect(points).toEqual([
      { at: '2025-12-31T23:00:00.000Z', value: 1, n: 1 },
      { at: '2026-01-31T23:00:00.000Z', value: 2, n: 2 },
    ])
    expect(updatedAt).toBe(harness.deps.clock().toISOString())
    const { body } = await ask('GET', `/api/v1/measures/${id}/series?period=week&from=2026-01-26&to=2026-02-15`)
    expect(body).toMatchObject({
      period: 'week',
      points: [
        { at: '2026-01-25T23:00:00.000Z', value: 2, n: 2 },
        { at: '2026-02-08T23:00:00.000Z', value: 1 },
      ],
    })
    expect((await ask('GET', `/api/v1/measures/${id}/series?period=day&from=1990-01-01`)).status).toBe(400)
  })

  test('entered values are shown by period, with their sample and the outcomes of the goal, but for those that were withdrawn', async () => {
    const outcome = {
      title: 'We bellen je',
      did: 'Bellen',
      better: null,
      next: null,
      locale: 'nl',
      translations: '{}',
      publicAt: null,
      createdBy: null,
    }
    const at = '2026-02-05T10:00:00.000Z'
    await mine()
      .insertInto('outcomes', { ...outcome, id: newId(), goalId: given.goalId, kind: 'done', createdAt: at, publishAt: null, publishedAt: at })
      .execute()
    await mine()
      .insertInto('outcomes', { ...outcome, id: newId(), goalId: given.goalId, kind: 'done', createdAt: at, publishAt: null, publishedAt: null })
      .execute()
    const withdrawn = { publishAt: null, publishedAt: at, withdrawnAt: '2026-02-06T10:00:00.000Z', withdrawnBecause: 'Het klopte niet' }
    await mine()
      .insertInto('outcomes', { ...outcome, ...withdrawn, id: newId(), goalId: given.goalId, kind: 'done', createdAt: at })
      .execute()
    const { body: measure } = await ask('POST', '/api/v1/measures', {
      name: 'Op tijd',
      unit: '%',
      direction: 'up',
      source: 'entered',
      goalId: given.goalId,
    })
    await ask('POST', `/api/v1/measures/${measure.id}/points`, [
      { at: '2026-01-05', value: 60, n: 40 },
      { at: '2026-01-31', value: 65, n: 42 },
      { at: '2026-02-01', value: 70 },
    ])
    const { body } = await ask('GET', `/api/v1/measures/${measure.id}/series`)
    expect(body).toMatchObject({
      points: [
        { at: '2026-01-01T00:00:00.000Z', value: 65, n: 42, values: 2 },
        { at: '2026-02-01T00:00:00.000Z', value: 70, n: null, values: 1 },
      ],
      outcomes: [{ title: 'We bellen je', at }],
    })
    const { body: counted } = await ask('POST', '/api/v1/measures', { name: 'Ruilingen', unit: 'count', direction: 'down', source: 'entered' })
    const days = Array.from({ length: 31 }, (_, i) => ({ at: `2026-01-${String(i + 1).padStart(2, '0')}`, value: 2 }))
    await ask('POST', `/api/v1/measures/${counted.id}/points`, [...days, { at: '2026-02-01', value: 5 }])
    const periods = [
      { at: '2026-01-01T00:00:00.000Z', value: 62, n: null },
      { at: '2026-02-01T00:00:00.000Z', value: 5, n: null },
    ]
    expect((await ask('GET', `/api/v1/measures/${counted.id}/series`)).body.points).toMatchObject(periods)
    const { body: shown } = await ask('GET', `/api/v1/measures/${counted.id}`)
    expect(shown.periods).toEqual(periods)
    expect(shown.points).toHaveLength(32)
    expect((await ask('GET', '/api/v1/measures')).body.items[0].outcomes).toHaveLength(1)
    expect((await ask('GET', `/api/v1/measures/${measure.id}/series?from=2026-02-01`)).body.points).toHaveLength(1)
  })
})
