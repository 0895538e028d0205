import type { Generated } from 'kysely'
import type { Tenant } from './schema.ts'

export interface OutcomeRow extends Tenant {
  id: string
  goalId: string
  kind: string
  title: string
  did: string
  better: string | null
  next: string | null
  locale: string
  /** JSON: Record<Locale, Translation>. */
  translations: string
  /** JSON: OutcomePicture[]. */
  pictures: Generated<string>
  /** Set when everyone may read it. */
  publicAt: string | null
  createdBy: string | null
  createdAt: string
  publishAt: string | null
  publishedAt: string | null
  /** Set when it was said that nothing more will improve. */
  nothingMoreAt: string | null
  /** Who changed it last: never the one who publishes it, where the organisation wants a second person. */
  editedBy: string | null
  /** JSON: how far the answer to its many items has come, and who gave it. Null when all of them have it. */
  answering: Generated<string | null>
  /** JSON: FollowUp[], what its many items have still to hear of a correction or a withdrawal, in order. Null when there is nothing. */
  followUps: Generated<string | null>
  reviewAskedAt: string | null
  reviewNote: string | null
  correctedAt: string | null
  withdrawnAt: string | null
  withdrawnBecause: string | null
  /** When those whom it helped were asked whether it is still better. */
  askedAgainAt: Generated<string | null>
}

/** How an outcome read at one step of its life. */
export interface OutcomeVersionRow extends Tenant {
  outcomeId: string
  version: number
  /** `review`, `published`, `corrected` or `withdrawn`. */
  step: string
  /** JSON: the words in every language. */
  words: string
  because: string | null
  madeBy: string | null
  madeAt: string
}

export interface OutcomeItemRow extends Tenant {
  outcomeId: string
  feedbackItemId: string
}

export interface DeliveryRow extends Tenant {
  /** The effect's own key, such as `outcome-email:<outcome>:<customer>`: the same effect is queued once. */
  id: string
  kind: string
  /** What it is about: the id of an outcome, a feedback item, an invitation. */
  aboutId: string
  customerId: string | null
  /** The address it goes to. */
  receiver: string
  /** JSON, for the composer of its kind. */
  payload: string
  state: string
  attempts: number
  reason: string | null
  queuedAt: string
  /** When it may be tried (again); a lease moves it forward. */
  dueAt: string
  updatedAt: string
}
