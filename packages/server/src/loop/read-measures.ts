import type { Measure, MeasurePeriod, MeasureSeries, ShownPoint } from '@klankbord/shared/measures'
import type { Scope } from '../db/scope.ts'
import type { Deps } from '../deps.ts'
import { byPeriod } from '../measures/by-period.ts'
import { type Compute, computer } from '../measures/computed/compute.ts'
import { periodsBetween, startOfLast } from '../measures/computed/periods.ts'
import { outcomesOf } from '../measures/computed/store.ts'
import { lastPoints, pointsBetween } from '../measures/points-store.ts'
import { asMeasure } from '../measures/read-stored.ts'
import { findMeasure, listStoredMeasures, type StoredMeasure } from '../measures/store.ts'
import { judgeFor } from '../measures/who-may.ts'
import { dayAt } from '../members/local-time.ts'
import { readOrganisation } from '../members/store.ts'
import { badField, notFound } from '../problem-error.ts'

/** How many periods back a computed measure goes where it is not asked for more: two years of months. */
const SHOWN: Record<MeasurePeriod, number> = { day: 60, week: 53, month: 24, quarter: 12 }
/** Most periods in one series. */
const MOST_PERIODS = 1500

/** Measures with their last values; computed ones as they stand now. */
export async function readMeasures(
  deps: Deps,
  scope: Scope,
  asked: { goalId?: string | undefined; teamId?: string | undefined },
): Promise<Measure[]> {
  return present(deps, scope, await listStoredMeasures(deps.db, scope, asked))
}

export async function readMeasure(deps: Deps, scope: Scope, id: string): Promise<Measure> {
  const stored = await findMeasure(deps.db, scope, id)
  const [measure] = stored ? await present(deps, scope, [stored]) : []
  if (!measure) throw notFound('measure')
  return measure
}

async function present({ db, clock }: Deps, scope: Scope, measures: StoredMeasure[]): Promise<Measure[]> {
  const now = clock()
  const { timeZone } = await readOrganisation(db, scope)
  const judge = await judgeFor(db, scope)
  const outcomes = await outcomesOf(db, scope, [...new Set(measures.flatMap((measure) => goalOf(measure) ?? []))])
  const compute = computer(db, scope, now)
  return Promise.all(
    measures.map(async (measure) => {
      const points = measure.computed ? await lastComputed(compute, measure, now, timeZone) : await lastPoints(db, scope, measure.id)
      const shown = asMeasure(measure, points, judge)
      return { ...shown, outcomes: outcomes.get(goalOf(measure) ?? '') ?? [], updatedAt: measure.computed ? now.toISOString() : measure.updatedAt }
    }),
  )
}

/** Whose outcomes are marked. */
const goalOf = ({ goalId, computed }: StoredMeasure) => goalId ?? computed?.goalId ?? null

function lastComputed(compute: Compute, { computed, period }: StoredMeasure, now: Date, timeZone: string): Promise<ShownPoint[]> {
  if (!computed) return Promise.resolve([])
  const today = dayAt(now, timeZone)
  return compute(computed, periodsBetween(startOfLast(today, period, SHOWN[period]), today, period, timeZone))
}

interface AskedSeries {
  id: string
  from?: string | undefined
  to?: string | undefined
  period?: MeasurePeriod | undefined
}

/** A measure by period. What is entered counts on the day that it was entered for, which is the same everywhere. */
export async function readSeries({ db, clock }: Deps, scope: Scope, asked: AskedSeries): Promise<MeasureSeries> {
  const measure = await findMeasure(db, scope, asked.id)
  if (!measure) throw notFound('measure')
  const now = clock()
  const { timeZone } = await readOrganisation(db, scope)
  const period = asked.period ?? measure.period
  const to = asked.to ?? dayAt(now, timeZone)
  const goalId = goalOf(measure)
  const outcomes = goalId === null ? [] : ((await outcomesOf(db, scope, [goalId])).get(goalId) ?? [])
  if (!measure.computed) {
    const end = new Date(Date.parse(`${to}T00:00:00.000Z`) + 86_400_000).toISOString()
    const points = await pointsBetween(db, scope, measure.id, asked.from ?? '0000', end)
    return { period, points: byPeriod(points, period, measure.unit), outcomes }
  }
  const periods = periodsBetween(asked.from ?? startOfLast(to, period, SHOWN[period]), to, period, timeZone)
  if (periods.length > MOST_PERIODS) throw badField('from', `Ask for at most ${MOST_PERIODS} periods at a time`)
  const points = await computer(db, scope, now)(measure.computed, periods)
  return { period, points: points.map((point) => ({ ...point, values: point.n ?? 0 })), outcomes }
}
