import type { Standins, StoredCandidate } from './tasks.ts'

const CANDIDATES = 3

type Thought = Omit<StoredCandidate, 'insteadOf'> & { insteadOf?: string | null }

/** A goal that ended leaves its place to the one above it, together with what that one had itself; `most` is as sure as one can be. */
export function standIn(candidates: readonly Thought[], standins: Standins, most = 1): StoredCandidate[] {
  const found = new Map<string, StoredCandidate>()
  for (const { goalId, confidence, words, insteadOf = null } of candidates) {
    const live = standins[goalId]
    if (live == null) continue
    const known = found.get(live)
    if (known) known.confidence = Math.min(most, known.confidence + confidence)
    else found.set(live, { goalId: live, confidence, words, insteadOf: live === goalId ? insteadOf : goalId })
  }
  return [...found.values()].sort((a, b) => b.confidence - a.confidence).slice(0, CANDIDATES)
}
