import { plainWords } from '../plain-words.ts'
import { emptyWords } from '../texts/empty-words.ts'
import { confide } from './calibrate.ts'
import { count, encode, heaviest, stack, type Vector } from './encode.ts'
import type { Reading } from './features.ts'
import type { Candidate, RoutingModel, SimilarItem, Suggestion } from './model.ts'
import { score } from './solve.ts'

const CANDIDATES = 3
const SIMILAR = 3
const MAX_WORDS = 5
/** Features times goals that one suggestion looks at: with very many goals only a text's heaviest features. */
const WORK = 150_000
/** What is left of a confidence that rests on pieces of words alone: noise has familiar pieces too. */
const GUESS = 0.3

export interface SuggestOptions {
  /** The goals that items may go to now; without it each goal that the model knows. */
  isOpen?: (goalId: string) => boolean
  /** Below this confidence the suggestion is "unknown", 0 to 1. */
  threshold?: number
}

/** The goals that a text probably belongs to, with how sure that is and why. At most a millisecond for an ordinary text. */
export function suggest(model: RoutingModel, text: string, { isOpen = () => true, threshold = 0.5 }: SuggestOptions = {}): Suggestion {
  const { encoder, goalIds } = model
  const reading = encoder.features.read(text)
  const vector = encode(count(reading, encoder.vocabulary, false), encoder)
  if (vector.columns.length === 0) return { candidates: [], isUnknown: true, similar: [] }
  const scores = new Float64Array(goalIds.length)
  score(stack([heaviest(vector, Math.ceil(WORK / goalIds.length))]), 0, model.weights, goalIds.length, scores)
  for (let i = 0; i < scores.length; i++) if (model.known[i] === 0) scores[i] = Number.NEGATIVE_INFINITY
  confide(scores, vector.familiar, model.calibration)
  if (vector.isGuess) for (let i = 0; i < scores.length; i++) scores[i] = (scores[i] as number) * GUESS
  // A closed goal keeps its share, so that what belongs there doesn't go confidently elsewhere.
  for (const [i, id] of goalIds.entries()) if (!isOpen(id)) scores[i] = 0
  const candidates = best(scores).map((goal): Candidate => {
    return { goalId: goalIds[goal] as string, confidence: scores[goal] as number, words: wordsFor(model, goal, reading, vector) }
  })
  return { candidates, isUnknown: (candidates[0]?.confidence ?? 0) < threshold, similar: similarTo(model, vector) }
}

/** The places of the highest scores above nothing, highest first. */
function best(scores: Float64Array): number[] {
  const top: number[] = []
  for (let i = 0; i < scores.length; i++) {
    const score = scores[i] as number
    if (!(score > 0)) continue
    if (top.length === CANDIDATES && score <= (scores[top[CANDIDATES - 1] as number] as number)) continue
    const at = top.findIndex((other) => (scores[other] as number) < score)
    top.splice(at === -1 ? top.length : at, 0, i)
    top.length = Math.min(top.length, CANDIDATES)
  }
  return top
}

/** What each feature says for the goal goes, in equal parts, to the words that it was made of. */
function wordsFor(
  { encoder, weights, goalIds }: RoutingModel,
  goal: number,
  { words, keys, from, to }: Reading,
  { columns, values }: Vector,
): string[] {
  const valueAt = new Map(Array.from(columns, (column, i) => [column, values[i] as number]))
  const said = new Float64Array(words.length)
  for (let i = 0; i < keys.length; i++) {
    const row = encoder.vocabulary.find(keys[i] as number)
    const value = valueAt.get(row)
    if (value === undefined) continue
    const [first, last] = [from[i] as number, to[i] as number]
    const part = (value * (weights[row * goalIds.length + goal] as number)) / (last - first + 1)
    for (let word = first; word <= last; word++) said[word] = (said[word] as number) + part
  }
  const order = words.map((_, i) => i).filter((i) => (said[i] as number) > 0 && /[\p{L}\p{N}\p{Extended_Pictographic}]/u.test(words[i] as string))
  order.sort((a, b) => (said[b] as number) - (said[a] as number))
  // An empty word weighs too, and explains nothing to a person.
  const telling = order.filter((i) => !emptyWords.has(plainWords(words[i] as string)[0] ?? ''))
  const shown = telling.length > 0 ? telling : order
  const least = (said[shown[0] ?? 0] ?? 0) / 10
  return [...new Set(shown.filter((i) => (said[i] as number) >= least).map((i) => words[i] as string))].slice(0, MAX_WORDS)
}

function similarTo({ neighbours, goalIds }: RoutingModel, vector: Vector): SimilarItem[] {
  return neighbours.nearest(vector, SIMILAR).map(({ at, similarity }) => ({
    id: neighbours.ids[at] as string,
    goalId: goalIds[neighbours.goals[at] as number] as string,
    similarity,
  }))
}
