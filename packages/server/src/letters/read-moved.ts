import type { Computed } from '@klankbord/shared/measures'
import { rollUpOf } from '@klankbord/shared/roll-up'
import type { Db } from '../db/db.ts'
import type { Scope } from '../db/scope.ts'
import { type Compute, computer } from '../measures/computed/compute.ts'
import { type Period, periodsBetween, startOfLast } from '../measures/computed/periods.ts'
import { summed } from '../measures/movement.ts'
import { listStoredMeasures, type StoredMeasure } from '../measures/store.ts'
import { dayAt } from '../members/local-time.ts'
import { readOrganisation } from '../members/store.ts'
import { readStanding, type Span } from './content-store.ts'

export interface Movement {
  name: string
  unit: string
  before: number
  after: number
  change: 'better' | 'worse' | 'same'
}

interface Standing {
  before: number | null
  after: number | null
}

/** How the measures of a team and its goals moved: those with a new value, and those that are computed or add up of which a period was completed. */
export async function readMoved(db: Db, scope: Scope, teamId: string, span: Span): Promise<Movement[]> {
  const { timeZone } = await readOrganisation(db, scope)
  const compute = computer(db, scope, new Date(span.until))
  const moved: Movement[] = []
  for (const measure of await listStoredMeasures(db, scope, { teamId })) {
    const standing =
      measure.computed || rollUpOf(measure.unit) === 'sum'
        ? await completed(measure.computed ? computing(compute, measure.computed) : adding(db, scope, measure), measure, span, timeZone)
        : await readStanding(db, scope, measure.id, span)
    moved.push(...movementOf(measure, standing))
  }
  return moved
}

/** The last two whole periods, in the letter after the last of them. What is of a day goes up and down too much to be told. */
async function completed(read: ReadPeriods, { period }: StoredMeasure, { since, until }: Span, timeZone: string): Promise<Standing> {
  const today = dayAt(new Date(until), timeZone)
  const [before, after, now] = periodsBetween(startOfLast(today, period, 3), today, period, timeZone)
  if (!before || !after || !now || period === 'day' || now.from < since) return { before: null, after: null }
  return read(before, after, timeZone)
}

type ReadPeriods = (before: Period, after: Period, timeZone: string) => Promise<Standing>

const computing =
  (compute: Compute, computed: Computed): ReadPeriods =>
  async (before, after) => {
    const points = await compute(computed, [before, after])
    const standingAt = (from: string) => points.find(({ at }) => at === from)?.value ?? null
    return { before: standingAt(before.from), after: standingAt(after.from) }
  }

/** What is counted by somebody adds up like what is computed. */
const adding =
  (db: Db, scope: Scope, { id, period }: StoredMeasure): ReadPeriods =>
  async (before, after, timeZone) => {
    const sum = ({ from }: Period) => summed(db, scope, id, dayAt(new Date(from), timeZone), period)
    return { before: await sum(before), after: await sum(after) }
  }

/** Where nothing was measured before, the baseline is what it was. */
function movementOf({ name, unit, direction, baseline }: StoredMeasure, { before: was, after }: Standing): Movement[] {
  const before = was ?? baseline
  if (before === null || after === null) return []
  const up = after > before === (direction === 'up')
  return [{ name, unit, before, after, change: after === before ? 'same' : up ? 'better' : 'worse' }]
}
