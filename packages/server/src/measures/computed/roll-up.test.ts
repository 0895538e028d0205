import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { givenOrganisation } from '../../../test/builders.ts'
import { engines } from '../../../test/engines.ts'
import { type Harness, openHarness } from '../../../test/harness.ts'
import { newId } from '../../db/ids.ts'
import { addSums, figureOf, NO_SUMS, rollUp, type SummedMetric, type Sums } from './figures.ts'
import { sumsByPeriod } from './kept-sums.ts'
import { periodsBetween } from './periods.ts'
import { keptPromises } from './place-store.ts'
import { sumsByPlace } from './place-sums.ts'
import { rawSums } from './store.ts'
import { sumsByTeam } from './team-sums.ts'

const NOW = '2026-03-02T09:00:00.000Z'
const SHARES: [SummedMetric, keyof Sums][] = [
  ['csat', 'csat'],
  ['nps', 'nps'],
  ['ces', 'ces'],
  ['answered', 'asked'],
  ['told', 'asked'],
  ['helped', 'reactions'],
  ['promiseKept', 'promises'],
]

const at = (day: number, hour: number) => new Date(Date.UTC(2026, 0, 1 + day, hour)).toISOString()
const maybe = <Value>(arbitrary: fc.Arbitrary<Value>) => fc.option(arbitrary, { nil: null })

/** An item of one of eight teams' goals, or of none. */
const item = fc.record({
  team: maybe(fc.nat(7)),
  kind: fc.constantFrom('compliment', 'complaint', 'idea', 'question'),
  status: fc.constantFrom('received', 'routed', 'in_progress', 'answered', 'reopened', 'merged', 'spam'),
  rating: maybe(fc.oneof(...(['csat', 'nps', 'ces'] as const).map((scale) => fc.tuple(fc.constant(scale), fc.integer({ min: 1, max: 5 }))))),
  site: fc.nat(1),
  day: fc.nat(57),
  hour: fc.nat(23),
  replyBy: maybe(fc.integer({ min: 0, max: 90 })),
  repliedAt: maybe(fc.integer({ min: 0, max: 60 })),
  answered: fc.boolean(),
  news: fc.nat(1),
  helped: maybe(fc.constantFrom('yes', 'partly', 'no')),
})
type Item = typeof item extends fc.Arbitrary<infer One> ? One : never

/** The team above each of eight teams, always an earlier one. */
const tree = fc.tuple(...Array.from({ length: 8 }, (_, i) => (i === 0 ? fc.constant(null) : maybe(fc.nat(i - 1)))))

const sums = fc.record(
  Object.fromEntries(Object.keys(NO_SUMS).map((name) => [name, fc.integer({ min: 1, max: 500 })])) as Record<keyof Sums, fc.Arbitrary<number>>,
)

test('a figure of two groups is that of all of them together, never the mean of two figures', () => {
  fc.assert(
    fc.property(sums, sums, (a, b) => {
      const whole = addSums(a, b)
      for (const [metric, n] of SHARES) {
        const [one, other, both] = [figureOf(metric, a), figureOf(metric, b), figureOf(metric, whole)]
        expect(both.n).toBe(a[n] + b[n])
        if (both.n) expect((both.value ?? 0) * both.n).toBeCloseTo((one.value ?? 0) * (one.n ?? 0) + (other.value ?? 0) * (other.n ?? 0), 6)
      }
      expect(figureOf('complaints', whole).value).toBe(a.complaints + b.complaints)
    }),
  )
})

