import { setTimeout as pause } from 'node:timers/promises'
import type { Measure } from '@klankbord/shared/measures'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { askingAs } from '../../../test/asking-as.ts'
import { type Given, givenOrganisation } from '../../../test/builders.ts'
import { dyingAfter } from '../../../test/dying.ts'
import { engines } from '../../../test/engines.ts'
import { type Harness, openHarness } from '../../../test/harness.ts'
import { transact } from '../../db/db.ts'
import type { Deps } from '../../deps.ts'
import { mountLoop } from '../../loop/http.ts'
import { mountMeasures } from '../http.ts'
import { sweepLandings } from './sweep-landings.ts'

describe.each(engines)('$engine', ({ open }) => {
  let harness: Harness
  let given: Given
  let ask: ReturnType<typeof asking>

  const asking = (deps: Deps) =>
    askingAs(
      deps,
      (app, deps) => {
        mountMeasures(app, deps)
        mountLoop(app, deps)
      },
      given.scope,
    )

  beforeAll(async () => {
    harness = await openHarness(open)
    given = await givenOrganisation(harness.deps)
    ask = asking(harness.deps)
  })
  afterAll(() => harness.close())

  const begin = Date.UTC(2024, 0, 1)
  const at = (i: number) => new Date(begin + i * 300_000).toISOString()
  const fileOf = (count: number, value: number) => `at;value\n${Array.from({ length: count }, (_, i) => `${at(i)};${value}`).join('\n')}`
  const create = async (name: string): Promise<Measure> =>
    (await ask('POST', '/api/v1/measures', { goalId: given.goalId, name, unit: 'stuks', direction: 'up', source: 'imported' })).body
  const send = (by: typeof ask, { id }: Measure, file: string) =>
    by('POST', `/api/v1/measures/imports?measures=1:${id}`, file, 'application/octet-stream')
  const shown = async ({ id }: Measure) =>
    (
      await harness.deps.db.within(given.scope).selectFrom('shownPoints').where('measureId', '=', id).select(['at', 'value']).orderBy('at').execute()
    ).map(({ value }) => value)
  const leftovers = async ({ id }: Measure) =>
    (await harness.deps.db.within(given.scope).selectFrom('measureLandings').select('id').where('measureId', '=', id).execute()).length

  const dyingAt = (deaths: number) => dyingAfter(harness.deps, deaths)

  test('of an import that is killed before it is whole nothing is seen, and what it left is thrown away', async () => {
    const measure = await create('Gestorven')
    await ask('POST', `/api/v1/measures/${measure.id}/points`, [{ at: at(3), value: 9 }])
    expect(await send(asking(dyingAt(1)), measure, fileOf(2500, 5))).toMatchObject({ status: 500 })
    expect(await shown(measure)).toEqual([9])
    expect(await leftovers(measure)).toBe(1)
    expect((await ask('GET', `/api/v1/measures/${measure.id}/events`)).body.items).not.toContainEqual(
      expect.objectContaining({ type: 'measure.imported' }),
    )
    harness.pass({ hours: 2 })
    await sweepLandings(harness.deps)
    expect(await leftovers(measure)).toBe(0)
    expect(await harness.deps.db.within(given.scope).selectFrom('measurePoints').select('at').execute()).toHaveLength(1)
    expect(await shown(measure)).toEqual([9])
  })

  test('an import that is killed once it is whole is seen whole, also by who looks at its last values, and finished later', async () => {
    const measure = await create('Bijna')
    await ask('POST', `/api/v1/measures/${measure.id}/points`, [
      { at: at(1200), value: 9 },
      { at: at(2600), value: 8 },
    ])
    expect(await send(asking(dyingAt(3)), measure, fileOf(2500, 5))).toMatchObject({ status: 500 })
    expect(await shown(measure)).toEqual([...Array(2500).fill(5), 8])
    expect((await ask('GET', `/api/v1/measures/${measure.id}`)).body.points.map(({ value }: { value: number }) => value)).toEqual([
      ...Array(199).fill(5),
      8,
    ])
    // What somebody enters meanwhile is newer than what was imported.
    await ask('POST', `/api/v1/measures/${measure.id}/points`, [{ at: at(2000), value: 7 }])
    await ask('DELETE', `/api/v1/measures/${measure.id}/points?at=${at(2001)}`)
    harness.pass({ minutes: 5 })
    await sweepLandings(harness.deps)
    expect(await leftovers(measure)).toBe(0)
    expect(await shown(measure)).toEqual([...Array(2000).fill(5), 7, ...Array(498).fill(5), 8])
    const [{ importId }] = (await harness.deps.db
      .within(given.scope)
      .selectFrom('measureImportParts')
      .select('importId')
      .where('measureId', '=', measure.id)
      .execute()) as [{ importId: string }]
    expect(await ask('DELETE', `/api/v1/measures/imports/${importId}`)).toMatchObject({ body: { removed: 2497, restored: 1, kept: 0 } })
    expect(await shown(measure)).toEqual([9, 7, 8])
  })

  test('an undo that is killed half-way has taken back all or nothing', async () => {
    const measure = await create('Terug')
    await ask('POST', `/api/v1/measures/${measure.id}/points`, [{ at: at(1), value: 9 }])
    const { body } = await send(ask, measure, fileOf(2500, 5))
    expect(await ask('DELETE', `/api/v1/measures/imports/${body.id}`).then(() => shown(measure))).toEqual([9])
    const again = (await send(ask, measure, fileOf(2500, 6))).body
    // Three pieces are put aside, then shown: the fourth transaction; the fifth writes.
    expect(await asking(dyingAt(4))('DELETE', `/api/v1/measures/imports/${again.id}`)).toMatchObject({ status: 500 })
    expect(await shown(measure)).toEqual(Array(2500).fill(6))
    expect(await asking(dyingAt(6))('DELETE', `/api/v1/measures/imports/${again.id}`)).toMatchObject({ status: 500 })
    expect(await shown(measure)).toEqual([9])
    expect(await ask('DELETE', `/api/v1/measures/imports/${again.id}`)).toMatchObject({ status: 409 })
    expect(await shown(measure)).toEqual([9])
  })

  test('imports into one measure at the same time come one after the other, each whole', async () => {
    const measure = await create('Tegelijk')
    const answers = await Promise.all([1, 2, 3].map((value) => send(ask, measure, fileOf(3000, value))))
    expect(answers.map(({ status }) => status)).toEqual([201, 201, 201])
    const values = new Set(await shown(measure))
    expect(values.size).toBe(1)
    expect(await leftovers(measure)).toBe(0)
  })

  test('others write while two hundred thousand lines are imported and taken back, and readers see all of them or none', async () => {
    const measure = await create('Groot')
    const file = fileOf(200_000, 5)
    const waits: number[] = []
    const counts = new Set<number>()
    let busy = true
    const writing = (async () => {
      while (busy) {
        const start = performance.now()
        await transact(harness.deps.db, (db) =>
          db.within(given.scope).updateTable('sites').set({ name: 'Schrijver' }).where('id', '=', given.siteId).execute(),
        )
        waits.push(performance.now() - start)
        await pause(10)
      }
    })()
    const reading = (async () => {
      while (busy) {
        const last = (await ask('GET', `/api/v1/measures/${measure.id}`)).body.points.length
        counts.add(last)
        await pause(200)
      }
    })()
    const { body } = await send(ask, measure, file)
    expect(body).toMatchObject({ stored: 200_000 })
    expect(await ask('DELETE', `/api/v1/measures/imports/${body.id}`)).toMatchObject({ body: { removed: 200_000 } })
    busy = false
    await Promise.all([writing, reading])
    waits.sort((a, b) => a - b)
    expect(waits.length).toBeGreaterThan(50)
    expect(waits[Math.floor(waits.length * 0.99)]).toBeLessThan(200)
    expect([...counts].sort()).toEqual([0, 200])
  }, 120_000)
})
