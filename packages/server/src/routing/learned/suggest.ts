import { confide } from './calibrate.ts'
import { count, encode, heaviest, MOST_WEIGHED, type Vector } from './encode.ts'
import { wordsFor } from './explain.ts'
import type { Candidate, RoutingModel, SimilarItem, Suggestion } from './model.ts'
import { hiddenOf } from './network.ts'
import { scoreOf } from './score.ts'

const CANDIDATES = 3
const SIMILAR = 3
/** Of a long text only so many features are asked for words: the heaviest. */
const MOST_ASKED = 64
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
  const weighed = heaviest(vector, MOST_WEIGHED)
  const hidden = hiddenOf(model.network, weighed.columns, weighed.values)
  const scores = scoreOf(model, weighed, hidden)
  for (let i = 0; i < scores.length; i++) if (model.known[i] === 0) scores[i] = Number.NEGATIVE_INFINITY
  confide(scores, vector.familiar, model.calibration)
  if (vector.isGuess) for (let i = 0; i < scores.length; i++) scores[i] = (scores[i] as number) * GUESS
  // A closed goal keeps its share, so that what belongs there doesn't go confidently elsewhere.
  for (let i = 0; i < scores.length; i++) if (!isOpen(goalIds[i] as string)) scores[i] = 0
  const goals = best(scores)
  const words = wordsFor(model, goals, reading, heaviest(weighed, MOST_ASKED), hidden)
  const candidates = goals.map((goal, i): Candidate => {
    return { goalId: goalIds[goal] as string, confidence: scores[goal] as number, words: words[i] as string[] }
  })
  return { candidates, isUnknown: (candidates[0]?.confidence ?? 0) < threshold, similar: similarTo(model, weighed) }
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

function similarTo({ neighbours, goalIds }: RoutingModel, vector: Vector): SimilarItem[] {
  return neighbours.nearest(vector, SIMILAR).map(({ at, similarity }) => ({
    id: neighbours.ids[at] as string,
    goalId: goalIds[neighbours.goals[at] as number] as string,
    similarity,
  }))
}
