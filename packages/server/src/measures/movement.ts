import type { Computed, MeasurePeriod } from '@klankbord/shared/measures'
import type { OutcomeMeasure } from '@klankbord/shared/outcome-measure'
import { rollUpOf } from '@klankbord/shared/roll-up'
import type { Db } from '../db/db.ts'
import type { Scope } from '../db/scope.ts'
import type { Deps } from '../deps.ts'
import { dayAt } from '../members/local-time.ts'
import { readOrganisation } from '../members/store.ts'
import { sumOf } from './by-period.ts'
import { firstDay, later, type Period, periodsBetween } from './computed/periods.ts'
import { rememberingFigures } from './computed/remember.ts'
import { type Followed, listFollowed } from './movement-store.ts'
import { pointsBefore, pointsBetween } from './points-store.ts'

/** How a measure of a goal stood around a publication; null where there was nothing. */
export interface Standing {
  before: number | null
  after: number | null
}

type Read = (measure: Followed, publishedAt: string) => Promise<Standing>

/**
 * The number that each outcome is shown with: of the first of its goal's measures that was followed on both sides of the publication. Of one that is entered, its last value until
 * then, and its last since; of one that is computed or adds up, the last whole period before, and the last whole one since.
 */
export async function movementsOf(
  { db, clock }: Pick<Deps, 'db' | 'clock'>,
  scope: Scope,
  outcomeIds: string[],
): Promise<Map<string, OutcomeMeasure>> {
  if (outcomeIds.length === 0) return new Map()
  const followed = new Map<string, Followed[]>()
  for (const row of await listFollowed(db, scope, outcomeIds)) followed.set(row.outcomeId, [...(followed.get(row.outcomeId) ?? []), row])
  const read = reader(db, scope, clock())
  const found = await Promise.all([...followed].map(async ([outcomeId, measures]) => [outcomeId, await firstMoved(measures, read)] as const))
  return new Map(found.flatMap(([outcomeId, moved]) => (moved ? [[outcomeId, moved]] : [])))
}

async function firstMoved(measures: readonly Followed[], read: Read): Promise<OutcomeMeasure | null> {
  for (const measure of measures) {
    const moved = movementOf(measure, await read(measure, measure.publishedAt ?? ''))
    if (moved) return moved
  }
  return null
}

/** Where nothing was measured before, the baseline is what it was. Null where it is not known what was, or what is. */
export function movementOf({ name, unit, direction, baseline }: Omit<Followed, 'outcomeId'>, { before, after }: Standing): OutcomeMeasure | null {
  const was = before ?? baseline
  return was === null || after === null ? null : { name, unit, direction: direction as OutcomeMeasure['direction'], before: was, after }
}

function reader(db: Db, scope: Scope, now: Date): Read {
  const figures = rememberingFigures(db, scope, now)
  return async ({ id, computed, unit, period: every }, publishedAt) => {
    if (computed === null && rollUpOf(unit) === 'last') return entered(db, scope, id, publishedAt)
    const { timeZone } = await readOrganisation(db, scope)
    const period = every as MeasurePeriod
    const [before, after] = wholePeriods(publishedAt, now, period, timeZone)
    if (after === null) return { before: null, after: null }
    if (computed === null) return { before: await summed(db, scope, id, before, period), after: await summed(db, scope, id, after, period) }
    const at = (first: string) => periodsBetween(first, first, period, timeZone)[0] as Period
    return figures(JSON.parse(computed) as Computed, at(before), at(after))
  }
}

async function entered(db: Db, scope: Scope, measureId: string, publishedAt: string): Promise<Standing> {
  const [[before], [last]] = await Promise.all([pointsBefore(db, scope, measureId, 1, `${publishedAt}~`), pointsBefore(db, scope, measureId, 1)])
  return { before: before?.value ?? null, after: last && last.at > publishedAt ? last.value : null }
}

/** What was entered for the period that begins on a day, added up. */
export const summed = async (db: Db, scope: Scope, measureId: string, first: string, period: MeasurePeriod): Promise<number | null> =>
  sumOf(await pointsBetween(db, scope, measureId, first, later(first, period)))

/** The first days of the last whole period before a publication, and the last one that is over now and began after it; the one in which it was published is of both. */
export function wholePeriods(publishedAt: string, now: Date, period: MeasurePeriod, timeZone: string): [string, string | null] {
  const [published, current] = [new Date(publishedAt), now].map((at) => firstDay(dayAt(at, timeZone), period)) as [string, string]
  const last = later(current, period, -1)
  return [later(published, period, -1), last > published ? last : null]
}
