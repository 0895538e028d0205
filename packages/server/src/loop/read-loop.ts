import type { Figure } from '@klankbord/shared/figure'
import type { Loop, TeamFigure } from '@klankbord/shared/loop'
import { LEAST_RANKED } from '@klankbord/shared/loop'
import type { Db } from '../db/db.ts'
import type { Scope } from '../db/scope.ts'
import type { Deps } from '../deps.ts'
import { findGoal } from '../goals/store.ts'
import { namesOfGoals } from '../goals/tally-store.ts'
import { figureOf, NO_SUMS, rollUp, type SummedMetric, type Sums } from '../measures/computed/figures.ts'
import { addWaiting, sumsByPeriod, sumsOfPeriod } from '../measures/computed/kept-sums.ts'
import { mediansIn } from '../measures/computed/medians.ts'
import { beginning, later, type Period } from '../measures/computed/periods.ts'
import { cut } from '../measures/computed/pieces.ts'
import { waitingByPlace } from '../measures/computed/place-store.ts'
import { type CountedAt, countedAtEnds, sumsByPlace } from '../measures/computed/place-sums.ts'
import { sumsByTeam } from '../measures/computed/team-sums.ts'
import { dayAt } from '../members/local-time.ts'
import { readOrganisation } from '../members/store.ts'
import { badField, notFound } from '../problem-error.ts'
import { findSite, isOnlySite } from '../sites/store.ts'
import { findTeam, listTeams, listTreeTeams } from '../teams/store.ts'
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

/** What feedback that is; the only site of an organisation leaves none out, and the sums are kept of a team or a goal but not of what they have of a site. */
export async function requireLooked(db: Db, scope: Scope, { teamId, goalId, siteId }: Looked): Promise<Looked> {
  if (teamId !== undefined && !(await findTeam(db, scope, teamId))) throw notFound('team')
  if (goalId !== undefined && !(await findGoal(db, scope, goalId))) throw notFound('goal')
  if (siteId === undefined) return { teamId, goalId }
  if (!(await findSite(db, scope, siteId))) throw notFound('site')
  return (await isOnlySite(db, scope, siteId)) ? { teamId, goalId } : { teamId, goalId, siteId }
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

/** The sums that are kept, and what is counted beside them. A site alone is kept by itself; together with a team or a goal its items are counted. */
async function sumsIn(
  db: Db,
  scope: Scope,
  { period, looked, now, counting }: { period: Period; looked: Looked; now: string; counting: Promise<CountedAt[]> },
): Promise<{ sums: Sums; hasWaiting: boolean }> {
  const { siteId, teamId, goalId } = looked
  if (siteId === undefined) return { sums: await sumsOfPeriod(db, scope, period, looked, counting), hasWaiting: false }
  const found =
    teamId === undefined && goalId === undefined
      ? (await sumsByPlace(db, scope, period, 'site', now)).get(siteId)
      : (await sumsByPeriod(db, scope, [period], looked, now)).get(period.from)
  return { sums: found ?? NO_SUMS, hasWaiting: true }
}

/** How well the organisation, or a team with those below it, answers what came in between two days. */
export async function readLoop(deps: Deps, scope: Scope, { teamId, goalId, siteId, ...asked }: Between & Looked): Promise<Loop> {
  const { db, clock } = deps
  const [{ from, to, period }, goals, looked] = await Promise.all([
    daysAsked(deps, scope, asked),
    goalsOf(db, scope, teamId),
    requireLooked(db, scope, { teamId, goalId, siteId }),
  ])
  const now = clock().toISOString()
  const isLooked = (id: string) => (teamId === undefined || goals.has(id)) && (goalId === undefined || id === goalId)
  // Side by side: what is kept is looked up here, what is counted is counted in threads.
  const counting = countedAtEnds(db, scope, period, 'goal', now)
  const waiting = waitingByGoal(db, scope, period, now)
  const settling = sumsIn(db, scope, { period, looked, now, counting: counting.then((rows) => rows.filter(({ id }) => isLooked(id))) })
  const [{ sums: settled, hasWaiting }, medians, promises, waits] = await Promise.all([
    settling,
    settling.then(({ sums }) => mediansIn(db, scope, period, looked, sums.voices)),
    promiseTallies(db, scope, { period, now, goals, counting, waiting }),
    waiting,
  ])
  const sums = hasWaiting ? settled : waits.filter(({ id }) => isLooked(id)).reduce(addWaiting, settled)
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

async function waitingByGoal(db: Db, scope: Scope, period: Period, now: string) {
  const { days } = cut(period)
  return days ? waitingByPlace(db, scope, days, 'goal', now) : []
}

/** All goals by their titles, or those of a team and the teams below it. */
async function goalsOf(db: Db, scope: Scope, teamId: string | undefined) {
  const goals = await namesOfGoals(db, scope)
  if (teamId === undefined) return goals
  const teams = await listTreeTeams(db, scope)
  const below = new Set([teamId])
  for (let before = 0; before < below.size; ) {
    before = below.size
    for (const { id, parentId } of teams) if (parentId !== null && below.has(parentId)) below.add(id)
  }
  return new Map([...goals].filter(([, goal]) => below.has(goal.teamId)))
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
