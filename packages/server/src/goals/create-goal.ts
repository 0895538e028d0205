import type { Goal, GoalPublic } from '@klankbord/shared/goals'
import { transact } from '../db/db.ts'
import { record } from '../db/events.ts'
import { newId } from '../db/ids.ts'
import type { Scope } from '../db/scope.ts'
import type { Deps } from '../deps.ts'
import { notFoundAt } from '../problem-error.ts'
import { findTeam } from '../teams/store.ts'
import { checkOwner, checkParent } from './check-place.ts'
import { insertGoal } from './store.ts'

interface NewGoal {
  title: string
  why?: string | undefined
  teamId: string
  memberId?: string | null | undefined
  parentId?: string | null | undefined
  replyWithinDays: number
  intake?: string | undefined
  public: GoalPublic
}

/** Gives a team, or one person in it, a goal. */
export function createGoal({ db, clock }: Deps, scope: Scope, input: NewGoal): Promise<Goal> {
  const { title, teamId, memberId = null, parentId = null, replyWithinDays, public: shown } = input
  const now = clock()
  return transact(db, async (db) => {
    const team = await findTeam(db, scope, teamId)
    if (!team) throw notFoundAt('teamId', 'team')
    if (memberId !== null) await checkOwner(db, scope, teamId, memberId)
    if (parentId !== null) await checkParent(db, scope, null, parentId)
    const goal = {
      id: newId(),
      title,
      why: input.why || null,
      teamId,
      memberId,
      parentId,
      replyWithinDays,
      intake: input.intake || null,
      createdAt: now.toISOString(),
    }
    await insertGoal(db, scope, { ...goal, public: JSON.stringify(shown) })
    await record(db, scope, [{ type: 'goal.created', detail: { goalId: goal.id, title, teamId, memberId, parentId, replyWithinDays } }], now)
    return { ...goal, team: team.name, public: shown, openItems: 0 }
  })
}
