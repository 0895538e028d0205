import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { type Given, givenOrganisation } from '../../test/builders.ts'
import { engines } from '../../test/engines.ts'
import { type Harness, openHarness } from '../../test/harness.ts'
import { type GoalName, givenDecided, givenShop, givenWaiting, sayAbout, thinkOver } from '../../test/learning.ts'
import { readFeedback } from '../feedback/inbox/read-feedback.ts'
import { routeFeedback } from '../feedback/triage.ts'
import { changeModel, rebuildModel } from './change-model.ts'
import { lookAtFlags } from './look-at-flags.ts'
import { readModel } from './read-model.ts'

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

  const want = (names: readonly GoalName[] = ['band', 'rekening', 'personeel']) =>
    changeModel(h.deps, given.scope, { threshold: 0.6, target: 0.8, wanted: names.map((name) => ({ goalId: goals[name], wanted: true })) })
  const trialOf = async (name: GoalName) => (await readModel(h.deps, given.scope)).goals.find(({ goalId }) => goalId === goals[name])
  const comes = async (message: string) => {
    const { id } = await givenWaiting(h.deps, given, message)
    await thinkOver(h.deps)
    return readFeedback(h.deps, given.scope, id)
  }

  test('the model only suggests, however sure it is, until it did well on what people decided themselves', async () => {
    await want()
    expect(await comes('Mijn binnenband is leeggelopen na het plakken')).toMatchObject({ status: 'received', goal: null })
    expect(await trialOf('band')).toMatchObject({ wanted: true, mayRoute: false, rests: 'too-few', right: null })
    await givenDecided(h.deps, given, goals, 90)
    h.pass({ minutes: 1 })
    await rebuildModel(h.deps, given.scope)
    await thinkOver(h.deps)
    expect(await trialOf('band')).toMatchObject({ examples: 30, mayRoute: true, rests: null })
    const routed = await comes(sayAbout('band', 3))
    expect(routed).toMatchObject({ status: 'routed', goal: { id: goals.band }, routing: { method: 'model' }, replyBy: expect.any(String) })
    expect(routed.routing.because[0]).toMatch(/^Dit doel past met \d+ % zekerheid bij wat collega’s eerder kozen \(model \d+\)$/)
    expect(routed.routing.because[1]).toMatch(/^Vooral deze woorden wezen ernaar: ‘/)
    expect(routed.timeline.map(({ type, actor }) => [type, actor.kind])).toEqual([['feedback.routed', 'system']])
    const { news } = await h.deps.db
      .within(given.scope)
      .selectFrom('feedbackItems')
      .select('news')
      .where('id', '=', routed.id)
      .executeTakeFirstOrThrow()
    expect(news).toBe(1)
  })

  test('a goal that nobody wants it for, and an item that a person must look at first, are left to people', async () => {
    await givenDecided(h.deps, given, goals, 90)
    await thinkOver(h.deps)
    expect(await comes(sayAbout('band', 3))).toMatchObject({ status: 'received' })
    await want()
    const id = (await comes(`${sayAbout('band', 3)} levensgevaarlijk`)).id
    expect(await readFeedback(h.deps, given.scope, id)).toMatchObject({ status: 'received', flagged: true })
    await lookAtFlags(h.deps, given.scope, { id })
    await thinkOver(h.deps)
    expect(await readFeedback(h.deps, given.scope, id)).toMatchObject({ status: 'routed', goal: { id: goals.band }, flagged: false })
  })

  test('it rests for a goal once people overturn it, and tells why', async () => {
    await givenDecided(h.deps, given, goals, 90)
    await want(['band'])
    await thinkOver(h.deps)
    h.pass({ minutes: 1 })
    for (let turn = 0; turn < 30 && (await trialOf('band'))?.mayRoute; turn += 5) {
      const ids: string[] = []
      for (let i = 0; i < 5; i++) ids.push((await givenWaiting(h.deps, given, sayAbout('band', turn + i))).id)
      await thinkOver(h.deps)
      h.pass({ seconds: 10 })
      for (const id of ids) await routeFeedback(h.deps, given.scope, { id, goalId: goals.rekening })
      await thinkOver(h.deps)
    }
    expect(await trialOf('band')).toMatchObject({ wanted: true, mayRoute: false, rests: 'overturned' })
    expect(await comes(sayAbout('band', 3))).toMatchObject({ status: 'received' })
  })

  test('what it routed and a colleague accepts becomes a decision of that colleague, with its reasons', async () => {
    await givenDecided(h.deps, given, goals, 90)
    await want()
    await thinkOver(h.deps)
    const { id } = await comes(sayAbout('band', 3))
    const accepted = await routeFeedback(h.deps, given.scope, { id, goalId: goals.band })
    expect(accepted.routing).toMatchObject({ method: 'person', model: expect.any(Number) })
    expect(accepted.routing.because).toHaveLength(3)
    const decided = await h.deps.db.within(given.scope).selectFrom('routingDecisions').selectAll().where('feedbackItemId', '=', id).execute()
    expect(decided).toMatchObject([{ goalId: goals.band, suggestedGoalId: goals.band, modelGoalId: goals.band }])
  })
})
