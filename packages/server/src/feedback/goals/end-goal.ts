import { setImmediate } from 'node:timers/promises'
import type { Goal, GoalEnd } from '@klankbord/shared/goals'
import { type Db, transact } from '../../db/db.ts'
import { record } from '../../db/events.ts'
import type { Scope } from '../../db/scope.ts'
import type { Deps } from '../../deps.ts'
import { endGoal } from '../../goals/end-goal.ts'
import { goalEnded } from '../../routing/route-to-goal.ts'
import { readIntake } from '../intake.ts'
import { listEndedWithItems, unrouteAll } from './store.ts'

/** Ends a goal; the feedback that waits under it waits to be routed from then on. */
export async function endGoalOfFeedback(deps: Deps, scope: Scope, input: { id: string; state: GoalEnd; lookBack: string }): Promise<Goal> {
  const goal = await transact(deps.db, async (db) => {
    const goal = await endGoal({ ...deps, db }, scope, input)
    await giveBack(db, scope, goal, deps.clock())
    return goal
  })
  // Submissions that SQLite commits together read the rules before they wait for their turn to write: those that saw the goal as it was have written now.
  await setImmediate()
  await transact(deps.db, (db) => giveBack(db, scope, goal, deps.clock()))
  return { ...goal, openItems: 0 }
}

/** Does the same for what came back to a goal that had ended already: reopened by its customer, no spam after all, split off, undone. */
export async function giveBackStrays(db: Db, scope: Scope, now: Date) {
  for (const goal of await listEndedWithItems(db, scope)) await transact(db, (db) => giveBack(db, scope, goal, now))
}

/** Lets the open feedback of a goal that is no more wait to be routed. Its customers see no word of why. */
export async function giveBack(db: Db, scope: Scope, { id, title }: Pick<Goal, 'id' | 'title'>, now: Date) {
  const { language } = await readIntake(db, scope, now)
  const items = await unrouteAll(db, scope, id, goalEnded(title, language))
  const event = { type: 'feedback.unrouted', detail: { from: id } }
  await record(
    db,
    scope,
    items.map((feedbackItemId) => ({ ...event, feedbackItemId })),
    now,
  )
}
