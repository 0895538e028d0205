import type { Generated } from 'kysely'
import type { Tenant } from './schema.ts'

/* The tables of the What and the How. */

export interface GoalRow extends Tenant {
  id: string
  title: string
  why: string | null
  teamId: string
  memberId: string | null
  parentId: string | null
  replyWithinDays: number
  intake: string | null
  /** JSON: GoalPublic. */
  public: string
  state: Generated<string>
  target: string | null
  startsOn: string | null
  endsOn: string | null
  ownerId: string | null
  lookBack: string | null
  endedAt: string | null
  askAgainAfterWeeks: Generated<number | null>
  createdAt: string
}

export interface GoalProposalRow extends Tenant {
  id: string
  goalId: string
  /** JSON: what it changes; `{}` for a new goal. */
  changes: string
  /** Who agrees with it so far: `team`, `above`, or null for neither. */
  side: string | null
  /** The member who proposed it; null for an API key. */
  proposedBy: string | null
  proposer: string
  proposedAt: string
  acceptedAt: string | null
  refusedAt: string | null
  decider: string | null
  reason: string | null
}

/** A feedback item that is the reason of a proposed goal. */
export interface GoalReasonRow extends Tenant {
  goalId: string
  feedbackItemId: string
}

/** What a colleague says of a goal or an initiative (`aboutId`); `memberId` is null for who has no account. */
export interface CommentRow extends Tenant {
  id: string
  aboutId: string
  memberId: string | null
  author: string
  text: string
  createdAt: string
}

export interface InitiativeRow extends Tenant {
  id: string
  goalId: string
  title: string
  plan: string | null
  notes: string | null
  state: Generated<string>
  startsOn: string | null
  endsOn: string | null
  startedAt: string | null
  /** The member who wrote it; null where a colleague without an account proposed it. */
  createdBy: string | null
  /** The first name of a colleague without an account. */
  proposedBy: string | null
  createdAt: string
  endedAt: string | null
}

export interface InitiativeMemberRow extends Tenant {
  initiativeId: string
  memberId: string
}
