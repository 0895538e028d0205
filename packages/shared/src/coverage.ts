import * as z from 'zod'
import { endpoint } from './endpoint.ts'
import { Day, Id } from './fields.ts'
import { PageQuery, pageOf } from './page.ts'
import { TeamLevel } from './teams.ts'

/**
 * What is missing of a goal. `loose`: no unbroken chain of parents leads to a goal of the top. `no-feedback`: customers said nothing that
 * belongs to it since the day that the coverage counts from. `no-initiative`: there is feedback since then, and no How that was planned or
 * started. `no-owner`: nobody answers for it, also once its owner has left.
 */
export const GoalGap = z.enum(['loose', 'no-measure', 'no-feedback', 'no-initiative', 'no-owner'])
export type GoalGap = z.infer<typeof GoalGap>

/** `no-goal`: neither they nor a team of theirs has one. `not-reaching`: they have, but none that leads to the top. */
export const PersonGap = z.enum(['no-goal', 'not-reaching'])
export type PersonGap = z.infer<typeof PersonGap>

/** Numbers of a team and all below it, or of the whole organisation. Only goals that are agreed and have not ended count. */
const Numbers = z.object({
  /** Colleagues with an account that is not closed, each counted once. */
  people: z.int(),
  /** Those with a goal that reaches the top in one unbroken chain. */
  reached: z.int(),
  goals: z.int(),
  teams: z.int(),
  gaps: z.object({
    people: z.record(PersonGap, z.int()),
    teams: z.object({ 'no-goal': z.int() }),
    goals: z.record(GoalGap, z.int()),
  }),
})

/**
 * How much of an organisation, or of one team and all below it, has a goal.
 *
 * `share` is `reached / people`: the share of colleagues with a goal that reaches the top in one unbroken chain; null when there are no
 * colleagues. A colleague has a goal when it is theirs (they are its person or its owner), or when it belongs as a whole to a team that they
 * are in. A chain is unbroken when each goal in it is agreed and has not ended, and its last one belongs to a team at the top: one of the level
 * organisation, or where there is none, one without a parent.
 */
export const Coverage = Numbers.extend({
  share: z.number().nullable(),
  /** Feedback counts from this day on. */
  since: Day,
})
export type Coverage = z.infer<typeof Coverage>

/** A team with the numbers of itself and all below it. */
export const CoverageTeam = Numbers.extend({
  id: Id,
  name: z.string(),
  level: TeamLevel,
  parentId: Id.nullable(),
  /** Whether the team itself has a goal. */
  hasGoal: z.boolean(),
  /** Whether there are teams directly below it. */
  hasTeams: z.boolean(),
})
export type CoverageTeam = z.infer<typeof CoverageTeam>

export const CoveragePerson = z.object({
  id: Id,
  name: z.string(),
  teams: z.array(z.object({ id: Id, name: z.string() })),
})
export type CoveragePerson = z.infer<typeof CoveragePerson>

export const CoverageGoal = z.object({
  id: Id,
  title: z.string(),
  teamId: Id,
  team: z.string(),
  owner: z.string().nullable(),
  gaps: z.array(GoalGap),
})
export type CoverageGoal = z.infer<typeof CoverageGoal>

/** Narrows to one team and all below it. */
const WithinTeam = z.object({ teamId: Id.optional() })

export const coverageEndpoints = {
  readCoverage: endpoint('GET', '/api/v1/coverage', { access: 'viewer' }, WithinTeam, Coverage),
  /** The teams directly below `parentId` (without it: those at the top), by name; with `gap`: all that have no goal themselves. */
  listCoverageTeams: endpoint(
    'GET',
    '/api/v1/coverage/teams',
    { access: 'viewer' },
    PageQuery.extend(WithinTeam.shape).extend({ parentId: Id.optional(), gap: z.literal('no-goal').optional() }),
    pageOf(CoverageTeam),
  ),
  /** By name. */
  listCoveragePeople: endpoint(
    'GET',
    '/api/v1/coverage/people',
    { access: 'viewer' },
    PageQuery.extend(WithinTeam.shape).extend({ gap: PersonGap }),
    pageOf(CoveragePerson),
  ),
  /** By title. */
  listCoverageGoals: endpoint(
    'GET',
    '/api/v1/coverage/goals',
    { access: 'viewer' },
    PageQuery.extend(WithinTeam.shape).extend({ gap: GoalGap }),
    pageOf(CoverageGoal),
  ),
}
