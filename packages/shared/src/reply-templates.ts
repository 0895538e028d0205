import * as z from 'zod'
import { endpoint } from './endpoint.ts'
import { Id, Locale, line, text } from './fields.ts'

import { replyVariables, unknownIn } from './reply-variables.ts'

const TemplateText = text(1, 5000).refine((value) => unknownIn(value).length === 0, {
  error: `Between {{ and }} only these can be filled in: ${replyVariables.join(', ')}`,
})

const TemplateInput = z.object({
  name: line(1, 100),
  text: TemplateText,
  /** The team that it is for; null for everybody. */
  teamId: Id.nullable().optional(),
  /** The language that it is in; null where that does not matter. */
  locale: Locale.nullable().optional(),
})

/** A reply that is written more often. */
export const ReplyTemplate = z.object({
  id: Id,
  name: z.string(),
  text: z.string(),
  teamId: Id.nullable(),
  locale: z.string().nullable(),
})
export type ReplyTemplate = z.infer<typeof ReplyTemplate>

export const replyTemplateEndpoints = {
  /** All of them, by name. */
  listReplyTemplates: endpoint(
    'GET',
    '/api/v1/reply-templates',
    { access: 'viewer' },
    z.object({}),
    z.object({ items: z.array(ReplyTemplate), next: z.null() }),
  ),
  /** A team's own are written by its members; those for everybody by admins. */
  createReplyTemplate: endpoint('POST', '/api/v1/reply-templates', { access: 'member', status: 201 }, TemplateInput, ReplyTemplate),
  changeReplyTemplate: endpoint(
    'PATCH',
    '/api/v1/reply-templates/:id',
    { access: 'member' },
    TemplateInput.partial().extend({ id: Id }),
    ReplyTemplate,
  ),
  removeReplyTemplate: endpoint('DELETE', '/api/v1/reply-templates/:id', { access: 'member', status: 204 }, z.object({ id: Id }), z.void()),
}
