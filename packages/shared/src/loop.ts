import * as z from 'zod'
import { endpoint } from './endpoint.ts'
import { Id, Time } from './fields.ts'
import { Figure } from './figure.ts'
import { LoopMetric } from './measures.ts'
import { PromiseTally } from './promises.ts'

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
  /** Looked at alone, where it is asked for. */
  goalId: Id.nullable(),
  siteId: Id.nullable(),
  received: Figure,
  /** How many of what asks for an answer have a goal, and were replied to. */
  routed: Figure,
  replied: Figure,
  compliments: Figure,
  complaints: Figure,
  shareAnswered: Figure,
  timeToFirstReply: Figure,
  timeToOutcome: Figure,
  shareTold: Figure,
  /** Answered, but the customer left no address that could be mailed, and did not look. Counted apart: nobody forgot them. */
  noAddress: Figure,
  shareHelped: Figure,
  promiseKept: Figure,
  overdue: Figure,
  /** Promises that were kept, and those that were missed: answered too late, passed without an answer, or given another date only afterwards. By goal, most missed first. */
  promises: PromiseTally.extend({ goals: z.array(PromiseTally.extend({ goalId: Id, title: z.string(), team: z.string() })) }),
})
export type Loop = z.infer<typeof Loop>

/** A team's figure with that of the teams below it; `value` is null as long as `n` is below `LEAST_RANKED`. */
export const TeamFigure = Figure.extend({ teamId: Id, team: z.string(), n: z.int() })
export type TeamFigure = z.infer<typeof TeamFigure>

/** What the loop can be taken apart by. */
export const LoopPart = z.enum(['goal', 'team', 'site', 'month'])
export type LoopPart = z.infer<typeof LoopPart>

/** By what the parts can be ranked. */
export const rankedFigures = ['answered', 'told', 'helped', 'promiseKept'] as const
export type RankedFigure = (typeof rankedFigures)[number]

/** One goal, team, site or month. `rank` is null where its sample is below `LEAST_RANKED`, and for months, which are in their order. */
export const LoopRow = z.object({
  id: z.string(),
  name: z.string(),
  /** The team of a goal. */
  team: z.string().nullable(),
  rank: z.int().nullable(),
  received: z.int(),
  compliments: z.int(),
  complaints: z.int(),
  noAddress: z.int(),
  figures: z.record(z.enum(rankedFigures), Figure),
})
export type LoopRow = z.infer<typeof LoopRow>

/** Compliments and complaints by week or month, with the outcomes that were published meanwhile. */
export const LoopSeries = z.object({
  period: z.enum(['week', 'month']),
  points: z.array(z.object({ at: Time, received: z.int(), compliments: z.int(), complaints: z.int() })),
  outcomes: z.array(z.object({ id: Id, title: z.string(), at: Time })),
})
export type LoopSeries = z.infer<typeof LoopSeries>

const Looked = Between.extend({ teamId: Id.optional(), goalId: Id.optional(), siteId: Id.optional() })

export const loopEndpoints = {
  readLoop: endpoint('GET', '/api/v1/loop', { access: 'viewer' }, Looked, Loop),
  /** The figures of each goal, team with those below it, site or month: best first by `rank`, those with too few to tell last. */
  divideLoop: endpoint(
    'GET',
    '/api/v1/loop/parts',
    { access: 'viewer' },
    Between.extend({ by: LoopPart, rank: z.enum(rankedFigures).default('answered') }),
    z.object({ from: z.string(), to: z.string(), items: z.array(LoopRow), least: z.int() }),
  ),
  readLoopSeries: endpoint(
    'GET',
    '/api/v1/loop/series',
    { access: 'viewer' },
    Looked.extend({ period: z.enum(['week', 'month']).default('month') }),
    LoopSeries,
  ),
  /** One figure by team: those with too few come last, without a value. Not for times, which can't be added up. */
  rankTeams: endpoint(
    'GET',
    '/api/v1/loop/teams',
    { access: 'viewer' },
    Between.extend({ metric: LoopMetric.exclude(['timeToReply', 'timeToOutcome']) }),
    z.object({ items: z.array(TeamFigure), least: z.int() }),
  ),
}
