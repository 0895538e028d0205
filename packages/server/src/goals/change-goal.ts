import type { Goal, GoalPublic } from '@klankbord/shared/goals'
import { type Db, transact } from '../db/db.ts'
import { record } from '../db/events.ts'
import type { Scope } from '../db/scope.ts'
import { takeTurn } from '../db/take-turn.ts'
import type { Deps } from '../deps.ts'
import { notFound } from '../problem-error.ts'
import { checkOwner, checkParent } from './check-place.ts'
import { findGoal, updateGoal } from './store.ts'

interface GoalChange {
  id: string
  title?: string | undefined
  why?: string | undefined
  memberId?: string | null | undefined
  parentId?: string | null | undefined
  replyWithinDays?: number | undefined
  intake?: string | undefined
  public?: GoalPublic | undefined
}

/** Changes what is given and leaves the rest. Promises that were made keep their date. */
export function changeGoal({ db, clock }: Deps, scope: Scope, { id, ...input }: GoalChange): Promise<Goal> {
  return transact(db, async (db) => {
    // Two goals that are put under each other at the same time would both pass the check.
    if (input.parentId) await takeTurn(db, scope)
    const goal = await findGoal(db, scope, id)
    if (!goal) throw notFound('goal')
    const changes = differences(goal, input)
    const names = Object.keys(changes) as (keyof typeof changes)[]
    if (names.length === 0) return goal
    await checkPlace(db, scope, goal, changes)
    const { public: shown, ...columns } = changes
    await updateGoal(db, scope, id, { ...columns, ...(shown !== undefined && { public: JSON.stringify(shown) }) })
    const from = Object.fromEntries(names.map((name) => [name, goal[name]]))
    await record(db, scope, [{ type: 'goal.changed', detail: { goalId: id, from, to: changes } }], clock())
    return { ...goal, ...changes }
  })
}

type Changes = Partial<Pick<Goal, 'title' | 'why' | 'memberId' | 'parentId' | 'replyWithinDays' | 'intake' | 'public'>>

function differences(goal: Goal, { why, intake, ...input }: Omit<GoalChange, 'id'>): Changes {
  const wanted = { ...input, ...(why !== undefined && { why: why || null }), ...(intake !== undefined && { intake: intake || null }) }
  const isOther = ([name, value]: [string, unknown]) => value !== undefined && JSON.stringify(value) !== JSON.stringify(goal[name as keyof Goal])
  return Object.fromEntries(Object.entries(wanted).filter(isOther))
}

async function checkPlace(db: Db, scope: Scope, { id, teamId }: Goal, { memberId, parentId }: Changes) {
  if (memberId) await checkOwner(db, scope, teamId, memberId)
  if (parentId) await checkParent(db, scope, id, parentId)
}
