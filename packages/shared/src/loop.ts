import * as z from 'zod'
import { endpoint } from './endpoint.ts'
import { Id } from './fields.ts'
import { Figure, LoopMetric } from './measures.ts'

/** Fewest that a figure must be taken from before teams are ranked by it: below, chance decides who is last. */
export const LEAST_RANKED = 10

const Between = z.object({
  /** A day of the organisation's calendar; 90 days before `to` unless told. */
  from: z.iso.date().optional(),
  /** Included; today unless told. */
  to: z.iso.date().optional(),
})

/**
 * How well the organisation, or a team with those below it, answers what came in between two days. Every figure comes with `n`, what it was taken from.
 * Shares are from 0 to 1, times the median in days. `LoopMetric` says what each means; `overdue` counts promises that were not kept yet.
 */
export const Loop = z.object({
  from: z.string(),
  to: z.string(),
  teamId: Id.nullable(),
  received: Figure,
  compliments: Figure,
  complaints: Figure,
  shareAnswered: Figure,
  timeToFirstReply: Figure,
  timeToOutcome: Figure,
  shareTold: Figure,
  shareHelped: Figure,
  promiseKept: Figure,
  overdue: Figure,
})
export type Loop = z.infer<typeof Loop>

/** A team's figure with that of the teams below it; `value` is null as long as `n` is below `LEAST_RANKED`. */
export const TeamFigure = Figure.extend({ teamId: Id, team: z.string(), n: z.int() })
export type TeamFigure = z.infer<typeof TeamFigure>

export const loopEndpoints = {
  readLoop: endpoint('GET', '/api/v1/loop', { access: 'viewer' }, Between.extend({ teamId: Id.optional() }), Loop),
  /** One figure by team: those with too few come last, without a value. Not for times, which can't be added up. */
  rankTeams: endpoint(
    'GET',
    '/api/v1/loop/teams',
    { access: 'viewer' },
    Between.extend({ metric: LoopMetric.exclude(['timeToReply', 'timeToOutcome']) }),
    z.object({ items: z.array(TeamFigure), least: z.int() }),
  ),
}
