import type { Goal, GoalPage } from '@klankbord/shared/goals'
import type { Db } from '../db/db.ts'
import type { Scope } from '../db/scope.ts'
import type { Deps } from '../deps.ts'
import { notFound } from '../problem-error.ts'
import { mayDecide, mayWithdraw } from './decide-proposal.ts'
import { actsAlone, handsOn } from './hands.ts'
import { findOpenProposal, type StoredProposal } from './proposal-store.ts'
import { shown } from './propose-change.ts'
import { findGoal } from './store.ts'
import { helpedOfGoal, tallyOfGoal } from './tally-store.ts'

/** A goal with the proposal that waits, and what the one who asks may do. */
export async function readGoal({ db, clock }: Deps, scope: Scope, id: string): Promise<GoalPage> {
  const goal = await findGoal(db, scope, id)
  if (!goal) throw notFound('goal')
  const proposal = await findOpenProposal(db, scope, id)
  const promises = await tallyOfGoal(db, scope, id, clock().toISOString())
  const helped = await helpedOfGoal(db, scope, id)
  return { ...goal, promises, helped, proposal: proposal ? shown(proposal) : null, may: await mayOf(db, scope, goal, proposal) }
}

async function mayOf(db: Db, scope: Scope, goal: Goal, proposal: StoredProposal | undefined): Promise<GoalPage['may']> {
  const hands = await handsOn(db, scope, goal.teamId)
  const runs = goal.endedAt === null
  const isOwner = hands.comment && scope.who.kind === 'member' && scope.who.id === goal.ownerId
  return {
    change: hands.tend || isOwner,
    propose: hands.sides.length > 0 && runs && !proposal,
    changeAlone: actsAlone(hands),
    decide: proposal !== undefined && mayDecide(hands, proposal),
    withdraw: proposal !== undefined && mayWithdraw(hands, scope, proposal),
    end: hands.sides.length > 0 && goal.state !== 'proposed',
    initiate: hands.inTeam && runs,
    comment: hands.comment,
  }
}
