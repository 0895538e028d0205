import type { FeedbackItem } from '@klankbord/shared/feedback'
import type { Candidate } from '@klankbord/shared/routing'
import type { Suggestion } from '@klankbord/shared/suggestions'

const SETTLED = ['answered', 'spam', 'merged']

/** True while a person has not decided yet where an item belongs: it has no goal, or one that a rule or the model gave it. */
export const isUndecided = ({ goal, routing, status }: Pick<FeedbackItem, 'goal' | 'routing' | 'status'>): boolean =>
  !SETTLED.includes(status) && (goal === null || (status === 'routed' && (routing.method === 'rule' || routing.method === 'model')))

/** Less likely than this is not worth reading, beside what is likelier. */
const WORTH = 0.1

/** The goals to choose from with a key: those that were thought of, without the one that it has. */
export const choicesOf = (item: Pick<FeedbackItem, 'goal'>, suggestion: Suggestion | null | undefined): Candidate[] =>
  (suggestion?.candidates ?? []).filter(({ goalId, confidence }, index) => goalId !== item.goal?.id && (index === 0 || confidence >= WORTH))

/** The goal that is taken with Enter: only one that the model is sure enough of. */
export const firstChoice = (item: Pick<FeedbackItem, 'goal'>, suggestion: Suggestion | null | undefined): Candidate | undefined =>
  item.goal === null && suggestion && !suggestion.isUnknown ? suggestion.candidates[0] : undefined

/** The words that spoke for the goal that an item has, or else for the first that was thought of, where the model is sure enough of it. */
export function wordsFor(item: Pick<FeedbackItem, 'goal'>, suggestion: Suggestion | null | undefined): string[] {
  if (!suggestion) return []
  const shown = item.goal === null ? firstChoice(item, suggestion) : suggestion.candidates.find(({ goalId }) => goalId === item.goal?.id)
  return shown?.words ?? []
}

/** Each word once, whatever its capitals. */
export const once = (words: readonly string[]): string[] =>
  words.filter((word, index) => words.findIndex((one) => one.toLowerCase() === word.toLowerCase()) === index)

/** How sure, in a word of the texts. */
export const sureness = (confidence: number): 'very' | 'quite' | 'hardly' => (confidence >= 0.9 ? 'very' : confidence >= 0.6 ? 'quite' : 'hardly')