describe.each(engines)('$engine', ({ open }) => {
  let harness: Harness

  beforeAll(async () => {
    harness = await openHarness(open)
  })
  afterAll(() => harness.close())

  test('what teams, days and what no team has add up to is the whole, on every level', async () => {
    await fc.assert(
      fc.asyncProperty(tree, fc.array(item, { minLength: 1, maxLength: 60 }), async (parents, items) => {
        const { scope, teams } = await found(parents, items)
        const { db } = harness.deps
        const months = periodsBetween('2026-01-01', '2026-02-28', 'month', 'Europe/Amsterdam')
        const whole = { from: months[0]?.from ?? '', to: months.at(-1)?.to ?? '' }
        const total = (await sumsByPeriod(db, scope, [whole], {}, NOW)).get(whole.from) ?? NO_SUMS
        expect(total.voices).toBe(items.filter(({ status }) => status !== 'spam').length)

        expect((await rawSums(db, scope, [whole], {}, NOW)).get(whole.from) ?? NO_SUMS).toEqual(total)
        const days = await sumsByPeriod(db, scope, periodsBetween('2026-01-01', '2026-02-28', 'day', 'Europe/Amsterdam'), {}, NOW)
        expect([...days.values()].reduce(addSums, NO_SUMS)).toEqual(total)

        const own = await sumsByTeam(db, scope, whole, NOW)
        const routed = [...own.values()].reduce(addSums, NO_SUMS)
        const unrouted = Object.fromEntries(
          Object.keys(total).map((name) => [name, total[name as keyof Sums] - routed[name as keyof Sums]]),
        ) as unknown as Sums
        expect(unrouted.voices).toBe(items.filter(({ team, status }) => status !== 'spam' && (team === null || teams[team] === undefined)).length)
        expect([...(await sumsByPlace(db, scope, whole, 'site', NOW)).values()].reduce(addSums, NO_SUMS)).toEqual(total)
        const rolled = rollUp(teams, own)
        const tops = teams.filter(({ parentId }) => parentId === null).map(({ id }) => rolled.get(id) ?? NO_SUMS)
        expect([unrouted, ...tops].reduce(addSums)).toEqual(total)
        for (const { id } of teams) {
          const below = (await sumsByPeriod(db, scope, [whole], { teamId: id }, NOW)).get(whole.from) ?? NO_SUMS
          expect(below).toEqual(rolled.get(id))
          const parts = teams.filter(({ parentId }) => parentId === id).map((child) => rolled.get(child.id) ?? NO_SUMS)
          expect([own.get(id) ?? NO_SUMS, ...parts].reduce(addSums)).toEqual(below)
        }
      }),
      { numRuns: 15 },
    )
  }, 60_000)

  test('what is kept of any stretch of time says what its items do, for all, for goals, teams and sites', async () => {
    const moment = fc.integer({ min: -3 * 24, max: 65 * 24 })
    await fc.assert(
      fc.asyncProperty(tree, fc.array(item, { minLength: 1, maxLength: 60 }), moment, moment, async (parents, items, one, other) => {
        const { scope, teams, goals, sites } = await found(parents, items)
        const { db } = harness.deps
        const period = { from: at(0, Math.min(one, other)), to: at(0, Math.max(one, other) + 1) }
        const [kept, counted] = await Promise.all([
          sumsByPlace(db, scope, period, 'goal', NOW),
          Promise.all(goals.map(({ id }) => rawSums(db, scope, [period], { goalId: id }, NOW))),
        ])
        for (const [i, { id }] of goals.entries()) expect(kept.get(id)).toEqual(counted[i]?.get(period.from))
        const bySite = await sumsByPlace(db, scope, period, 'site', NOW)
        for (const siteId of sites) expect(bySite.get(siteId)).toEqual((await rawSums(db, scope, [period], { siteId }, NOW)).get(period.from))
        const promises = await sumsByPlace(db, scope, period, 'goal', NOW, { kept: keptPromises })
        for (const { id } of goals) {
          const { promises: n = 0, promisesKept = 0 } = promises.get(id) ?? {}
          expect([n, promisesKept]).toEqual([kept.get(id)?.promises ?? 0, kept.get(id)?.promisesKept ?? 0])
        }
        for (const filter of [
          {},
          { goalId: goals[0]?.id ?? '' },
          { teamId: teams[0]?.id ?? '' },
          { teamId: teams[1]?.id ?? '', goalId: goals[1]?.id ?? '' },
        ])
          expect(await sumsByPeriod(db, scope, [period], filter, NOW)).toEqual(await rawSums(db, scope, [period], filter, NOW))
      }),
      { numRuns: 15 },
    )
  }, 60_000)

  /** Teams in this tree, each with a goal, and what was said to them. */
  async function found(parents: (number | null)[], items: Item[]) {
    const { scope, siteId, teamId: spare } = await givenOrganisation(harness.deps, 'Boom')
    const sites = [siteId, newId()]
    const mine = harness.deps.db.within(scope)
    const teams = parents.map(() => ({ id: newId(), parentId: null as string | null }))
    for (const [i, parent] of parents.entries()) if (parent !== null && teams[i]) teams[i].parentId = teams[parent]?.id ?? null
    const createdAt = at(0, 0)
    await mine
      .insertInto(
        'teams',
        teams.map((team, i) => ({ ...team, name: `Team ${i}`, level: 'team', createdAt })),
      )
      .execute()
    const goal = { title: 'Doel', why: null, memberId: null, parentId: null, replyWithinDays: 3, intake: null, public: 'true', createdAt }
    const goals = teams.map(({ id }) => ({ ...goal, id: newId(), teamId: id }))
    await mine.insertInto('goals', goals).execute()
    const site = {
      key: `site_${newId()}`,
      name: 'Tweede',
      origins: '[]',
      kinds: '[]',
      rating: null,
      look: '{}',
      locale: 'nl',
      firstSeenAt: null,
      createdAt,
    }
    await mine.insertInto('sites', { ...site, id: sites[1] ?? '' }).execute()
    const rows = items.map(({ team, rating, site, day, hour, replyBy, repliedAt, answered, kind, status, news, helped }) => ({
      ...{
        id: newId(),
        siteId: sites[site] ?? siteId,
        customerId: newId(),
        kind,
        message: 'x',
        status,
        locale: null,
        pageUrl: null,
        attributes: '{}',
        news,
        helped,
        mergedIntoId: null,
      },
      ...{ ratingScale: rating?.[0] ?? null, ratingValue: rating?.[1] ?? null, goalId: team === null ? null : (goals[team]?.id ?? null) },
      ...{
        initiativeId: null,
        plan: null,
        outcomeId: answered ? newId() : null,
        submittedAt: at(day, hour),
        answeredAt: answered ? at(day, hour) : null,
      },
      ...{
        replyBy: replyBy === null ? null : at(replyBy, 12),
        repliedAt: repliedAt === null ? null : at(repliedAt, 12),
        reactionText: null,
        reactedAt: null,
      },
      ...{ routing: '{}', erasedAt: null },
    }))
    await mine.insertInto('feedbackItems', rows).execute()
    return { scope, teams: [...teams, { id: spare, parentId: null }], goals, sites }
  }
})
