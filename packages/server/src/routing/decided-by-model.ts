import type { RoutingDecision } from '@klankbord/shared/routing'
import { en } from './texts/model-en.ts'
import { nl } from './texts/model-nl.ts'
import { clip } from './words.ts'

/** Why the learned model sends an item somewhere. */
export interface ModelReasons {
  /** The model's number. */
  model: number
  confidence: number
  /** The customer's words that spoke for it. */
  words: readonly string[]
  /** The title of the goal that it thought of, where that has ended and its parent takes its place. */
  insteadOf: string | null
}

/** The decision of the learned model. Its reasons hold words of the customer, so they go when these are erased. */
export function decidedByModel({ model, confidence, words, insteadOf }: ModelReasons, locale: string): RoutingDecision {
  const texts = /^nl\b/i.test(locale) ? nl : en
  const because = [texts.likely(Math.round(confidence * 100), model)]
  if (words.length > 0) because.push(texts.words(words.map(clip)))
  if (insteadOf !== null) because.push(texts.ended(clip(insteadOf)))
  return { method: 'model', model, confidence, because }
}
