import * as z from 'zod'
import { endpoint } from './endpoint.ts'
import { Day, Id, line, Time, text } from './fields.ts'
import { Figure } from './figure.ts'
import { PageQuery, pageOf } from './page.ts'
import { PromiseTally } from './promises.ts'

/**
 * What customers see of a goal: its own title and text for them; true shows the goal's title, false shows the team's name only.
 */
export const GoalPublic = z.union([z.boolean(), z.object({ title: line(1, 200), text: text(0, 2000).optional() })])
export type GoalPublic = z.infer<typeof GoalPublic>

/** How a goal ends; `stopped` also where it was proposed and refused. */
export const GoalEnd = z.enum(['achieved', 'missed', 'stopped'])
export type GoalEnd = z.infer<typeof GoalEnd>

/** `proposed` until the team and the level above agree on it. Feedback can be routed to a goal until it has ended. */
export const GoalState = z.enum(['proposed', 'agreed', ...GoalEnd.options])
export type GoalState = z.infer<typeof GoalState>

/** The What itself: what the team and the level above agree on, and neither changes alone. */
const Agreed = z.object({
  title: line(1, 200),
  /** When it is achieved, in words. */
  target: line(0, 200).nullable().optional(),
  startsOn: Day.nullable().optional(),
  endsOn: Day.nullable().optional(),
})

const GoalInput = Agreed.extend({
  /** The story behind the goal: paragraphs, lists, **bold** and _italic_ as in Markdown. */
  why: text(0, 5000).optional(),
  teamId: Id,
  /** Set when the goal belongs to one person in the team. */
  memberId: Id.nullable().optional(),
  /** Who answers for it; where nobody is named, the person whose goal it is. */
  ownerId: Id.nullable().optional(),
  parentId: Id.nullable().optional(),
  /** The promise: working days until the customer hears. */
  replyWithinDays: z.int().min(1, 'Promise at least 1 working day').max(365, 'Promise at most 365 working days').default(5),
  /** In words, which feedback belongs here. */
  intake: text(0, 2000).optional(),
  public: GoalPublic.default(true),
  /** After how many weeks those whom an outcome helped are asked, once and by e-mail, whether it is still better; null never asks. */
  askAgainAfterWeeks: z.int().min(1, 'Wait at least 1 week').max(52, 'Wait at most 52 weeks').nullable().default(null),
})

/** Which hand agrees: the team that owns the goal, or the level above it. */
export const GoalSide = z.enum(['team', 'above'])
export type GoalSide = z.infer<typeof GoalSide>

/** A change of the What, or a new goal (`changes` is then empty), that waits for the other side. One at a time per goal. */
export const GoalProposal = z.object({
  id: Id,
  goalId: Id,
  changes: Agreed.partial(),
  /** The side that agrees with it so far; null when a colleague who holds neither proposed it, and both have to agree. */
  side: GoalSide.nullable(),
  proposedBy: z.string(),
  proposedAt: Time,
  /** Feedback items that are the reason for a new goal. */
  feedbackIds: z.array(Id),
  acceptedAt: Time.nullable(),
  refusedAt: Time.nullable(),
  decidedBy: z.string().nullable(),
  /** Why it was refused. */
  reason: z.string().nullable(),
})
export type GoalProposal = z.infer<typeof GoalProposal>

/** A goal as it stands in the tree: no more than a row shows. */
export const GoalNode = z.object({
  id: Id,
  title: z.string(),
  teamId: Id,
  memberId: Id.nullable(),
  /** Null when nobody answers for it, also once its owner has left. */
  ownerId: Id.nullable(),
  owner: z.string().nullable(),
  parentId: Id.nullable(),
  state: GoalState,
  startsOn: Day.nullable(),
  endsOn: Day.nullable(),
  /** Feedback items that still wait for an outcome. */
  openItems: z.int(),
  /** Whether a proposal waits for the other side. */
  waits: z.boolean(),
})
export type GoalNode = z.infer<typeof GoalNode>

/** The What. */
export const Goal = GoalNode.extend({
  why: z.string().nullable(),
  target: z.string().nullable(),
  team: z.string(),
  replyWithinDays: z.int(),
  intake: z.string().nullable(),
  public: GoalPublic,
  askAgainAfterWeeks: z.int().nullable(),
  /** What was learned, once it has ended. */
  lookBack: z.string().nullable(),
  endedAt: Time.nullable(),
  createdAt: Time,
})
export type Goal = z.infer<typeof Goal>

/** A goal with what the one who asks may do with it. */
export const GoalPage = Goal.extend({
  /** Promises of this goal that were kept and missed so far. */
  promises: PromiseTally,
  /** The share of reactions that say an outcome helped. A `no` counts until what it is about is answered again. */
  helped: Figure,
  proposal: GoalProposal.nullable(),
  may: z.object({
    /** Change what needs nobody's agreement: why, owner, place, reply time, intake, public text. */
    change: z.boolean(),
    /** Propose another title, target or period. */
    propose: z.boolean(),
    /** Do so at once, since both sides are theirs. */
    changeAlone: z.boolean(),
    /** Accept or refuse the proposal that waits. */
    decide: z.boolean(),
    /** Take back the proposal that waits, since it is theirs. */
    withdraw: z.boolean(),
    /** End it, or take it up again. */
    end: z.boolean(),
    /** Write the How. */
    initiate: z.boolean(),
    comment: z.boolean(),
  }),
})
export type GoalPage = z.infer<typeof GoalPage>

