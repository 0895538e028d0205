import type { Tenant } from './schema.ts'

/* The tables of acts on many items, and of who looks at what. */

export interface BulkActRow extends Tenant {
  id: string
  /** JSON: Act. */
  act: string
  state: string
  failure: string | null
  total: number
  done: number
  skipped: number
  /** JSON: for each reason, how many. */
  reasons: string
  /** The part that is done, or undone, next. */
  nextPart: number
  startedAt: string
  finishedAt: string | null
  byKind: string
  byId: string
  byName: string
  undo: string
  undoUntil: string | null
  undone: number
  undoSkipped: number
  /** Until when a process has it in hand. */
  heldUntil: string | null
  updatedAt: string
}

/** Some of the items of an act, as they were found when it was asked. */
export interface BulkActPartRow extends Tenant {
  bulkActId: string
  part: number
  /** JSON: string[]. */
  ids: string
}

/** What an act did to one item. It goes when it can't be undone any more. */
export interface BulkActItemRow extends Tenant {
  bulkActId: string
  feedbackItemId: string
  part: number
  /** The item's, when the act had changed it. */
  version: number | null
  /** Why it was passed over. */
  reason: string | null
  /** JSON: the columns as they stood. */
  before: string | null
}

export interface PresenceRow extends Tenant {
  feedbackItemId: string
  memberId: string
  name: string
  seenAt: string
  leftAt: string | null
}

export interface NamedActRow extends Tenant {
  /** Fingerprint of the name, of who gave it and of what for. */
  id: string
  /** Fingerprint of all that was asked, which nobody can guess without the name. */
  requestHash: string
  /** What was answered, sealed; null from when it was done until then. */
  answer: string | null
  doneAt: string
}
