import type { KeptOut } from './calibrate.ts'
import type { Decision } from './may-route.ts'
import type { Example, LearnableGoal } from './model.ts'
import { hear } from './score.ts'
import { suggest } from './suggest.ts'
import { train } from './train.ts'

export interface ThresholdPoint {
  /** 0 to 1. */
  threshold: number
  /** The share of all items that would have been routed by the model itself at this threshold, 0 to 1. */
  share: number
  /** The share of those that went where people put them, 0 to 1; 1 when there were none. */
  right: number
}

export interface GoalResult {
  goalId: string
  /** Items that the model would have sent there, and how many of those belong there. */
  suggested: number
  right: number
}

export interface Backtest {
  curve: ThresholdPoint[]
  perGoal: GoalResult[]
  /** What the model would have suggested for each item, oldest first: a history for `mayRoute`. */
  decisions: Decision[]
}

const PERIODS = 5

/**
 * What the model would have done with the organisation's own items: trained on the older ones, asked about the newer, in steps over
 * time. `decisions` are oldest first. The first fifth is only learned from. How sure each model is comes from how those before it did.
 */
export function backtest(decisions: readonly Example[], goals: readonly LearnableGoal[]): Backtest {
  const would: Decision[] = []
  const keptOut: KeptOut[] = []
  let learned = 0
  const period = Math.max(1, Math.ceil(decisions.length / PERIODS))
  for (let start = period; start < decisions.length; start += period) {
    const model = train(
      { examples: decisions.slice(0, start), goals },
      keptOut.length > 0 ? { keptOut, part: learned / keptOut.length / start } : undefined,
    )
    for (const { text, goalId } of decisions.slice(start, start + period)) {
      const first = suggest(model, text).candidates[0]
      would.push({ suggested: first?.goalId ?? null, confidence: first?.confidence ?? 0, goalId })
      const goal = model.goalIds.indexOf(goalId)
      if (goal === -1) continue
      keptOut.push({ ...hear(model, text), goal })
      learned += start
    }
  }
  return { curve: curveOf(would), perGoal: perGoal(would), decisions: would }
}

/** Share routed and share right for each threshold, in steps of two hundredths. */
export function curveOf(decisions: readonly Decision[]): ThresholdPoint[] {
  return Array.from({ length: 50 }, (_, i) => {
    const threshold = i / 50
    const routed = decisions.filter(({ suggested, confidence }) => suggested !== null && confidence >= threshold)
    const right = routed.filter(({ suggested, goalId }) => suggested === goalId).length
    return { threshold, share: decisions.length === 0 ? 0 : routed.length / decisions.length, right: routed.length === 0 ? 1 : right / routed.length }
  })
}

function perGoal(decisions: readonly Decision[]): GoalResult[] {
  const results = new Map<string, GoalResult>()
  for (const { suggested, goalId } of decisions) {
    if (suggested === null) continue
    const result = results.get(suggested) ?? { goalId: suggested, suggested: 0, right: 0 }
    result.suggested++
    if (suggested === goalId) result.right++
    results.set(suggested, result)
  }
  return [...results.values()]
}
