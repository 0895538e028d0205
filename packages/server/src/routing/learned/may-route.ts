/** One decision about an item for which the model had a suggestion, oldest first in a history. */
export interface Decision {
  /** What the model suggested first; null when it said "unknown". */
  suggested: string | null
  /** 0 to 1. */
  confidence: number
  /** Where a person put it, or left it. */
  goalId: string
}

export interface RoutingBar {
  /** The share that has to be right, 0 to 1. */
  target: number
  /** At least so many decisions before the model may route by itself. */
  fewest: number
  /** Of the decisions at or above this confidence. */
  threshold: number
}

export const DEFAULT_BAR: RoutingBar = { target: 0.95, fewest: 20, threshold: 0.5 }
/** Only what happened lately counts, so that what went well once doesn't hide what goes wrong now. */
const RECENT = 200

export interface Verdict {
  mayRoute: boolean
  /** How many recent decisions it is about, and how many of those were right. */
  count: number
  right: number
  /** What the share right is at least and at most, with 90 % certainty (Wilson 1927). */
  atLeast: number
  atMost: number
}

/** The interval in which a share lies that was seen as `right` of `count`; z 1.645 leaves 5 % on each side. */
export function wilson(right: number, count: number, z = 1.645): { atLeast: number; atMost: number } {
  if (count === 0) return { atLeast: 0, atMost: 1 }
  const share = right / count
  const bend = (z * z) / count
  const middle = share + bend / 2
  const reach = z * Math.sqrt((share * (1 - share)) / count + bend / (4 * count))
  return { atLeast: Math.max(0, (middle - reach) / (1 + bend)), atMost: Math.min(1, (middle + reach) / (1 + bend)) }
}

/**
 * Whether the model may route to a goal by itself, from the history of what it suggested for that goal and what people decided. It
 * starts when the share right is surely above the target less the width that few decisions leave, and stops when the target is no
 * longer likely: `was` is whether it may now.
 */
export function mayRoute(history: readonly Decision[], goalId: string, was: boolean, bar: RoutingBar = DEFAULT_BAR): Verdict {
  const about = history.filter(({ suggested, confidence }) => suggested === goalId && confidence >= bar.threshold).slice(-RECENT)
  const right = about.filter((decision) => decision.goalId === goalId).length
  const bounds = wilson(right, about.length)
  const share = about.length === 0 ? 0 : right / about.length
  const starts = about.length >= bar.fewest && share >= bar.target && bounds.atLeast >= bar.target - 0.1
  const stays = bounds.atMost >= bar.target
  return { mayRoute: was ? stays && about.length > 0 : starts, count: about.length, right, ...bounds }
}
