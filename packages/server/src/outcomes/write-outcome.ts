import type { Outcome } from '@klankbord/shared/outcomes'
import type { OutcomeKind } from '@klankbord/shared/widget'
import { releaseFromOutcome } from '../attachments/outcome-store.ts'
import { type Db, transact } from '../db/db.ts'
import { record } from '../db/events.ts'
import { newId } from '../db/ids.ts'
import type { Scope } from '../db/scope.ts'
import type { Deps } from '../deps.ts'
import { findGoal } from '../goals/store.ts'
import { notFound, notFoundAt, ProblemError } from '../problem-error.ts'
import { needsAnother, readOutcome } from './read-outcome.ts'
import { partsOf, requireParts } from './require-parts.ts'
import { deleteDraft, deleteItems, findOutcome, insertItems, insertOutcome, NOT_ANSWERED, statusesOf, updateDraft } from './store.ts'
import { takePictures } from './take-pictures.ts'

interface Draft {
  kind: OutcomeKind
  title: string
  did: string
  better?: string | null | undefined
  next?: string | null | undefined
  /** Says that nothing more will improve, in the place of `next`. */
  nothingMore?: boolean | undefined
  feedbackIds: string[]
  locale: string
  translations?: Outcome['translations'] | undefined
  pictures?: Parameters<typeof takePictures>[3] | undefined
  /** Whether everyone may read it once it is published. */
  public: boolean
}

/** Writes the answer to one or many items, as a draft that nobody outside sees yet. */
export function createOutcome({ db, clock }: Deps, scope: Scope, input: Draft & { goalId: string }): Promise<Outcome> {
  const { goalId, kind, title, did, better, next, nothingMore, locale, translations = {} } = input
  const writer = 'id' in scope.who ? scope.who.id : null
  const id = newId()
  const createdAt = clock().toISOString()
  return transact(db, async (db) => {
    if (!(await findGoal(db, scope, goalId))) throw notFoundAt('goalId', 'goal')
    const feedbackIds = await checkItems(db, scope, input.feedbackIds)
    await insertOutcome(db, scope, {
      id,
      goalId,
      kind,
      title,
      did,
      better: better || null,
      next: next || null,
      locale,
      translations: JSON.stringify(translations),
      pictures: await takePictures(db, scope, id, input.pictures ?? []),
      publicAt: input.public ? createdAt : null,
      nothingMoreAt: nothingMore ? createdAt : null,
      createdBy: writer,
      editedBy: writer,
      createdAt,
      publishAt: null,
      publishedAt: null,
    })
    await insertItems(db, scope, id, feedbackIds)
    await record(db, scope, [{ type: 'outcome.created', detail: { outcomeId: id, goalId, items: feedbackIds.length } }], clock())
    return readOutcome({ db }, scope, id)
  })
}

export function changeOutcome({ db, clock }: Deps, scope: Scope, { id, ...changes }: Partial<Draft> & { id: string }): Promise<Outcome> {
  const { kind, title, did, better, next, nothingMore, locale, translations, public: shown } = changes
  const now = clock()
  return transact(db, async (db) => {
    // Held before anything of it is changed, its pictures too.
    if (!(await updateDraft(db, scope, id, {}))) throw await notDraft(db, scope, id)
    await updateDraft(db, scope, id, {
      ...(kind !== undefined && { kind }),
      ...(title !== undefined && { title }),
      ...(did !== undefined && { did }),
      ...(better !== undefined && { better: better || null }),
      ...(next !== undefined && { next: next || null }),
      ...(nothingMore !== undefined && { nothingMoreAt: nothingMore ? now.toISOString() : null }),
      ...(locale !== undefined && { locale }),
      ...(translations !== undefined && { translations: JSON.stringify(translations) }),
      ...(changes.pictures !== undefined && { pictures: await takePictures(db, scope, id, changes.pictures) }),
      ...(shown !== undefined && { publicAt: shown ? now.toISOString() : null }),
      ...('id' in scope.who && { editedBy: scope.who.id }),
    })
    if (changes.feedbackIds) {
      const feedbackIds = await checkItems(db, scope, changes.feedbackIds)
      await deleteItems(db, scope, id)
      await insertItems(db, scope, id, feedbackIds)
    }
    await keepPromiseOfTime(db, scope, id)
    await record(db, scope, [{ type: 'outcome.changed', detail: { outcomeId: id, fields: Object.keys(changes) } }], now)
    return readOutcome({ db }, scope, id)
  })
}

/** What goes out by itself at its time must stay fit for it; what a second person agreed to waits for them again. */
async function keepPromiseOfTime(db: Db, scope: Scope, id: string) {
  const outcome = await findOutcome(db, scope, id)
  if (!outcome?.publishAt) return
  if (needsAnother(outcome, scope)) await updateDraft(db, scope, id, { publishAt: null })
  else requireParts(partsOf(outcome))
}

export async function deleteOutcome({ db, clock }: Deps, scope: Scope, id: string): Promise<void> {
  await transact(db, async (db) => {
    if (!(await deleteDraft(db, scope, id))) throw await notDraft(db, scope, id)
    await deleteItems(db, scope, id)
    await releaseFromOutcome(db, scope, id, [])
    await record(db, scope, [{ type: 'outcome.deleted', detail: { outcomeId: id } }], clock())
  })
}

/** Why a draft could not be changed: it is not there, or customers have read it. */
export const notDraft = async (db: Db, scope: Scope, id: string) =>
  (await findOutcome(db, scope, id))
    ? new ProblemError('conflict', 'This outcome was published; customers may have read it already. Write a new one to say more.')
    : notFound('outcome')

const MOST_NAMED = 20

/** The items, each once. Refuses what is not here, and what no customer waits with. */
async function checkItems(db: Db, scope: Scope, given: string[]): Promise<string[]> {
  const ids = [...new Set(given)]
  const statuses = await statusesOf(db, scope, ids)
  const refuse = (code: 'not-found' | 'bad-input', refused: string[], message: string) => {
    const fields = refused.slice(0, MOST_NAMED).map((id) => ({ path: `feedbackIds.${given.indexOf(id)}`, message }))
    return new ProblemError(code, `${refused.length} of these ${given.length} items can’t be answered; see the fields.`, { fields })
  }
  const missing = ids.filter((id) => !statuses.has(id))
  if (missing.length > 0) throw refuse('not-found', missing, 'There is no such feedback here')
  const closed = ids.filter((id) => NOT_ANSWERED.includes(statuses.get(id) ?? ''))
  if (closed.length > 0) throw refuse('bad-input', closed, 'This item is spam, or was merged into another')
  return ids
}
