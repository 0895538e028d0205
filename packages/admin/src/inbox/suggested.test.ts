import type { FeedbackItem } from '@klankbord/shared/feedback'
import type { Suggestion } from '@klankbord/shared/suggestions'
import { describe, expect, test } from 'vitest'
import { choicesOf, firstChoice, isUndecided, once, wordsFor } from './suggested.ts'

const goal = (id: string) => ({ id, title: id, teamId: 't', team: 'T' })
const suggestion = (more: Partial<Suggestion> = {}): Suggestion => ({
  model: 1,
  at: '2026-01-01T00:00:00.000Z',
  candidates: ['a', 'b', 'c'].map((goalId) => ({ goalId, title: goalId, team: 'T', confidence: 0.9, words: [`woord-${goalId}`], insteadOf: null })),
  isUnknown: false,
  similar: [],
  language: 'nl',
  kind: null,
  flags: [],
  looked: null,
  ...more,
})

describe('what was suggested for an item', () => {
  test.each<[string, Pick<FeedbackItem, 'goal' | 'status' | 'routing'>, boolean]>([
    ['no goal yet', { goal: null, status: 'received', routing: { method: 'none', because: [] } }, true],
    ['a rule chose', { goal: goal('a'), status: 'routed', routing: { method: 'rule', because: [] } }, true],
    ['the model chose', { goal: goal('a'), status: 'routed', routing: { method: 'model', because: [] } }, true],
    ['a person chose', { goal: goal('a'), status: 'routed', routing: { method: 'person', because: [] } }, false],
    ['the team works on what a rule chose', { goal: goal('a'), status: 'in_progress', routing: { method: 'rule', because: [] } }, false],
    ['spam', { goal: null, status: 'spam', routing: { method: 'none', because: [] } }, false],
  ])('asks for a decision or does not: %s', (_, item, expected) => expect(isUndecided(item)).toBe(expected))

  test('is taken with Enter only where the model is sure enough, and nothing was chosen', () => {
    expect(firstChoice({ goal: null }, suggestion())?.goalId).toBe('a')
    expect(firstChoice({ goal: null }, suggestion({ isUnknown: true }))).toBeUndefined()
    expect(firstChoice({ goal: goal('b') }, suggestion())).toBeUndefined()
    expect(firstChoice({ goal: null }, null)).toBeUndefined()
  })

  test('leaves out the goal that it has, and shows the words for that one', () => {
    expect(choicesOf({ goal: goal('b') }, suggestion()).map(({ goalId }) => goalId)).toEqual(['a', 'c'])
    expect(wordsFor({ goal: goal('b') }, suggestion())).toEqual(['woord-b'])
    expect(wordsFor({ goal: null }, suggestion())).toEqual(['woord-a'])
    expect(wordsFor({ goal: goal('elders') }, suggestion())).toEqual([])
    expect(wordsFor({ goal: null }, suggestion({ isUnknown: true }))).toEqual([])
  })

  test('leaves out what is hardly likely, but never the likeliest', () => {
    const unlikely = suggestion().candidates.map((candidate) => ({ ...candidate, confidence: 0.04 }))
    expect(choicesOf({ goal: null }, suggestion({ candidates: unlikely, isUnknown: true })).map(({ goalId }) => goalId)).toEqual(['a'])
  })

  test('names each word once', () => {
    expect(once(['Ik', 'fiets', 'ik', 'Fiets'])).toEqual(['Ik', 'fiets'])
  })
})
