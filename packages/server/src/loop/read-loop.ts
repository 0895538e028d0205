import type { Figure } from '@klankbord/shared/figure'
import type { Loop, TeamFigure } from '@klankbord/shared/loop'
import { LEAST_RANKED } from '@klankbord/shared/loop'
import type { Db } from '../db/db.ts'
import type { Scope } from '../db/scope.ts'
import type { Deps } from '../deps.ts'
import { findGoal } from '../goals/store.ts'
import { figureOf, NO_SUMS, rollUp, type SummedMetric, type Sums } from '../measures/computed/figures.ts'
import { mediansIn, sumsByPeriod } from '../measures/computed/kept-sums.ts'
import { beginning, later, type Period } from '../measures/computed/periods.ts'
import { sumsByPlace } from '../measures/computed/place-sums.ts'
import { sumsByTeam } from '../measures/computed/team-sums.ts'
import { dayAt } from '../members/local-time.ts'
import { readOrganisation } from '../members/store.ts'
import { badField, notFound } from '../problem-error.ts'
import { findSite } from '../sites/store.ts'
import { findTeam, listTeams } from '../teams/store.ts'
import { promiseTallies } from './promise-tallies.ts'

export interface Between {
  from?: string | undefined
  to?: string | undefined
}

/** What is looked at alone. */
export interface Looked {
  teamId?: string | undefined
  goalId?: string | undefined
  siteId?: string | undefined
}

export async function requireLooked(db: Db, scope: Scope, { teamId, goalId, siteId }: Looked) {
  if (teamId !== undefined && !(await findTeam(db, scope, teamId))) throw notFound('team')
  if (goalId !== undefined && !(await findGoal(db, scope, goalId))) throw notFound('goal')
  if (siteId !== undefined && !(await findSite(db, scope, siteId))) throw notFound('site')
}

const USUAL_DAYS = 90

export async function daysAsked(
  { db, clock }: Deps,
  scope: Scope,
  asked: Between,
): Promise<{ from: string; to: string; period: Period; timeZone: string }> {
  const { timeZone } = await readOrganisation(db, scope)
  const to = asked.to ?? dayAt(clock(), timeZone)
  const from = asked.from ?? later(to, 'day', 1 - USUAL_DAYS)
  if (from > to) throw badField('from', 'Give a day that is not after “to”')
  return { from, to, timeZone, period: { from: beginning(from, timeZone), to: beginning(later(to, 'day'), timeZone) } }
}

/** A site alone is kept by itself; together with a team or a goal its items are counted. */
async function sumsIn(db: Db, scope: Scope, period: Period, looked: Looked, now: string): Promise<Sums> {
  const { siteId, teamId, goalId } = looked
  if (siteId !== undefined && teamId === undefined && goalId === undefined)
    return (await sumsByPlace(db, scope, period, 'site', now)).get(siteId) ?? NO_SUMS
  const [sums = NO_SUMS] = (await sumsByPeriod(db, scope, [period], looked, now)).values()
  return sums
}

/** How well the organisation, or a team with those below it, answers what came in between two days. */
export async function readLoop(deps: Deps, scope: Scope, { teamId, goalId, siteId, ...asked }: Between & Looked): Promise<Loop> {
  const { db, clock } = deps
  await requireLooked(db, scope, { teamId, goalId, siteId })
  const { from, to, period } = await daysAsked(deps, scope, asked)
  const filter = { teamId, goalId, siteId }
  const now = clock().toISOString()
  // Side by side: what is kept is looked up here, what is counted is counted in threads.
  const [sums, promises] = await Promise.all([sumsIn(db, scope, period, filter, now), promiseTallies(db, scope, period, teamId, now)])
  const medians = await mediansIn(db, scope, period, filter, sums.voices)
  const share = (part: number, n: number): Figure => ({ value: n === 0 ? null : part / n, n })
  return {
    from,
    to,
    teamId: teamId ?? null,
    goalId: goalId ?? null,
    siteId: siteId ?? null,
    received: { value: sums.voices, n: sums.voices },
    routed: { value: sums.routed, n: sums.asked },
    replied: { value: sums.replied, n: sums.asked },
    compliments: figureOf('compliments', sums),
    complaints: figureOf('complaints', sums),
    shareAnswered: share(sums.answered, sums.asked),
    timeToFirstReply: medians.reply,
    timeToOutcome: medians.outcome,
    shareTold: share(sums.told, sums.asked),
    noAddress: { value: sums.noAddress, n: sums.answered },
    shareHelped: share(sums.helped, sums.reactions),
    promiseKept: share(sums.promisesKept, sums.promises),
    overdue: { value: sums.overdue, n: sums.asked },
    promises,
  }
}

/** One figure by team, each with the teams below it: best first, and those with too few to tell last and without a value. */
export async function rankTeams(deps: Deps, scope: Scope, { metric, ...asked }: Between & { metric: SummedMetric }) {
  const { db, clock } = deps
  const { period } = await daysAsked(deps, scope, asked)
  const teams = await listTeams(db, scope)
  const own = await sumsByTeam(db, scope, period, clock().toISOString())
  const rolled = rollUp(teams, own)
  const items = teams.map(({ id, name }): TeamFigure => {
    const { value, n } = figureOf(metric, rolled.get(id) ?? NO_SUMS)
    return { teamId: id, team: name, value: (n ?? 0) < LEAST_RANKED ? null : value, n: n ?? 0 }
  })
  const better = metric === 'complaints' ? -1 : 1
  const rank = ({ value }: TeamFigure) => (value === null ? Number.NEGATIVE_INFINITY : value * better)
  return { items: items.sort((a, b) => rank(b) - rank(a) || a.team.localeCompare(b.team)), least: LEAST_RANKED }
}
