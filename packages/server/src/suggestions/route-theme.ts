import { transact } from '../db/db.ts'
import type { Scope } from '../db/scope.ts'
import type { Deps } from '../deps.ts'
import { findPlaces, isUnrouted } from '../feedback/goals/store.ts'
import { giveTo } from '../feedback/triage.ts'
import { findPromise } from '../goals/promises.ts'
import { badField, notFoundAt, ProblemError } from '../problem-error.ts'

/** So many in one transaction, so that nobody waits long for it. */
const MANY = 25

/** A person gives items to a goal together, each as if it were routed alone. What somebody else decided meanwhile stays as it is. */
export async function routeTheme({ db, clock }: Deps, scope: Scope, { goalId, feedbackIds }: { goalId: string; feedbackIds: string[] }) {
  const promise = await findPromise(db, scope, goalId)
  if (!promise) throw notFoundAt('goalId', 'goal')
  if (promise.hasEnded) throw badField('goalId', 'This goal has ended. Choose another, or take it up again')
  const ids = [...new Set(feedbackIds)]
  const places = await findPlaces(db, scope, ids)
  if (places.size === 0) throw notFoundAt('feedbackIds', 'feedback')
  let routed = 0
  for (let from = 0; from < ids.length; from += MANY) routed += await routeSome(db, scope, goalId, ids.slice(from, from + MANY), clock())
  return { routed }
}

const routeSome = (db: Deps['db'], scope: Scope, goalId: string, ids: string[], now: Date) =>
  transact(db, async (db) => {
    let routed = 0
    const places = await findPlaces(db, scope, ids)
    for (const place of places.values()) {
      if (!isUnrouted(place)) continue
      routed += await giveTo(db, scope, { id: place.id, goalId }, now).then(() => 1, skipConflict)
    }
    return routed
  })

/** Somebody was first. */
function skipConflict(error: unknown): 0 {
  if (error instanceof ProblemError && error.code === 'conflict') return 0
  throw error
}
