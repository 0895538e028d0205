import type { Db } from '../db/db.ts'
import { record } from '../db/events.ts'
import type { Scope } from '../db/scope.ts'
import type { Hands } from '../members/hand-over.ts'
import { findHeldGoal, listHeldGoals } from './held-store.ts'
import { updateGoal } from './store.ts'

type Part = 'memberId' | 'ownerId'

async function give(db: Db, scope: Scope, goalId: string, part: Part, from: string | null, to: string | null, now: Date) {
  await updateGoal(db, scope, goalId, { [part]: to })
  await record(db, scope, [{ type: 'goal.changed', aboutId: goalId, detail: { goalId, from: { [part]: from }, to: { [part]: to } } }], now)
}

const handsOfPart = (part: Part): Hands => ({
  list: (db, scope, memberId) => listHeldGoals(db, scope, part, memberId),
  async pass(db, scope, id, { from, to, teamIds }, now) {
    const goal = await findHeldGoal(db, scope, id)
    const holder = part === 'ownerId' || (goal && teamIds.has(goal.teamId)) ? to : null
    await give(db, scope, id, part, from, holder, now)
    return holder
  },
  async takeBack(db, scope, id, { owner, holder }, now) {
    const goal = await findHeldGoal(db, scope, id)
    if (goal && goal[part] === holder) await give(db, scope, id, part, holder, owner, now)
  },
})

/** Goals that are one person's: they go to somebody of the team, or to the team as a whole. */
export const personalGoals = handsOfPart('memberId')
/** Goals that somebody tends. */
export const tendedGoals = handsOfPart('ownerId')
