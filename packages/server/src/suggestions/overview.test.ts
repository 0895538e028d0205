import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { type Given, givenOrganisation } from '../../test/builders.ts'
import { engines } from '../../test/engines.ts'
import { type Harness, openHarness } from '../../test/harness.ts'
import { type GoalName, givenDecided, givenShop, givenWaiting, sayAbout, thinkOver } from '../../test/learning.ts'
import { tables } from '../db/integrity.ts'
import { markSpam, routeFeedback } from '../feedback/triage.ts'
import { createRule } from '../rules/create-rule.ts'
import { changeModel } from './change-model.ts'
import { dryRun } from './dry-run.ts'
import { listThemes } from './list-themes.ts'
import { readModel } from './read-model.ts'
import { readQuality } from './read-quality.ts'
import { routeTheme } from './route-theme.ts'

describe.each(engines)('$engine', ({ open }) => {
  let h: Harness
  let given: Given
  let goals: Record<GoalName, string>

  beforeEach(async () => {
    h = await openHarness(open)
    given = await givenOrganisation(h.deps)
    goals = await givenShop(h.deps, given)
  })
  afterEach(() => h.close())

  const says = async (message: string) => (await givenWaiting(h.deps, given, message)).id
  const stored = async () => {
    const all: string[] = []
    for (const table of tables)
      for (const row of await h.deps.db.everywhere.selectFrom(table).selectAll().execute()) all.push(`${table} ${JSON.stringify(row)}`)
    return all.sort()
  }
  const rule = (goalId: string, value: string) => ({ goalId, when: [{ field: 'message' as const, op: 'contains' as const, value }] })

  test('a draft of rules is tried on the newest items and changes nothing', async () => {
    await createRule(h.deps, given.scope, rule(goals.personeel, 'balie'))
    const [balie, factuur, other] = [await says('De balie is dicht'), await says('Mijn factuur klopt niet'), await says('Alles goed')]
    await thinkOver(h.deps)
    const before = await stored()
    const tried = await dryRun(h.deps, given.scope, { rules: [rule(goals.rekening, 'factuur'), rule(goals.band, 'balie')], last: 10 })
    expect(tried).toMatchObject({ tried: 3, changed: 2 })
    expect(tried.moves).toEqual(
      expect.arrayContaining([
        {
          ...{ from: null, to: { id: goals.rekening, title: 'Rekeningen die kloppen' }, by: 'rule', count: 1 },
          examples: [{ id: factuur, message: 'Mijn factuur klopt niet' }],
        },
        {
          ...{ from: { id: goals.personeel, title: 'Vriendelijk aan de balie' }, to: { id: goals.band, title: 'Lekke banden sneller plakken' } },
          ...{ by: 'rule', count: 1, examples: [{ id: balie, message: 'De balie is dicht' }] },
        },
      ]),
    )
    expect(JSON.stringify(tried)).not.toContain(other)
    expect(await stored()).toEqual(before)
  })

  test('a draft of the threshold shows what the model would leave to people, and other texts of a goal what they draw', async () => {
    await givenDecided(h.deps, given, goals, 90)
    await changeModel(h.deps, given.scope, { threshold: 0.5, target: 0.6, wanted: [{ goalId: goals.band, wanted: true }] })
    await thinkOver(h.deps)
    const before = await stored()
    const careful = await dryRun(h.deps, given.scope, { threshold: 1, last: 90 })
    expect(careful.moves).toMatchObject([{ from: { id: goals.band }, to: null, by: 'none' }])
    expect(careful.moves[0]?.count).toBeGreaterThan(20)
    expect((await dryRun(h.deps, given.scope, { last: 90 })).changed).toBe(0)
    const renamed = await dryRun(h.deps, given.scope, { goals: [{ goalId: goals.band, title: 'Anders', intake: '' }], last: 90 })
    expect(renamed.tried).toBe(90)
    expect(await stored()).toEqual(before)
  })

  test('what waits to be routed is grouped by what it is about, and a group is routed as if by hand', async () => {
    const ids = [
      await says('De fietspomp bij station Noord is kapot'),
      await says('Fietspomp kapot bij Noord'),
      await says('Kapotte fietspomp, station Noord'),
    ]
    await says('Ik mis een pashokje voor regenkleding')
    await says('Jullie koffie is heerlijk')
    await thinkOver(h.deps)
    const themes = await listThemes(h.deps, given.scope)
    expect(themes).toMatchObject({ grouped: 3, left: 2, items: [{ size: 3 }] })
    expect([...(themes.items[0]?.feedbackIds ?? [])].sort()).toEqual([...ids].sort())
    expect(themes.items[0]?.words).toEqual(expect.arrayContaining(['fietspomp', 'noord']))
    await markSpam(h.deps, given.scope, { id: ids[2] as string })
    const routed = await routeTheme(h.deps, given.scope, { goalId: goals.band, feedbackIds: ids })
    expect(routed).toEqual({ routed: 2 })
    const rows = await h.deps.db
      .within(given.scope)
      .selectFrom('feedbackItems')
      .select(['status', 'news', 'goalId'])
      .where('id', 'in', ids)
      .orderBy('id')
      .execute()
    expect(rows).toMatchObject([
      { status: 'routed', news: 1, goalId: goals.band },
      { status: 'routed', news: 1 },
      { status: 'spam', goalId: null },
    ])
    const decided = await h.deps.db.within(given.scope).selectFrom('routingDecisions').select('goalId').execute()
    expect(decided).toEqual([{ goalId: goals.band }, { goalId: goals.band }])
  })

  test('how often people took what was suggested is counted by week and by goal, with what they chose instead', async () => {
    await givenDecided(h.deps, given, goals, 60)
    await changeModel(h.deps, given.scope, { threshold: 0.3 })
    await thinkOver(h.deps)
    h.pass({ days: 8 })
    for (let turn = 0; turn < 4; turn++) {
      const id = await says(sayAbout('band', turn))
      await thinkOver(h.deps)
      await routeFeedback(h.deps, given.scope, { id, goalId: turn === 3 ? goals.personeel : goals.band })
    }
    const quality = await readQuality(h.deps, given.scope, {})
    expect(quality).toMatchObject({ suggested: 4, accepted: 3, goals: [{ goalId: goals.band, suggested: 4, accepted: 3 }], drift: null })
    expect(quality.confusion).toMatchObject([{ suggested: { id: goals.band }, chosen: { id: goals.personeel }, count: 1 }])
    expect(quality.weeks).toHaveLength(12)
    expect(quality.weeks.at(-1)).toMatchObject({ suggested: 4, accepted: 3 })
  })

  test('a fall in what people take is told', async () => {
    const decide = async (count: number, rightOf: (turn: number) => boolean) => {
      for (let turn = 0; turn < count; turn++)
        await h.deps.db
          .within(given.scope)
          .insertInto('routingDecisions', {
            feedbackItemId: `${h.deps.clock().toISOString()}-${turn}`,
            goalId: rightOf(turn) ? goals.band : goals.rekening,
            at: h.deps.clock().toISOString(),
            suggestedGoalId: goals.band,
            confidence: 0.9,
            modelGoalId: null,
          })
          .execute()
    }
    await decide(50, (turn) => turn % 10 !== 0)
    h.pass({ days: 40 })
    await decide(50, (turn) => turn % 2 === 0)
    expect((await readQuality(h.deps, given.scope, {})).drift).toEqual({ before: 0.9, now: 0.5 })
  })

  test('goals that can’t be told apart and goals without a text to go by are told to the admin', async () => {
    const id = '0195a000-0000-7000-8000-000000000001'
    const twin = {
      teamId: given.teamId,
      memberId: null,
      parentId: null,
      why: null,
      replyWithinDays: 2,
      public: 'true',
      createdAt: h.deps.clock().toISOString(),
    }
    const texts = await h.deps.db
      .within(given.scope)
      .selectFrom('goals')
      .select(['title', 'intake'])
      .where('id', '=', goals.band)
      .executeTakeFirstOrThrow()
    await h.deps.db
      .within(given.scope)
      .insertInto('goals', { ...twin, ...texts, id })
      .execute()
    await says('Lekke band')
    await thinkOver(h.deps)
    const model = await readModel(h.deps, given.scope)
    expect(model.twins).toMatchObject([{ goals: [{ id: expect.any(String) }, { id: expect.any(String) }] }])
    expect(model.twins[0]?.goals.map((goal) => goal.id).sort()).toEqual([goals.band, id].sort())
    expect(model.silent).toEqual([{ id: given.goalId, title: 'Elke fiets binnen een dag klaar' }])
  })
})
