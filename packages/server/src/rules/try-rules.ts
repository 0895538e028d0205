import { setImmediate } from 'node:timers/promises'
import { compiled } from '../routing/clause.ts'
import { type RoutableItem, type RoutableRule, reader } from '../routing/route-to-goal.ts'

/** A rule that was tried on items. */
export interface TriedRule {
  /** Null for a draft. */
  id: string | null
  /** Where it sends what it takes; null where it is passed over. */
  goalId: string | null
  /** Its goal is no longer pursued, whether a goal above takes its place or not. */
  hasEnded: boolean
  when: RoutableRule['when']
  /** For each item whether it fits, and whether it is this rule that takes it: 1 or 0. */
  fits: Uint8Array
  takes: Uint8Array
}

/** So long at a stretch, in milliseconds: whoever sends feedback meanwhile waits no longer. */
const STRETCH_MS = 4

/** Lets others have their turn when it has been long enough. */
export function createPauses() {
  let since = performance.now()
  return async () => {
    if (performance.now() - since < STRETCH_MS) return
    await setImmediate()
    since = performance.now()
  }
}

export type Candidate = Omit<TriedRule, 'fits' | 'takes'>

/** Tries rules, in their order, on items. */
export async function tryRules(rules: readonly Candidate[], items: readonly RoutableItem[]): Promise<TriedRule[]> {
  const pause = createPauses()
  const tried = rules.map((rule) => ({ ...rule, fits: new Uint8Array(items.length), takes: new Uint8Array(items.length) }))
  const clauses = rules.map(({ when }) => compiled(when))
  for (const [at, item] of items.entries()) {
    await pause()
    const read = reader(item)
    let isTaken = false
    for (const [i, rule] of tried.entries()) {
      if (!clauses[i]?.holds(read)) continue
      rule.fits[at] = 1
      if (isTaken || rule.goalId === null) continue
      rule.takes[at] = 1
      isTaken = true
    }
  }
  return tried
}

export const count = (marks: Uint8Array) => marks.reduce((sum, mark) => sum + mark, 0)

/** How many are marked by both. */
export function countBoth(a: Uint8Array, b: Uint8Array): number {
  let sum = 0
  for (let i = 0; i < a.length; i++) sum += (a[i] as number) & (b[i] as number)
  return sum
}
