import type { Planting } from './tenants.ts'

/** A model that can't be read, and what it made of an item. */
export async function plantLearned({ mine, at, mark }: Planting, goalId: string, feedbackItemId: string) {
  const candidates = JSON.stringify([{ goalId, confidence: 0.9, words: [`${mark} woord`], insteadOf: null }])
  const flags = JSON.stringify([{ flag: 'press', words: [`${mark} krant`] }])
  const made = { model: 1, at, threshold: 0.7, candidates, goalId, confidence: 0.9, similarItems: '[]', language: 'nl', flags, terms: '[4711]' }
  await mine.insertInto('suggestions', { ...made, feedbackItemId, seq: 1, kind: null, kindConfidence: null }).execute()
  await mine.insertInto('itemTerms', { term: 4711, seq: 1 }).execute()
  await mine.insertInto('routingDecisions', { feedbackItemId, goalId, at, suggestedGoalId: goalId, confidence: 0.9, modelGoalId: null }).execute()
  const flagWords = JSON.stringify({ safety: [`${mark} gevaar`], discrimination: [], legal: [], press: [] })
  await mine
    .insertInto('routingSettings', { threshold: 0.7, target: 0.9, wanted: JSON.stringify([goalId]), standing: '{}', flagWords, rebuildAt: null })
    .execute()
  await mine.insertInto('routingModels', { number: 1, builtAt: at, examples: 1, goals: mark, curve: '[]', history: '[]', twins: '[]' }).execute()
  await mine.insertInto('routingModelParts', { number: 1, part: 0, packed: Buffer.from(mark).toString('base64') }).execute()
}
