import type { Generated } from 'kysely'
import type { Tenant } from './schema.ts'

/** A picture that a customer sent, or a colleague for an outcome; its bytes are in the files. */
export interface AttachmentRow extends Tenant {
  id: string
  /** Null where a colleague sent it. */
  siteId: string | null
  /** Null until a submission claims it, and again once it is removed. */
  feedbackItemId: string | null
  /** The outcome that has it, or that an earlier version of which had it. */
  outcomeId: Generated<string | null>
  type: string
  width: number
  height: number
  size: number
  createdAt: string
  /** Set when nobody may see it any more; the row goes as soon as its file is gone. */
  removedAt: string | null
}