/**
 * One line of a goal's history, newest first; `detail` holds what it was (`from`) and what it became (`to`). `type` is goal.created, goal.proposed (a change),
 * goal.half-agreed, goal.agreed, goal.refused, goal.withdrawn, goal.changed, goal.ended or goal.resumed.
 */
export const GoalEvent = z.object({
  id: Id,
  type: z.string(),
  actor: z.string().nullable(),
  at: Time,
  detail: z.record(z.string(), z.unknown()),
})
export type GoalEvent = z.infer<typeof GoalEvent>

/** What a colleague says of a goal or an initiative. */
export const Comment = z.object({ id: Id, author: z.string(), text: z.string(), createdAt: Time })
export type Comment = z.infer<typeof Comment>

const OfGoal = z.object({ id: Id })

export const goalEndpoints = {
  listGoals: endpoint('GET', '/api/v1/goals', { access: 'viewer' }, z.object({ teamId: Id.optional() }), pageOf(Goal)),
  /** All teams and goals at once, in the order of their names, each no more than its row: what the tree and every choice of a goal show. */
  readGoalTree: endpoint(
    'GET',
    '/api/v1/goals/tree',
    { access: 'viewer', etag: true },
    z.object({}),
    z.object({ teams: z.array(z.object({ id: Id, name: z.string(), level: z.string(), parentId: Id.nullable() })), goals: z.array(GoalNode) }),
  ),
  /** Proposes a goal; it is agreed at once when nobody else has to agree. */
  createGoal: endpoint('POST', '/api/v1/goals', { access: 'member', status: 201 }, GoalInput, Goal),
  readGoal: endpoint('GET', '/api/v1/goals/:id', { access: 'viewer' }, OfGoal, GoalPage),
  /** What needs the other side's agreement (title, target, period) is refused here for who has only one side: propose it. */
  changeGoal: endpoint(
    'PATCH',
    '/api/v1/goals/:id',
    { access: 'member' },
    GoalInput.omit({ teamId: true })
      .extend({ replyWithinDays: z.int().min(1).max(365), public: GoalPublic, askAgainAfterWeeks: z.int().min(1).max(52).nullable() })
      .partial()
      .extend({ id: Id }),
    Goal,
  ),
  proposeGoalChange: endpoint(
    'POST',
    '/api/v1/goals/:id/proposals',
    { access: 'member', status: 201 },
    Agreed.partial().extend({ id: Id }),
    GoalProposal,
  ),
  /**
   * Accepts or refuses the proposal that waits; a refusal says why. Who proposed it takes it back by refusing it. Accepted by one side, it waits
   * for the other where that one has not agreed yet. Feedback that was the reason of a new goal is routed to it once it is agreed on.
   */
  decideGoalProposal: endpoint(
    'PUT',
    '/api/v1/goals/:id/proposals/:proposalId',
    { access: 'member' },
    z.object({ id: Id, proposalId: Id, accept: z.boolean(), reason: text(0, 2000).optional() }),
    GoalProposal,
  ),
  /** Ends a goal with a look back. Rules pass it over from then on, and its open feedback goes back to be routed. */
  endGoal: endpoint('PUT', '/api/v1/goals/:id/end', { access: 'member' }, z.object({ id: Id, state: GoalEnd, lookBack: text(1, 5000) }), Goal),
  /** Takes a goal up again that had ended. */
  resumeGoal: endpoint('DELETE', '/api/v1/goals/:id/end', { access: 'member' }, OfGoal, Goal),
  listGoalEvents: endpoint('GET', '/api/v1/goals/:id/events', { access: 'viewer' }, OfGoal.extend(PageQuery.shape), pageOf(GoalEvent)),
  /** Newest first. */
  listGoalComments: endpoint('GET', '/api/v1/goals/:id/comments', { access: 'viewer' }, OfGoal.extend(PageQuery.shape), pageOf(Comment)),
  commentOnGoal: endpoint('POST', '/api/v1/goals/:id/comments', { access: 'member', status: 201 }, OfGoal.extend({ text: text(1, 5000) }), Comment),
  /** Makes feedback that fits no goal the reason of a proposed one, of the team or of a level above. */
  proposeGoalFromFeedback: endpoint(
    'POST',
    '/api/v1/feedback/goal-proposals',
    { access: 'member', status: 201 },
    z.object({ title: line(1, 200), why: text(0, 5000).optional(), teamId: Id, feedbackIds: z.array(Id).min(1).max(200) }),
    Goal,
  ),
}
