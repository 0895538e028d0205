import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { type Given, givenOrganisation } from '../../test/builders.ts'
import { engines } from '../../test/engines.ts'
import { type Harness, openHarness } from '../../test/harness.ts'
import { type GoalName, givenDecided, givenShop, givenWaiting, thinkOver } from '../../test/learning.ts'
import { endGoalOfFeedback } from '../feedback/goals/end-goal.ts'
import { routeFeedback } from '../feedback/triage.ts'
import { lookAtFlags } from './look-at-flags.ts'
import { readModel } from './read-model.ts'
import { readSuggestion } from './read-suggestion.ts'

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
  const suggestionOf = (id: string) => readSuggestion(h.deps, given.scope, { id })
  const firstOf = async (id: string) => (await suggestionOf(id))?.candidates[0]

  test('the first item of a new organisation is suggested a goal by the goal’s own words, and says which words', async () => {
    const id = await says('Mijn binnenband is leeggelopen na het plakken')
    expect(await suggestionOf(id)).toBeNull()
    await thinkOver(h.deps)
    const made = await suggestionOf(id)
    expect(made).toMatchObject({ model: 1, language: 'nl', flags: [], similar: [], looked: null, kind: null })
    expect(made?.candidates[0]).toMatchObject({ goalId: goals.band, team: 'Werkplaats', insteadOf: null })
    expect(made?.candidates[0]?.words).toEqual(expect.arrayContaining(['binnenband']))
  })

  test('what a person corrects shows in the next similar item, and in one that waits already', async () => {
    const [first, waits] = [await says('De pomp bij de ingang is stuk'), await says('De pomp bij de ingang doet niets')]
    await thinkOver(h.deps)
    await routeFeedback(h.deps, given.scope, { id: first, goalId: goals.personeel })
    await thinkOver(h.deps)
    const next = await says('Weer een kapotte pomp bij de ingang')
    await thinkOver(h.deps)
    for (const id of [next, waits]) {
      expect(await firstOf(id)).toMatchObject({ goalId: goals.personeel })
      expect((await suggestionOf(id))?.similar).toMatchObject([{ id: first, goal: { id: goals.personeel } }])
    }
  })

  test('a model is built anew for what it has not learned, and not for what it has', async () => {
    await givenDecided(h.deps, given, goals, 30)
    await thinkOver(h.deps)
    await thinkOver(h.deps)
    const modelOf = async () => (await readModel(h.deps, given.scope)).model
    expect(await modelOf()).toBe(1)
    h.pass({ minutes: 1 })
    await givenDecided(h.deps, given, goals, 30)
    await thinkOver(h.deps)
    await thinkOver(h.deps)
    expect(await modelOf()).toBe(2)
    expect((await readModel(h.deps, given.scope)).examples).toBe(60)
  })

  test('what looks like feedback for a goal that ended goes to the goal above it, and says so', async () => {
    const id = await says('Mijn binnenband is leeggelopen')
    await routeFeedback(h.deps, given.scope, { id, goalId: goals.band })
    await endGoalOfFeedback(h.deps, given.scope, { id: goals.band, state: 'stopped', lookBack: 'Klaar' })
    const next = await says('Alweer een leeggelopen binnenband')
    await thinkOver(h.deps)
    expect(await firstOf(next)).toMatchObject({ goalId: given.goalId, insteadOf: { id: goals.band, title: 'Lekke banden sneller plakken' } })
  })

  test('words that a person must see raise a flag, until somebody looked', async () => {
    const id = await says('De rem weigerde en ik raakte gewond. Ik bel mijn advocaat.')
    await thinkOver(h.deps)
    expect((await suggestionOf(id))?.flags).toEqual([
      { flag: 'safety', words: ['gewond'] },
      { flag: 'legal', words: ['advocaat'] },
    ])
    const cookie = { Authorization: `Bearer ${await apiKey()}` }
    const flagged = () => h.request('GET', '/api/v1/feedback?flagged=yes', { headers: cookie })
    expect((await flagged()).body).toMatchObject({ items: [{ id, flagged: true }] })
    expect((await h.request('GET', '/api/v1/inbox', { headers: cookie })).body).toMatchObject({ flagged: 1 })
    await lookAtFlags(h.deps, given.scope, { id })
    h.pass({ minutes: 1 })
    await lookAtFlags(h.deps, given.scope, { id })
    await thinkOver(h.deps)
    expect((await flagged()).body).toMatchObject({ items: [] })
    expect((await suggestionOf(id))?.looked).toEqual({ at: '2026-03-02T09:00:00.000Z', by: 'Robin owner' })
  })

  const apiKey = async () => {
    const { createApiKey } = await import('../members/api-keys.ts')
    return (await createApiKey(h.deps, given.scope, { name: 'Test', role: 'admin' })).key
  }

  test('an organisation’s own words take the place of the usual ones', async () => {
    await h.request('PUT', '/api/v1/routing/flag-words', {
      headers: { Authorization: `Bearer ${await apiKey()}` },
      body: { safety: ['rem weiger*'], discrimination: [], legal: [], press: [] },
    })
    const [own, usual] = [await says('De REM weigerde!'), await says('Ik bel mijn advocaat')]
    await thinkOver(h.deps)
    expect((await suggestionOf(own))?.flags).toEqual([{ flag: 'safety', words: ['rem weigerde'] }])
    expect((await suggestionOf(usual))?.flags).toEqual([])
  })

  test('whatever somebody sends gets an answer, and does not keep others from theirs', async () => {
    const odd = [
      '\u200b\u200d',
      'a'.repeat(5000),
      `z${'\u0300\u0489'.repeat(900)}algo`,
      '\u202egnaldrekev\u202c',
      'band',
      'Шина спустила',
      '😀😀😀',
      '输胎漏气了',
      '!!!',
      '1',
    ]
    const ids: string[] = []
    for (const text of odd) ids.push(await says(text))
    const copies = [await says('Mijn binnenband is leeggelopen'), await says('Mijn binnenband is leeggelopen')]
    const began = performance.now()
    await thinkOver(h.deps)
    expect(performance.now() - began).toBeLessThan(10_000)
    for (const id of ids) expect(await suggestionOf(id)).toMatchObject({ model: 1 })
    for (const id of copies) expect(await firstOf(id)).toMatchObject({ goalId: goals.band })
    expect((await suggestionOf(ids[5] as string))?.candidates.length).toBeLessThanOrEqual(3)
  })

  test('without goals there is nothing to suggest, and flags and language are there all the same', async () => {
    await h.deps.db.within(given.scope).deleteFrom('goals').execute()
    const id = await says('The brakes failed and I was injured')
    await thinkOver(h.deps)
    expect(await suggestionOf(id)).toMatchObject({ model: 0, candidates: [], isUnknown: true, language: 'en', flags: [{ flag: 'safety' }] })
  })

  test('spam and merged items get no suggestion', async () => {
    const id = await says('Koop nu pillen')
    await h.deps.db.within(given.scope).updateTable('feedbackItems').set({ status: 'spam' }).execute()
    await thinkOver(h.deps)
    expect(await suggestionOf(id)).toBeNull()
  })
})
