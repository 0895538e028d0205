import type { Initiative } from '@klankbord/shared/initiatives'
import { transact } from '../db/db.ts'
import { record } from '../db/events.ts'
import { newId } from '../db/ids.ts'
import type { Scope } from '../db/scope.ts'
import type { Deps } from '../deps.ts'
import { findGoal } from '../goals/store.ts'
import { notFoundAt, ProblemError } from '../problem-error.ts'
import { membershipIn } from '../teams/store.ts'
import { insertInitiative } from './store.ts'

interface NewInitiative {
  goalId: string
  title: string
  plan?: string | undefined
}

/** The team that owns the goal chooses how to reach it. Nobody else does: What and How have different hands. */
export function createInitiative({ db, clock }: Deps, scope: Scope, { goalId, title, plan }: NewInitiative): Promise<Initiative> {
  return transact(db, async (db) => {
    const goal = await findGoal(db, scope, goalId)
    if (!goal) throw notFoundAt('goalId', 'goal')
    const { who } = scope
    if (who.kind !== 'member' || (await membershipIn(db, scope, goal.teamId, who.id)) === undefined) throw notTheirs(goal.team)
    const now = clock()
    const initiative = { id: newId(), goalId, title, plan: plan || null, createdAt: now.toISOString(), endedAt: null }
    await insertInitiative(db, scope, { ...initiative, createdBy: who.id })
    await record(db, scope, [{ type: 'initiative.created', detail: { initiativeId: initiative.id, goalId, title } }], now)
    return { ...initiative, createdBy: who.name }
  })
}

const notTheirs = (team: string) =>
  new ProblemError(
    'forbidden',
    `What and How have different hands: the How of this goal is chosen by the members of ${team}, who do the work. Not even an owner or admin writes it for them; ask someone in the team.`,
  )
