import type { RoutingDecision } from '@klankbord/shared/routing'
import { acceptedByPerson } from '../routing/route-to-goal.ts'
import { datesIn } from './promise/dates-in.ts'
import type { Change, StoredItem } from './store.ts'

/* What each act of a member changes of an item, for one item and for many. */

interface ToGoal {
  goalId: string
  /** The date that the goal promises today. */
  replyBy: string
  routing: RoutingDecision
}

/** Given to another goal. A promise that was made stays, unless the new goal promises sooner. */
export const routedChange = (item: StoredItem, { goalId, replyBy, routing }: ToGoal): Change => ({
  goalId,
  initiativeId: null,
  plan: null,
  ...datesIn(item, replyBy),
  status: item.status === 'reopened' ? 'reopened' : 'routed',
  routing,
})

/** The team agrees that it is theirs. Null when a person decided so before. */
export function acceptedChange({ routing }: StoredItem, name: string | null, language: string): Change | null {
  const { method, model } = routing
  if (method !== 'rule' && method !== 'model') return null
  // The number tells that the reasons hold the customer's words, which go when these are erased.
  return { routing: { ...acceptedByPerson(routing, name, language), ...(model !== undefined && { model }) } }
}

/** Taken away from its goal: somebody has to choose one, and the admins hear of it again when nobody does. */
export const returnedChange = ({ status }: Pick<StoredItem, 'status'>, routing: RoutingDecision): Change => ({
  goalId: null,
  initiativeId: null,
  plan: null,
  status: status === 'reopened' ? 'reopened' : 'received',
  alarmedAt: null,
  routing,
})

export const spamChange: Change = { status: 'spam' }

/** Back where it stood. */
export function unspamChange({ outcomeId, initiativeId, goalId }: StoredItem): Change {
  if (outcomeId !== null) return { status: 'reopened' }
  if (initiativeId !== null) return { status: 'in_progress' }
  return { status: goalId === null ? 'received' : 'routed' }
}
