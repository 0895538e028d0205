import type { Tenant } from './schema.ts'

/** A picture that a customer sent; its bytes are in the files. */
export interface AttachmentRow extends Tenant {
  id: string
  siteId: string
  /** Null until a submission claims it, and again once it is removed. */
  feedbackItemId: string | null
  type: string
  width: number
  height: number
  size: number
  createdAt: string
  /** Set when nobody may see it any more; the row goes as soon as its file is gone. */
  removedAt: string | null
}
