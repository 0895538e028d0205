import type { GoalProposal } from '@klankbord/shared/goals'
import { transact } from '../db/db.ts'
import { record } from '../db/events.ts'
import type { Scope } from '../db/scope.ts'
import { takeTurn } from '../db/take-turn.ts'
import type { Deps } from '../deps.ts'
import { badField, notFound, ProblemError } from '../problem-error.ts'
import { applyChanges, differences } from './change-goal.ts'
import { checkPeriod } from './check-place.ts'
import { actsAlone, handsOn, requireSide } from './hands.ts'
import { openProposal } from './open-proposal.ts'
import { findOpenProposal, findProposal, type StoredProposal, updateProposal } from './proposal-store.ts'
import { findGoal } from './store.ts'

interface Proposed extends Partial<GoalProposal['changes']> {
  id: string
}

/** Proposes another title, target or period; it counts once the other side agrees, or at once where there is nobody else to agree. */
export function proposeChange({ db, clock }: Deps, scope: Scope, { id, ...input }: Proposed): Promise<GoalProposal> {
  const now = clock()
  return transact(db, async (db) => {
    await takeTurn(db, scope)
    const goal = await findGoal(db, scope, id)
    if (!goal) throw notFound('goal')
    const hands = await handsOn(db, scope, goal.teamId)
    requireSide(hands, goal.team)
    if (goal.endedAt !== null) throw new ProblemError('conflict', 'This goal has ended. Take it up again before you change it.')
    if (await findOpenProposal(db, scope, id)) throw new ProblemError('conflict', 'A proposal waits for this goal already. Decide on that one first.')
    const changes = differences(goal, input) as GoalProposal['changes']
    if (Object.keys(changes).length === 0) throw badField('title', 'This is what the goal says already. Change the title, the target or the period')
    checkPeriod({ ...goal, ...changes })
    const proposalId = await openProposal(db, scope, { goalId: id, changes, hands }, now)
    await record(db, scope, [{ type: 'goal.proposed', aboutId: id, detail: { goalId: id, proposalId, changes, side: hands.sides[0] } }], now)
    if (actsAlone(hands)) {
      await applyChanges(db, scope, goal, changes, now, { proposalId })
      await updateProposal(db, scope, proposalId, { acceptedAt: now.toISOString(), decider: 'name' in scope.who ? scope.who.name : '' })
    }
    return shown(await findProposal(db, scope, id, proposalId))
  })
}

/** A proposal as it is answered. */
export function shown(proposal: StoredProposal | undefined): GoalProposal {
  if (!proposal) throw notFound('proposal')
  const { proposerId, ...rest } = proposal
  return rest
}
