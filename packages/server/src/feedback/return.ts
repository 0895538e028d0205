import type { FeedbackItem } from '@klankbord/shared/feedback'
import { transact } from '../db/db.ts'
import { record } from '../db/events.ts'
import type { Scope } from '../db/scope.ts'
import type { Deps } from '../deps.ts'
import { notFound } from '../problem-error.ts'
import { returnedByPerson } from '../routing/route-to-goal.ts'
import { returnedChange } from './changes.ts'
import { readFeedback } from './inbox/read-feedback.ts'
import { readIntake } from './intake.ts'
import { forgetDecision } from './learning-store.ts'
import { findItem, updateItem } from './store.ts'
import { requireOpen } from './triage.ts'
import { requireVersion, stale } from './version.ts'

/** Takes the item away from its goal: it waits to be routed, and its promise keeps its date. What was learned from the choice is forgotten. */
export async function returnFeedback(deps: Deps, scope: Scope, { id, version }: { id: string; version?: number | undefined }): Promise<FeedbackItem> {
  const now = deps.clock()
  await transact(deps.db, async (db) => {
    const item = await findItem(db, scope, id)
    if (!item) throw notFound('feedback')
    await requireVersion(db, scope, item, version)
    requireOpen(item)
    if (item.goalId === null) return
    const { language } = await readIntake(db, scope, now)
    const routing = returnedByPerson('name' in scope.who ? scope.who.name : null, language)
    if (!(await updateItem(db, scope, item, returnedChange(item, routing)))) throw await stale(db, scope, id)
    await forgetDecision(db, scope, id, now)
    await record(db, scope, [{ type: 'feedback.unrouted', feedbackItemId: id, detail: { from: item.goalId } }], now)
  })
  return readFeedback(deps, scope, id)
}
