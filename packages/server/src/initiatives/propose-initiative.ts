import type { Comment } from '@klankbord/shared/goals'
import type { Initiative } from '@klankbord/shared/initiatives'
import { transact } from '../db/db.ts'
import { record } from '../db/events.ts'
import { newId } from '../db/ids.ts'
import type { Scope } from '../db/scope.ts'
import type { Deps } from '../deps.ts'
import { comment } from '../goals/about.ts'
import { notFound } from '../problem-error.ts'
import { requireRunning } from './create-initiative.ts'
import { findInitiative, insertInitiative } from './store.ts'

interface Proposed {
  goalId: string
  title: string
  plan?: string | undefined
  /** The first name under which a colleague without an account speaks. */
  name: string
}

/** A colleague without an account proposes how to reach a goal of their team. It waits until a member takes it up. */
export function proposeInitiative({ db, clock }: Deps, scope: Scope, { goalId, title, plan, name }: Proposed): Promise<Initiative> {
  const now = clock()
  return transact(db, async (db) => {
    await requireRunning(db, scope, goalId)
    const id = newId()
    const createdAt = now.toISOString()
    await insertInitiative(db, scope, { id, goalId, title, plan: plan || null, state: 'proposed', proposedBy: name, createdAt })
    await record(db, scope, [{ type: 'initiative.proposed', aboutId: id, detail: { initiativeId: id, goalId, title, name } }], now)
    return (await findInitiative(db, scope, id)) as Initiative
  })
}

/** A colleague without an account adds to an initiative: a comment under their first name. */
export function addToInitiative(
  { db, clock }: Deps,
  scope: Scope,
  { initiativeId, text, name }: { initiativeId: string; text: string; name: string },
): Promise<Comment> {
  return transact(db, async (db) => {
    if (!(await findInitiative(db, scope, initiativeId))) throw notFound('initiative')
    return comment(db, scope, { aboutId: initiativeId, text, name }, clock())
  })
}
