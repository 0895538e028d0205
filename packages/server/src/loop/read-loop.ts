import type { Loop, TeamFigure } from '@klankbord/shared/loop'
import { LEAST_RANKED } from '@klankbord/shared/loop'
import type { Figure } from '@klankbord/shared/measures'
import type { Scope } from '../db/scope.ts'
import type { Deps } from '../deps.ts'
import { figureOf, NO_SUMS, rollUp, type SummedMetric } from '../measures/computed/figures.ts'
import { beginning, later, type Period } from '../measures/computed/periods.ts'
import { mediansByPeriod, sumsByPeriod, sumsByTeam } from '../measures/computed/store.ts'
import { dayAt } from '../members/local-time.ts'
import { readOrganisation } from '../members/store.ts'
import { badField, notFound } from '../problem-error.ts'
import { findTeam, listTeams } from '../teams/store.ts'

interface Between {
  from?: string | undefined
  to?: string | undefined
}

const USUAL_DAYS = 90

async function daysAsked({ db, clock }: Deps, scope: Scope, asked: Between): Promise<{ from: string; to: string; period: Period }> {
  const { timeZone } = await readOrganisation(db, scope)
  const to = asked.to ?? dayAt(clock(), timeZone)
  const from = asked.from ?? later(to, 'day', 1 - USUAL_DAYS)
  if (from > to) throw badField('from', 'Give a day that is not after “to”')
  return { from, to, period: { from: beginning(from, timeZone), to: beginning(later(to, 'day'), timeZone) } }
}

/** How well the organisation, or a team with those below it, answers what came in between two days. */
export async function readLoop(deps: Deps, scope: Scope, { teamId, ...asked }: Between & { teamId?: string | undefined }): Promise<Loop> {
  const { db, clock } = deps
  if (teamId !== undefined && !(await findTeam(db, scope, teamId))) throw notFound('team')
  const { from, to, period } = await daysAsked(deps, scope, asked)
  const filter = { teamId }
  const [sums = NO_SUMS] = (await sumsByPeriod(db, scope, [period], filter, clock().toISOString())).values()
  const median = async (until: 'reply' | 'outcome'): Promise<Figure> => {
    const [figure] = (await mediansByPeriod(db, scope, [period], filter, until)).values()
    return figure ?? { value: null, n: 0 }
  }
  const share = (part: number, n: number): Figure => ({ value: n === 0 ? null : part / n, n })
  return {
    from,
    to,
    teamId: teamId ?? null,
    received: { value: sums.voices, n: sums.voices },
    compliments: figureOf('compliments', sums),
    complaints: figureOf('complaints', sums),
    shareAnswered: share(sums.answered, sums.asked),
    timeToFirstReply: await median('reply'),
    timeToOutcome: await median('outcome'),
    shareTold: share(sums.told, sums.asked),
    shareHelped: share(sums.helped, sums.reactions),
    promiseKept: share(sums.promisesKept, sums.promises),
    overdue: { value: sums.overdue, n: sums.asked },
  }
}

/** One figure by team, each with the teams below it: best first, and those with too few to tell last and without a value. */
export async function rankTeams(deps: Deps, scope: Scope, { metric, ...asked }: Between & { metric: SummedMetric }) {
  const { db, clock } = deps
  const { period } = await daysAsked(deps, scope, asked)
  const teams = await listTeams(db, scope)
  const own = await sumsByTeam(db, scope, period, clock().toISOString())
  own.delete(null)
  const rolled = rollUp(teams, own as Map<string, typeof NO_SUMS>)
  const items = teams.map(({ id, name }): TeamFigure => {
    const { value, n } = figureOf(metric, rolled.get(id) ?? NO_SUMS)
    return { teamId: id, team: name, value: (n ?? 0) < LEAST_RANKED ? null : value, n: n ?? 0 }
  })
  const better = metric === 'complaints' ? -1 : 1
  const rank = ({ value }: TeamFigure) => (value === null ? Number.NEGATIVE_INFINITY : value * better)
  return { items: items.sort((a, b) => rank(b) - rank(a) || a.team.localeCompare(b.team)), least: LEAST_RANKED }
}
