import * as z from 'zod'
import { endpoint } from './endpoint.ts'
import { channels, FeedbackItem, ItemVersion, Rating } from './feedback.ts'
import { Email, Id, Locale, line, text } from './fields.ts'
import { kinds, MESSAGE_MAX } from './widget.ts'

/** What a member writes down on behalf of a customer. */
export const EnteredFeedback = z
  .object({
    siteId: Id,
    kind: z.enum(kinds),
    message: text(1, MESSAGE_MAX),
    channel: z.enum(channels),
    customer: z.object({
      name: line(1, 100).optional(),
      email: Email.optional(),
      /** Must be true when `email` is given: the customer said that they want to be told. */
      emailConsent: z.boolean().optional(),
      locale: Locale.optional(),
    }),
    /** Where it belongs, when the member knows; else the rules decide. */
    goalId: Id.optional(),
    rating: Rating.optional(),
  })
  .refine(({ customer }) => customer.email === undefined || customer.emailConsent === true, {
    path: ['customer', 'emailConsent'],
    error: 'An address is taken only when the customer wants to be mailed: ask them and send emailConsent: true, or leave the address out',
  })
export type EnteredFeedback = z.infer<typeof EnteredFeedback>

export const mergingEndpoints = {
  /** Its customer is carried along: they see how `into` goes on, and never another customer's words. `DELETE` splits it off as it stood. */
  mergeFeedback: endpoint(
    'PUT',
    '/api/v1/feedback/:id/merge',
    { access: 'member' },
    z.object({ id: Id, into: Id, version: ItemVersion }),
    FeedbackItem,
  ),
  splitFeedback: endpoint('DELETE', '/api/v1/feedback/:id/merge', { access: 'member' }, z.object({ id: Id, version: ItemVersion }), FeedbackItem),
  /** What somebody told by phone or at the desk. */
  enterFeedback: endpoint('POST', '/api/v1/feedback', { access: 'member', status: 201, idempotent: true }, EnteredFeedback, FeedbackItem),
}
