import * as z from 'zod'
import { endpoint } from './endpoint.ts'
import { Id, Time, text } from './fields.ts'
import { variablesIn } from './reply-variables.ts'
import { MESSAGE_MAX } from './widget.ts'

/** How long a reply can be taken back, in seconds. */
export const HOLD_SECONDS = 10

/** A reply that a member has sent and its customer does not have yet. */
export const HeldReply = z.object({
  /** Of the message too that it becomes. */
  id: Id,
  author: z.string(),
  authorId: Id,
  text: z.string(),
  asks: z.boolean(),
  heldAt: Time,
  /** When it goes out, whoever is still there. */
  sendAt: Time,
  /** True when it could not go out: the item became spam, was merged, or its customer erased it meanwhile. It is kept until it is taken back. */
  refused: z.boolean(),
})
export type HeldReply = z.infer<typeof HeldReply>

/** Words for a customer: nothing in them may still have to be filled in. */
const ReplyText = text(1, MESSAGE_MAX).refine((value) => variablesIn(value).length === 0, {
  error: 'Something between {{ and }} is still to be filled in',
})

export const heldReplyEndpoints = {
  /** Sends a reply that can be taken back for ten seconds. The server sends it then, also when the page is closed. The same key holds it once. */
  holdReply: endpoint(
    'POST',
    '/api/v1/feedback/:id/replies',
    { access: 'member', status: 201, idempotent: true },
    z.object({ id: Id, text: ReplyText, asks: z.boolean().default(false), version: z.int().optional() }),
    HeldReply,
  ),
  /** Takes back a reply of one's own that has not gone out, and answers with it; `conflict` when it has. */
  takeBackReply: endpoint('DELETE', '/api/v1/feedback/:id/replies/:replyId', { access: 'member' }, z.object({ id: Id, replyId: Id }), HeldReply),
}
