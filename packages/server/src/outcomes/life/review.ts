import type { Outcome } from '@klankbord/shared/outcomes'
import { transact } from '../../db/db.ts'
import { record } from '../../db/events.ts'
import type { Scope } from '../../db/scope.ts'
import type { Deps } from '../../deps.ts'
import { ProblemError } from '../../problem-error.ts'
import { readOutcome } from '../read-outcome.ts'
import { partsOf, requireParts } from '../require-parts.ts'
import { findOutcome, updateDraft } from '../store.ts'
import { keepVersion } from '../version-store.ts'
import { notDraft } from '../write-outcome.ts'
import { findReviewAt, setReviewAt } from './store.ts'

/** Asks a second person to read an outcome and publish it. */
export function askReview({ db, clock }: Deps, scope: Scope, { id }: { id: string }): Promise<Outcome> {
  const at = clock().toISOString()
  return transact(db, async (db) => {
    if (!(await updateDraft(db, scope, id, { reviewAskedAt: at, reviewNote: null }))) throw await notDraft(db, scope, id)
    const outcome = await findOutcome(db, scope, id)
    if (outcome) requireParts(partsOf(outcome))
    await keepVersion(db, scope, { id, step: 'review', at })
    await record(db, scope, [{ type: 'outcome.review-asked', detail: { outcomeId: id } }], clock())
    return readOutcome({ db }, scope, id)
  })
}

/** Gives an outcome back to who wrote it. */
export function returnOutcome({ db, clock }: Deps, scope: Scope, { id, note }: { id: string; note: string }): Promise<Outcome> {
  return transact(db, async (db) => {
    const outcome = await findOutcome(db, scope, id)
    if (outcome && outcome.reviewAskedAt === null)
      throw new ProblemError('conflict', 'Nobody asked to have this outcome read, or it was given back already.')
    if (!(await updateDraft(db, scope, id, { reviewAskedAt: null, reviewNote: note, publishAt: null }))) throw await notDraft(db, scope, id)
    await record(db, scope, [{ type: 'outcome.returned', detail: { outcomeId: id } }], clock())
    return readOutcome({ db }, scope, id)
  })
}

export const readOutcomeSettings = async ({ db }: Deps, scope: Scope) => ({ review: (await findReviewAt(db, scope)) !== null })

export async function changeOutcomeSettings({ db, clock }: Deps, scope: Scope, { review }: { review: boolean }) {
  await transact(db, async (db) => {
    if (((await findReviewAt(db, scope)) !== null) === review) return
    await setReviewAt(db, scope, review ? clock().toISOString() : null)
    await record(db, scope, [{ type: 'outcome.review-setting', detail: { review } }], clock())
  })
  return { review }
}
