import type { Goal, GoalProposal, GoalSide } from '@klankbord/shared/goals'
import { type Db, transact } from '../db/db.ts'
import { record } from '../db/events.ts'
import type { Scope } from '../db/scope.ts'
import { takeTurn } from '../db/take-turn.ts'
import type { Deps } from '../deps.ts'
import { badField, notFound, ProblemError } from '../problem-error.ts'
import { applyChanges } from './change-goal.ts'
import { type Hands, handsOn, lacking } from './hands.ts'
import { findProposal, type StoredProposal, updateProposal } from './proposal-store.ts'
import { shown } from './propose-change.ts'
import { findGoal, updateGoal } from './store.ts'

interface Decision {
  id: string
  proposalId: string
  accept: boolean
  reason?: string | undefined
}

/** The other side agrees, or refuses and says why; who proposed takes it back by refusing. A new goal that is refused is stopped. */
export function decideProposal({ db, clock }: Deps, scope: Scope, decision: Decision): Promise<GoalProposal> {
  const now = clock()
  return transact(db, async (db) => {
    await takeTurn(db, scope)
    const goal = await findGoal(db, scope, decision.id)
    const proposal = goal && (await findProposal(db, scope, decision.id, decision.proposalId))
    if (!goal) throw notFound('goal')
    if (!proposal) throw notFound('proposal')
    if (proposal.acceptedAt !== null || proposal.refusedAt !== null)
      throw new ProblemError('conflict', 'This proposal was decided on already. Look again.')
    const hands = await handsOn(db, scope, goal.teamId)
    if (decision.accept) await accept(db, scope, { goal, proposal, hands }, now)
    else await refuse(db, scope, { goal, proposal, hands, reason: decision.reason || null }, now)
    return shown(await findProposal(db, scope, goal.id, proposal.id))
  })
}

interface Case {
  goal: Goal
  proposal: StoredProposal
  hands: Hands
}

const deciderOf = ({ who }: Scope) => ('name' in who ? who.name : '')
const isNew = ({ changes }: StoredProposal) => Object.keys(changes).length === 0

/** True for who holds a side that has not agreed yet. */
export const mayDecide = (hands: Hands, { side }: Pick<StoredProposal, 'side'>) => hands.sides.some((one) => one !== side)

/** True for who proposed it, and for the side that it comes from. */
export const mayWithdraw = (hands: Hands, { who }: Scope, { side, proposerId }: Pick<StoredProposal, 'side' | 'proposerId'>) =>
  (who.kind === 'member' && who.id === proposerId) || (side !== null && hands.sides.includes(side))

async function accept(db: Db, scope: Scope, { goal, proposal, hands }: Case, now: Date) {
  if (!mayDecide(hands, proposal)) throw notTheirs(goal.team)
  const agreed = [proposal.side, ...hands.sides]
  const decider = deciderOf(scope)
  if (lacking(hands, agreed).length > 0) {
    const side = hands.sides[0] as GoalSide
    await updateProposal(db, scope, proposal.id, { side })
    return record(db, scope, [{ type: 'goal.half-agreed', aboutId: goal.id, detail: { goalId: goal.id, proposalId: proposal.id, side } }], now)
  }
  await updateProposal(db, scope, proposal.id, { acceptedAt: now.toISOString(), decider })
  if (!isNew(proposal)) return applyChanges(db, scope, goal, proposal.changes, now, { proposalId: proposal.id })
  await updateGoal(db, scope, goal.id, { state: 'agreed' })
  await record(db, scope, [{ type: 'goal.agreed', aboutId: goal.id, detail: { goalId: goal.id, proposalId: proposal.id } }], now)
}

async function refuse(db: Db, scope: Scope, { goal, proposal, hands, reason }: Case & { reason: string | null }, now: Date) {
  const withdraws = mayWithdraw(hands, scope, proposal)
  const decides = mayDecide(hands, proposal)
  if (!withdraws && !decides) throw notTheirs(goal.team)
  if (decides && !withdraws && reason === null) throw badField('reason', 'Say why not: it stays with the proposal, for who made it')
  const at = now.toISOString()
  await updateProposal(db, scope, proposal.id, { refusedAt: at, decider: deciderOf(scope), reason })
  if (isNew(proposal)) await updateGoal(db, scope, goal.id, { state: 'stopped', endedAt: at, lookBack: reason })
  const type = withdraws && !decides ? 'goal.withdrawn' : 'goal.refused'
  await record(db, scope, [{ type, aboutId: goal.id, detail: { goalId: goal.id, proposalId: proposal.id, reason } }], now)
}

const notTheirs = (team: string) =>
  new ProblemError('forbidden', `This waits for the other side: the lead of ${team}, or the lead of the level above. Ask them to decide.`)
