import type { SkipReason } from '@klankbord/shared/bulk-acts'
import type { RoutingDecision } from '@klankbord/shared/routing'
import { acceptedChange, routedChange, spamChange, unspamChange } from '../feedback/changes.ts'
import { mergedChange } from '../feedback/merging/merge.ts'
import type { Change, StoredItem } from '../feedback/store.ts'

/** What an act does, with what it needs to know of the organisation as it is now. */
export type Plan =
  | { type: 'route'; goalId: string; team: string; replyBy: string; routing: RoutingDecision; name: string | null; language: string }
  | { type: 'plan'; goalId: string; team: string; initiativeId: string; plan: string | null; at: string }
  | { type: 'spam'; withMerged: Set<string> }
  | { type: 'unspam' }
  | { type: 'merge'; top: Pick<StoredItem, 'id' | 'status' | 'outcomeId'> }

/** What becomes of one item, or why it is passed over. */
export type Verdict =
  | { reason: SkipReason }
  | {
      change: Change
      event: { type: string; detail: Record<string, unknown> }
      /** Something that its customer has not seen. */
      isNews: boolean
      /** The goal that a person decided for. */
      decided: string | null
    }

/** Decides about one item as the act on a single one does. */
export function decide(item: StoredItem, plan: Plan): Verdict {
  if (item.erasedAt !== null) return { reason: 'erased' }
  if (plan.type === 'unspam') {
    if (item.status !== 'spam') return { reason: 'not-spam' }
    return { change: unspamChange(item), event: { type: 'feedback.not-spam', detail: {} }, isNews: false, decided: null }
  }
  if (plan.type === 'merge' && item.id === plan.top.id) return { reason: 'itself' }
  if (plan.type === 'spam' && item.status === 'spam') return { reason: 'same' }
  if (item.status === 'answered' || item.status === 'merged' || item.status === 'spam') return { reason: item.status }
  if (plan.type === 'route') return routed(item, plan)
  if (plan.type === 'plan') return planned(item, plan)
  if (plan.type === 'merge')
    return { change: mergedChange(item, plan.top), event: { type: 'feedback.merged', detail: { into: plan.top.id } }, isNews: true, decided: null }
  if (plan.withMerged.has(item.id)) return { reason: 'has-merged' }
  return { change: spamChange, event: { type: 'feedback.spam', detail: { from: item.status } }, isNews: false, decided: null }
}

type For<Type extends Plan['type']> = Extract<Plan, { type: Type }>

function routed(item: StoredItem, { goalId, team, replyBy, routing, name, language }: For<'route'>): Verdict {
  if (item.goalId !== goalId)
    return {
      change: routedChange(item, { goalId, replyBy, routing }),
      event: { type: 'feedback.routed', detail: { goalId, team, from: item.goalId } },
      isNews: true,
      decided: goalId,
    }
  const change = acceptedChange(item, name, language)
  if (change === null) return { reason: 'same' }
  return { change, event: { type: 'feedback.accepted', detail: { goalId } }, isNews: false, decided: goalId }
}

function planned(item: StoredItem, { goalId, team, initiativeId, plan, at }: For<'plan'>): Verdict {
  if (item.goalId !== goalId) return { reason: 'other-goal' }
  if (item.initiativeId === initiativeId && item.status === 'in_progress' && item.plan === plan) return { reason: 'same' }
  const { method } = item.routing
  return {
    change: { initiativeId, plan, status: 'in_progress', repliedAt: item.repliedAt ?? at },
    event: { type: 'feedback.planned', detail: { initiativeId, team } },
    isNews: true,
    // Who begins with it leaves it where it is.
    decided: method === 'model' || method === 'rule' ? goalId : null,
  }
}
