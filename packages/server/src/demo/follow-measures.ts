import { systemScope } from '../db/scope.ts'
import type { Deps } from '../deps.ts'
import { createMeasure } from '../measures/create-measure.ts'
import { putPoints } from '../measures/put-points.ts'
import { periods } from './calendar.ts'
import { createChance } from './chance.ts'
import { type Company, idOf } from './company.ts'
import { computedMeasures, type DemoMeasure, measures } from './noorderwiel/measures.ts'

/** Periods in the two years that the company has followed its measures. */
const FOLLOWED: Record<DemoMeasure['every'], number> = { week: 104, month: 24, quarter: 8 }

/** What the company follows, with its values of two years, and what it has computed. */
export async function followMeasures(deps: Deps, { owner, goals }: Company, now: Date) {
  // The values of so many teams came by their own systems, which is nobody in particular.
  const system = systemScope(owner.organisationId)
  for (const { goal, every, values, sample, ...measure } of measures) {
    const goalId = goal === null ? null : idOf(goals, goal)
    const { id } = await createMeasure(deps, owner, { ...measure, period: every, goalId })
    const all = twoYears({ ...measure, goal, every, values })
    const points = periods(now, every, all.length).map((at, i) => ({
      at: at.toISOString(),
      value: all[i] ?? 0,
      n: sample ? sample - ((i * 7) % 23) : null,
    }))
    await putPoints({ ...deps, clock: () => now }, system, { id, points })
  }
  for (const { goal, ...measure } of computedMeasures)
    await createMeasure(deps, owner, { ...measure, source: 'computed', goalId: goal === null ? null : idOf(goals, goal) })
}

/** The values with what came before them: around the baseline, a little different each time. */
function twoYears({ name, baseline, every, values }: DemoMeasure): number[] {
  const chance = createChance([...name].reduce((seed, letter) => seed * 31 + letter.charCodeAt(0), 7) | 0)
  const wander = Math.max(Math.abs(baseline) * 0.06, 0.4)
  const digits = values.every(Number.isInteger) ? 1 : 10
  const before = Array.from({ length: Math.max(0, FOLLOWED[every] - values.length) }, () => {
    const value = baseline + (chance.next() + chance.next() - 1) * wander * 2
    return Math.max(baseline < 0 ? value : 0, Math.round(value * digits) / digits)
  })
  return [...before, ...values]
}
