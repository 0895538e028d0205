import type { Calibration } from './calibrate.ts'
import type { Encoder } from './encode.ts'
import type { Neighbours } from './neighbours.ts'
import type { Judges } from './score.ts'

/** One decision of a person: this text belongs to this goal. */
export interface Example {
  text: string
  goalId: string
  /** The item's id, to name it later as a similar earlier item; an example without one is learned from, never named. */
  id?: string
}

export interface LearnableGoal {
  id: string
  /** Its title and, where it has one, its intake text: a goal without examples lives from these. */
  texts: string[]
}

export interface TrainingInput {
  examples: readonly Example[]
  /** All goals that may be suggested; examples of another goal are left out. */
  goals: readonly LearnableGoal[]
  /** Texts of the organisation that nobody has decided about: they teach how its customers speak. */
  unlabelled?: readonly string[]
}

/** What was learned of one organisation. Made by `train` or `unpack`, changed only by `learn`. */
export interface RoutingModel extends Judges {
  goalIds: string[]
  encoder: Encoder
  calibration: Calibration
  neighbours: Neighbours
  /** For each goal 1 when something was ever known of it (a text or an example), else 0. */
  known: Uint8Array
  /** Goals whose decided items were taken for each other's when the training kept them out. */
  confusions: Confusion[]
}

export interface Confusion {
  goalIds: [string, string]
  /** Of the items of both, the share that was taken for the other's, 0 to 1. */
  share: number
}

export interface Candidate {
  goalId: string
  /** The share of such suggestions that prove right, 0 to 1. */
  confidence: number
  /** The customer's own words that spoke for this goal, strongest first, at most five. */
  words: string[]
}

export interface SimilarItem {
  id: string
  goalId: string
  /** 1 is the same words, 0 none in common. */
  similarity: number
}

export interface Suggestion {
  /** The three likeliest goals, best first; empty when the text has nothing to go by or no goal is open. */
  candidates: Candidate[]
  /** The confidence of the first is below the threshold that was asked for, or there is no candidate. */
  isUnknown: boolean
  /** The most similar earlier items, at most three. */
  similar: SimilarItem[]
}
