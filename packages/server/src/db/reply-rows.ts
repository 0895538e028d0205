import type { Tenant } from './schema.ts'

export interface ReplyTemplateRow extends Tenant {
  id: string
  name: string
  text: string
  /** Null for everybody. */
  teamId: string | null
  locale: string | null
  createdAt: string
}

/** A reply that was sent and can still be taken back; it becomes a message when its time comes. */
export interface HeldReplyRow extends Tenant {
  id: string
  feedbackItemId: string
  /** `member` or `api-key`, with its id. */
  authorKind: string
  authorId: string
  author: string
  text: string
  /** When the customer is asked something by it. */
  asksAt: string | null
  heldAt: string
  sendAt: string
  /** Why it could not become a message: a problem's code. */
  refused: string | null
}
