import type { Goal, GoalEnd } from '@klankbord/shared/goals'
import { type Db, transact } from '../db/db.ts'
import { record } from '../db/events.ts'
import type { Scope } from '../db/scope.ts'
import { takeTurn } from '../db/take-turn.ts'
import type { Deps } from '../deps.ts'
import { notFound, ProblemError } from '../problem-error.ts'
import { type Hands, handsOn, lacking, requireSide } from './hands.ts'
import { openProposal } from './open-proposal.ts'
import { findFoundingProposal, findOpenProposal, updateProposal } from './proposal-store.ts'
import { findGoal, updateGoal } from './store.ts'

/** Ends a goal that was agreed on, with what was learned. A change that was proposed for it falls. */
export function endGoal({ db, clock }: Deps, scope: Scope, { id, state, lookBack }: { id: string; state: GoalEnd; lookBack: string }): Promise<Goal> {
  const now = clock()
  return transact(db, async (db) => {
    const { goal } = await goalOnTurn(db, scope, id)
    if (goal.state === 'proposed')
      throw new ProblemError('conflict', 'This goal is not agreed on yet. Accept or refuse it, or take the proposal back.')
    if (goal.endedAt !== null) throw new ProblemError('conflict', 'This goal has ended already.')
    const at = now.toISOString()
    const proposal = await findOpenProposal(db, scope, id)
    if (proposal)
      await updateProposal(db, scope, proposal.id, { refusedAt: at, decider: 'name' in scope.who ? scope.who.name : '', reason: lookBack })
    await updateGoal(db, scope, id, { state, lookBack, endedAt: at })
    await record(db, scope, [{ type: 'goal.ended', aboutId: id, detail: { goalId: id, state, lookBack } }], now)
    return (await findGoal(db, scope, id)) as Goal
  })
}

/** Takes a goal up again: agreed as it was, or proposed once more where it never was agreed. */
export function resumeGoal({ db, clock }: Deps, scope: Scope, { id }: { id: string }): Promise<Goal> {
  const now = clock()
  return transact(db, async (db) => {
    const { goal, hands } = await goalOnTurn(db, scope, id)
    if (goal.endedAt === null) throw new ProblemError('conflict', 'This goal has not ended.')
    const wasRefused = (await findFoundingProposal(db, scope, id))?.refusedAt != null
    const state = wasRefused && lacking(hands, hands.sides).length > 0 ? 'proposed' : 'agreed'
    await updateGoal(db, scope, id, { state, lookBack: null, endedAt: null })
    if (state === 'proposed') await openProposal(db, scope, { goalId: id, changes: {}, hands }, now)
    await record(db, scope, [{ type: 'goal.resumed', aboutId: id, detail: { goalId: id, from: goal.state, state } }], now)
    return (await findGoal(db, scope, id)) as Goal
  })
}

async function goalOnTurn(db: Db, scope: Scope, id: string): Promise<{ goal: Goal; hands: Hands }> {
  await takeTurn(db, scope)
  const goal = await findGoal(db, scope, id)
  if (!goal) throw notFound('goal')
  const hands = await handsOn(db, scope, goal.teamId)
  requireSide(hands, goal.team)
  return { goal, hands }
}
