import * as z from 'zod'
import { SettingVersion } from './changes.ts'
import { endpoint } from './endpoint.ts'
import { Day, Id, line, Time, text } from './fields.ts'
import { Comment } from './goals.ts'
import { PageQuery, pageOf } from './page.ts'

/** `proposed` on the team's page by a colleague without an account, until the team takes it up. */
export const InitiativeState = z.enum(['proposed', 'planned', 'started', 'finished', 'stopped'])
export type InitiativeState = z.infer<typeof InitiativeState>

const InitiativeInput = z.object({
  title: line(1, 200),
  /** What customers may read of it. */
  plan: text(0, 5000).optional(),
  /** What only colleagues read. */
  notes: text(0, 10_000).optional(),
  startsOn: Day.nullable().optional(),
  endsOn: Day.nullable().optional(),
  /** Members of the team who take part. */
  memberIds: z.array(Id).max(100).optional(),
})

/** The How: written only by members of the team that owns the goal. */
export const Initiative = z.object({
  id: Id,
  goalId: Id,
  title: z.string(),
  plan: z.string().nullable(),
  notes: z.string().nullable(),
  state: InitiativeState,
  startsOn: Day.nullable(),
  endsOn: Day.nullable(),
  people: z.array(z.object({ id: Id, name: z.string() })),
  /** Feedback items that it is for. */
  items: z.int(),
  /** The member, or the first name of a colleague without an account. */
  createdBy: z.string(),
  version: SettingVersion,
  createdAt: Time,
  startedAt: Time.nullable(),
  endedAt: Time.nullable(),
})
export type Initiative = z.infer<typeof Initiative>

const OfInitiative = z.object({ id: Id })

export const initiativeEndpoints = {
  listInitiatives: endpoint('GET', '/api/v1/initiatives', { access: 'viewer' }, PageQuery.extend({ goalId: Id.optional() }), pageOf(Initiative)),
  createInitiative: endpoint('POST', '/api/v1/initiatives', { access: 'member', status: 201 }, InitiativeInput.extend({ goalId: Id }), Initiative),
  readInitiative: endpoint('GET', '/api/v1/initiatives/:id', { access: 'viewer' }, OfInitiative, Initiative),
  /** With the `version` that one saw, it is refused (`stale`) where somebody changed it since. */
  changeInitiative: endpoint(
    'PATCH',
    '/api/v1/initiatives/:id',
    { access: 'member' },
    InitiativeInput.partial().extend({ id: Id, version: SettingVersion.optional() }),
    Initiative,
  ),
  /** Starts it, on these items too where given: they are in progress from then on, and their customers read the plan. */
  startInitiative: endpoint(
    'PUT',
    '/api/v1/initiatives/:id/start',
    { access: 'member' },
    OfInitiative.extend({ feedbackIds: z.array(Id).max(5000).default([]) }),
    Initiative,
  ),
  /** Ends it. Its feedback still waits for an outcome: write one from it. */
  endInitiative: endpoint(
    'PUT',
    '/api/v1/initiatives/:id/end',
    { access: 'member' },
    OfInitiative.extend({ state: z.enum(['finished', 'stopped']) }),
    Initiative,
  ),
  /** Newest first. */
  listInitiativeComments: endpoint(
    'GET',
    '/api/v1/initiatives/:id/comments',
    { access: 'viewer' },
    OfInitiative.extend(PageQuery.shape),
    pageOf(Comment),
  ),
  commentOnInitiative: endpoint(
    'POST',
    '/api/v1/initiatives/:id/comments',
    { access: 'member', status: 201 },
    OfInitiative.extend({ text: text(1, 5000) }),
    Comment,
  ),
}
