import { count, type Encoder, encode, heaviest, type Vector } from './encode.ts'
import type { Leanings } from './leanings.ts'
import { addOuter, hiddenOf, type Network } from './network.ts'

/** What decides: two models that err differently, added up. */
export interface Judges {
  network: Network
  leanings: Leanings
}

/** The counts are asked about so many features: the common ones were seen with nearly each goal, which takes long to add up and tells little. */
const MOST_COUNTED = 100

/** The features of a text that the counts are asked about. */
export const counted = (vector: Vector) => heaviest(vector, MOST_COUNTED)

/** A score for each class, such that their mean is zero; `hidden` is the hidden layer that the text leads to. */
export function scoreOf({ network, leanings }: Judges, vector: Vector, hidden = hiddenOf(network, vector.columns, vector.values)): Float64Array {
  const scores = new Float64Array(leanings.offsets.length)
  addOuter(network, hidden, scores)
  const { columns, values } = counted(vector)
  leanings.addTo(scores, columns, values)
  return centred(scores)
}

export function centred(scores: Float64Array): Float64Array {
  let sum = 0
  for (const one of scores) sum += one
  const mean = sum / Math.max(1, scores.length)
  for (let c = 0; c < scores.length; c++) scores[c] = (scores[c] as number) - mean
  return scores
}

/** What is said of a text, before it is turned into confidences. */
export function hear({ encoder, ...judges }: Judges & { encoder: Encoder }, text: string) {
  const vector = encode(count(encoder.features.read(text), encoder.vocabulary, false), encoder)
  return { scores: scoreOf(judges, vector), familiar: vector.familiar }
}
