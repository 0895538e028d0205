import * as z from 'zod'
import { endpoint } from './endpoint.ts'
import { Id, line, Time, text } from './fields.ts'
import { pageOf } from './page.ts'

/**
 * What customers see of a goal: its own title and text for them; true shows the goal's title, false shows the team's name only.
 */
export const GoalPublic = z.union([z.boolean(), z.object({ title: line(1, 200), text: text(0, 2000).optional() })])
export type GoalPublic = z.infer<typeof GoalPublic>

const GoalInput = z.object({
  title: line(1, 200),
  /** The story behind the goal. */
  why: text(0, 5000).optional(),
  teamId: Id,
  /** Set when the goal belongs to one person in the team. */
  memberId: Id.nullable().optional(),
  parentId: Id.nullable().optional(),
  /** The promise: working days until the customer hears. */
  replyWithinDays: z.int().min(1, 'Promise at least 1 working day').max(365, 'Promise at most 365 working days').default(5),
  /** In words, which feedback belongs here. */
  intake: text(0, 2000).optional(),
  public: GoalPublic.default(true),
})

/** The What. */
export const Goal = z.object({
  id: Id,
  title: z.string(),
  why: z.string().nullable(),
  teamId: Id,
  team: z.string(),
  memberId: Id.nullable(),
  parentId: Id.nullable(),
  replyWithinDays: z.int(),
  intake: z.string().nullable(),
  public: GoalPublic,
  /** Feedback items that still wait for an outcome. */
  openItems: z.int(),
  createdAt: Time,
})
export type Goal = z.infer<typeof Goal>

export const goalEndpoints = {
  listGoals: endpoint('GET', '/api/v1/goals', { access: 'viewer' }, z.object({}), pageOf(Goal)),
  createGoal: endpoint('POST', '/api/v1/goals', { access: 'member', status: 201 }, GoalInput, Goal),
  readGoal: endpoint('GET', '/api/v1/goals/:id', { access: 'viewer' }, z.object({ id: Id }), Goal),
  changeGoal: endpoint(
    'PATCH',
    '/api/v1/goals/:id',
    { access: 'member' },
    GoalInput.omit({ teamId: true })
      .extend({ replyWithinDays: z.int().min(1).max(365), public: GoalPublic })
      .partial()
      .extend({ id: Id }),
    Goal,
  ),
}
