import type { Initiative } from '@klankbord/shared/initiatives'
import { type Db, transact } from '../../db/db.ts'
import { record } from '../../db/events.ts'
import type { Scope } from '../../db/scope.ts'
import type { Deps } from '../../deps.ts'
import { requireOurs, start } from '../../initiatives/change-initiative.ts'
import { findInitiative } from '../../initiatives/store.ts'
import { notFoundAt, ProblemError } from '../../problem-error.ts'
import { OPEN } from '../inbox/store.ts'
import { findPlaces, putUnder } from './store.ts'

/** Starts an initiative, on these items too: they are in progress from then on, and their customers read the plan. All of them, or none. */
export function startInitiative({ db, clock }: Deps, scope: Scope, { id, feedbackIds }: { id: string; feedbackIds: string[] }): Promise<Initiative> {
  const now = clock()
  return transact(db, async (db) => {
    const { initiative, goal } = await requireOurs(db, scope, id)
    const places = await requireOfGoal(db, scope, goal.id, feedbackIds)
    // What is under it already is no news to anyone.
    const ids = places.filter(({ initiativeId, status }) => initiativeId !== id || status !== 'in_progress').map(({ id }) => id)
    await start(db, scope, initiative, now)
    const put = await putUnder(db, scope, ids, { goalId: goal.id, initiativeId: id, plan: initiative.plan, at: now.toISOString() })
    if (put < ids.length) throw new ProblemError('conflict', 'Someone else changed one of these items a moment ago. Look again before you start.')
    const event = { type: 'feedback.planned', detail: { initiativeId: id, team: goal.team } }
    await record(
      db,
      scope,
      ids.map((feedbackItemId) => ({ ...event, feedbackItemId })),
      now,
    )
    return (await findInitiative(db, scope, id)) as Initiative
  })
}

async function requireOfGoal(db: Db, scope: Scope, goalId: string, feedbackIds: string[]) {
  const places = await findPlaces(db, scope, feedbackIds)
  for (const [i, id] of feedbackIds.entries()) {
    const place = places.get(id)
    if (!place) throw notFoundAt(`feedbackIds.${i}`, 'feedback')
    if (place.goalId === goalId && OPEN.includes(place.status)) continue
    const message = place.goalId === goalId ? 'This item does not wait for an outcome any more' : 'This item belongs to another goal. Route it first'
    throw new ProblemError('conflict', 'Some items can’t be put under this initiative; nothing was changed.', {
      fields: [{ path: `feedbackIds.${i}`, message }],
    })
  }
  return [...places.values()]
}
