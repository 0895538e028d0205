import * as z from 'zod'
import { endpoint } from './endpoint.ts'
import { Id, line } from './fields.ts'
import { FeedbackFilter, feedbackSorts } from './finding.ts'
import { pageOf } from './page.ts'

/** A view of the inbox that was kept: its maker's alone, or everyone's in a team. */
export const SavedView = z.object({
  id: Id,
  name: z.string(),
  /** Null when only its maker sees it. */
  teamId: Id.nullable(),
  filter: FeedbackFilter,
  sort: z.enum(feedbackSorts),
  /** The name of who made it. */
  by: z.string().nullable(),
  /** How many items it shows; null where that is not known without looking at each. */
  count: z.int().nullable(),
})
export type SavedView = z.infer<typeof SavedView>

const name = line(1, 80)

export const viewEndpoints = {
  /** One's own and those of one's teams, by name. */
  listViews: endpoint('GET', '/api/v1/views', { access: 'viewer' }, z.object({}), pageOf(SavedView)),
  createView: endpoint(
    'POST',
    '/api/v1/views',
    { access: 'member', status: 201 },
    z.object({ name, teamId: Id.nullable().default(null), filter: FeedbackFilter, sort: z.enum(feedbackSorts).default('new') }),
    SavedView,
  ),
  /** One's own, or one's team's. */
  changeView: endpoint(
    'PATCH',
    '/api/v1/views/:id',
    { access: 'member' },
    z.object({
      id: Id,
      name: name.optional(),
      teamId: Id.nullable().optional(),
      filter: FeedbackFilter.optional(),
      sort: z.enum(feedbackSorts).optional(),
    }),
    SavedView,
  ),
  removeView: endpoint('DELETE', '/api/v1/views/:id', { access: 'member', status: 204 }, z.object({ id: Id }), z.void()),
}
