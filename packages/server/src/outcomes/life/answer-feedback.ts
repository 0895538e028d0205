import { plainWords } from '@klankbord/shared/formatted'
import type { outcomeLifeEndpoints } from '@klankbord/shared/outcome-life'
import type { Outcome } from '@klankbord/shared/outcomes'
import type * as z from 'zod'
import { transact } from '../../db/db.ts'
import type { Scope } from '../../db/scope.ts'
import type { Deps } from '../../deps.ts'
import { findItem, updateItem } from '../../feedback/store.ts'
import { requireOpen } from '../../feedback/triage.ts'
import { requireVersion, stale } from '../../feedback/version.ts'
import { firstWords } from '../../mail/plain-text.ts'
import { badField, notFound } from '../../problem-error.ts'
import { publishOutcome } from '../publish-outcome.ts'
import { createOutcome } from '../write-outcome.ts'

/** Answers one item and closes it: the outcome is written and published together, or neither. */
export function answerFeedback(
  deps: Deps,
  scope: Scope,
  { id, version, ...input }: z.output<typeof outcomeLifeEndpoints.answerFeedback.input>,
): Promise<Outcome> {
  return transact(deps.db, async (db) => {
    const item = await findItem(db, scope, id)
    if (!item) throw notFound('feedback')
    await requireVersion(db, scope, item, version)
    requireOpen(item)
    // Of two who answer at once only one may: its customer would hear it twice.
    if (!(await updateItem(db, scope, item, {}))) throw await stale(db, scope, id)
    const goalId = input.goalId ?? item.goalId
    if (goalId === null) throw badField('goalId', 'This item has no goal yet; say which one the answer belongs to')
    const inside = { ...deps, db }
    const draft = await createOutcome(inside, scope, { ...input, title: input.title ?? firstWords(plainWords(input.did)), goalId, feedbackIds: [id] })
    return publishOutcome(inside, scope, { id: draft.id })
  })
}
