import type { Computed } from '@klankbord/shared/measures'
import type { Db } from '../../db/db.ts'
import type { Scope } from '../../db/scope.ts'
import { computer } from './compute.ts'
import type { Period } from './periods.ts'

interface Figures {
  before: number | null
  after: number | null
}

/** Customers look at what was done far more often than its numbers change. */
const KEEP_MS = 10 * 60_000
const MOST = 1000

const remembered = new WeakMap<Db, Map<string, { until: number; figures: Promise<Figures> }>>()

/** The value of a computed measure in one period and in another, at most ten minutes old. */
export function rememberingFigures(db: Db, scope: Scope, now: Date): (computed: Computed, before: Period, after: Period) => Promise<Figures> {
  const known = remembered.get(db) ?? new Map<string, { until: number; figures: Promise<Figures> }>()
  remembered.set(db, known)
  const compute = computer(db, scope, now)
  const read = async (computed: Computed, before: Period, after: Period): Promise<Figures> => {
    const points = await compute(computed, [before, after])
    const inPeriod = ({ from }: Period) => points.find(({ at }) => at === from)?.value ?? null
    return { before: inPeriod(before), after: inPeriod(after) }
  }
  return (computed, before, after) => {
    const key = JSON.stringify([scope.organisationId, computed, before.from, after.from, after.to])
    const found = known.get(key)
    if (found && found.until > now.getTime()) return found.figures
    const figures = read(computed, before, after)
    // The oldest goes: a map keeps the order in which its keys came.
    known.delete(key)
    if (known.size >= MOST) for (const oldest of known.keys()) if (known.delete(oldest)) break
    known.set(key, { until: now.getTime() + KEEP_MS, figures })
    figures.catch(() => known.delete(key))
    return figures
  }
}
