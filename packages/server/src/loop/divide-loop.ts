import { LEAST_RANKED, type LoopPart, type LoopRow, type RankedFigure, rankedFigures } from '@klankbord/shared/loop'
import type { Db } from '../db/db.ts'
import type { Scope } from '../db/scope.ts'
import type { Deps } from '../deps.ts'
import { namesOfGoals } from '../goals/tally-store.ts'
import { figureOf, NO_SUMS, rollUp, type Sums } from '../measures/computed/figures.ts'
import { sumsByPeriod } from '../measures/computed/kept-sums.ts'
import { type Period, periodsBetween } from '../measures/computed/periods.ts'
import { sumsByPlace } from '../measures/computed/place-sums.ts'
import { sumsByTeam } from '../measures/computed/team-sums.ts'
import { listSites } from '../sites/store.ts'
import { listTeams } from '../teams/store.ts'
import { type Between, daysAsked } from './read-loop.ts'

interface Part {
  id: string
  name: string
  team: string | null
  sums: Sums
}

interface Asked {
  by: LoopPart
  period: Period
  from: string
  to: string
  timeZone: string
  now: string
}

/** The loop by goal, team, site or month: who is best first, and those of whom too little is known last, without a rank. */
export async function divideLoop(deps: Deps, scope: Scope, { by, rank, ...between }: Between & { by: LoopPart; rank: RankedFigure }) {
  const { db, clock } = deps
  const days = await daysAsked(deps, scope, between)
  const parts = await partsOf(db, scope, { ...days, by, now: clock().toISOString() })
  const rows = parts.map(present)
  const { from, to } = days
  return { from, to, items: by === 'month' ? rows : ranked(rows, rank), least: LEAST_RANKED }
}

async function partsOf(db: Db, scope: Scope, { by, period, from, to, timeZone, now }: Asked): Promise<Part[]> {
  if (by === 'goal') {
    const names = await namesOfGoals(db, scope)
    return [...(await sumsByPlace(db, scope, period, 'goal', now))].flatMap(([id, sums]) => {
      const named = names.get(id)
      return named ? [{ id, name: named.title, team: named.team, sums }] : []
    })
  }
  if (by === 'site') {
    const sums = await sumsByPlace(db, scope, period, 'site', now)
    return (await listSites(db, scope)).map(({ id, name }) => ({ id, name, team: null, sums: sums.get(id) ?? NO_SUMS }))
  }
  if (by === 'team') {
    const teams = await listTeams(db, scope)
    const rolled = rollUp(teams, await sumsByTeam(db, scope, period, now))
    return teams.map(({ id, name }) => ({ id, name, team: null, sums: rolled.get(id) ?? NO_SUMS }))
  }
  const months = periodsBetween(from, to, 'month', timeZone).map((month) => ({
    // biome-ignore lint/complexity/useMathMinMax: these are texts
    from: month.from < period.from ? period.from : month.from,
    // biome-ignore lint/complexity/useMathMinMax: these are texts
    to: month.to > period.to ? period.to : month.to,
  }))
  const sums = await sumsByPeriod(db, scope, months, {}, now)
  return months.map(({ from: at }) => ({ id: at, name: at, team: null, sums: sums.get(at) ?? NO_SUMS }))
}

const present = ({ id, name, team, sums }: Part): LoopRow => ({
  id,
  name,
  team,
  rank: null,
  received: sums.voices,
  compliments: sums.compliments,
  complaints: sums.complaints,
  noAddress: sums.noAddress,
  figures: Object.fromEntries(rankedFigures.map((name) => [name, figureOf(name, sums)])) as LoopRow['figures'],
})

/** Equals share a rank. */
function ranked(rows: LoopRow[], by: RankedFigure): LoopRow[] {
  const certain = ({ figures }: LoopRow) => {
    const { value, n } = figures[by]
    return (n ?? 0) < LEAST_RANKED ? null : value
  }
  const known = rows.filter((row) => certain(row) !== null).sort((a, b) => (certain(b) ?? 0) - (certain(a) ?? 0) || a.name.localeCompare(b.name))
  const others = rows.filter((row) => certain(row) === null).sort((a, b) => b.received - a.received || a.name.localeCompare(b.name))
  return [...known.map((row) => ({ ...row, rank: known.findIndex((one) => certain(one) === certain(row)) + 1 })), ...others]
}
