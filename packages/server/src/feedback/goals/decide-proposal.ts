import type { GoalProposal } from '@klankbord/shared/goals'
import { transact } from '../../db/db.ts'
import type { Scope } from '../../db/scope.ts'
import type { Deps } from '../../deps.ts'
import { decideProposal } from '../../goals/decide-proposal.ts'
import { findGoal } from '../../goals/store.ts'
import { giveTo } from '../triage.ts'
import { giveBack } from './end-goal.ts'
import { findPlaces, isUnrouted } from './store.ts'

interface Decision {
  id: string
  proposalId: string
  accept: boolean
  reason?: string | undefined
}

/** Decides on a proposal. Accepted, the feedback that was its reason and still waits to be routed goes to the goal; refused, what it had goes back. */
export function decideWithFeedback(deps: Deps, scope: Scope, decision: Decision): Promise<GoalProposal> {
  return transact(deps.db, async (db) => {
    const inside = { ...deps, db }
    const proposal = await decideProposal(inside, scope, decision)
    const isNew = Object.keys(proposal.changes).length === 0
    if (isNew && proposal.acceptedAt !== null) await routeReasons(inside, scope, decision.id, proposal.feedbackIds)
    const goal = isNew && proposal.refusedAt !== null ? await findGoal(db, scope, decision.id) : undefined
    if (goal) await giveBack(db, scope, goal, deps.clock())
    return proposal
  })
}

/** Routes those that nobody routed in the meantime, each with its customer's promise. */
export async function routeReasons(deps: Deps, scope: Scope, goalId: string, feedbackIds: readonly string[]) {
  const places = await findPlaces(deps.db, scope, feedbackIds)
  for (const place of places.values()) if (isUnrouted(place)) await giveTo(deps.db, scope, { id: place.id, goalId }, deps.clock())
}
