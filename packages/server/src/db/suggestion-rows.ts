import type { Tenant } from './schema.ts'

/* The tables of the learned half of routing. */

export interface SuggestionRow extends Tenant {
  feedbackItemId: string
  /** That of its item. */
  seq: number
  model: number
  at: string
  /** Below it the item was unknown. */
  threshold: number
  /** JSON: StoredCandidate[]. */
  candidates: string
  /** The first candidate's, unless the item was unknown. */
  goalId: string | null
  confidence: number | null
  /** JSON: StoredSimilar[]: ids, never words. */
  similarItems: string
  language: string | null
  kind: string | null
  kindConfidence: number | null
  /** JSON: Raised[]. */
  flags: string
  lookedAt: string | null
  lookedBy: string | null
  /** JSON: number[], what the item is found by in `itemTerms`. */
  terms: string
  /** Set while it is to be made (again): a time until which a process has it in hand, or empty. */
  dueAt: string | null
}

/** One rare word of an item, as a number. */
export interface ItemTermRow extends Tenant {
  term: number
  seq: number
}

/** What a person decided last about an item, beside what was suggested then. */
export interface RoutingDecisionRow extends Tenant {
  feedbackItemId: string
  goalId: string
  at: string
  /** Null where nothing was, or it was unknown. */
  suggestedGoalId: string | null
  confidence: number | null
  /** Where the model had sent the item by itself. */
  modelGoalId: string | null
}

export interface RoutingSettingsRow extends Tenant {
  threshold: number
  target: number
  /** JSON: ids of goals. */
  wanted: string
  /** JSON: Standing, how the model stands with each goal. */
  standing: string
  /** JSON: FlagWords; null for those of the product. */
  flagWords: string | null
  /** When the model must be built anew. */
  rebuildAt: string | null
  /** Until when a process is at it. */
  buildingAt: string | null
}

export interface RoutingModelRow extends Tenant {
  number: number
  builtAt: string
  examples: number
  /** A fingerprint of the goals that it was built for. */
  goals: string
  /** JSON: ThresholdPoint[]. */
  curve: string
  /** JSON: Decision[], what it would have done with people's own decisions, oldest first. */
  history: string
  /** JSON: Twins[]. */
  twins: string
}

/** A piece of a packed model in base64: small enough to be written and read without holding anybody up. */
export interface RoutingModelPartRow extends Tenant {
  number: number
  part: number
  packed: string
}
