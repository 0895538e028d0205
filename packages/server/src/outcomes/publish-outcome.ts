import type { Outcome } from '@klankbord/shared/outcomes'
import { type Db, transact } from '../db/db.ts'
import { record } from '../db/events.ts'
import { type Scope, systemScope } from '../db/scope.ts'
import type { Deps } from '../deps.ts'
import { notFound, ProblemError } from '../problem-error.ts'
import { answerAll } from './answer-all.ts'
import { beginning } from './answer-part.ts'
import { AT_ONCE, isForMany, moveOn, nextItems } from './answering-store.ts'
import { listDue, queueMails, setPublished } from './publication-store.ts'
import { needsAnother, readOutcome } from './read-outcome.ts'
import { partsOf, requireParts } from './require-parts.ts'
import { findOutcome, updateDraft } from './store.ts'
import { keepVersion } from './version-store.ts'
import { notDraft } from './write-outcome.ts'

/** Publishes an outcome now, or at a time to come. */
export async function publishOutcome(deps: Deps, scope: Scope, { id, at }: { id: string; at?: string | undefined }): Promise<Outcome> {
  const { db, clock } = deps
  const now = clock()
  if (at !== undefined && new Date(at) > now) {
    const publishAt = new Date(at).toISOString()
    await schedule(deps, scope, id, publishAt)
  } else {
    await transact(db, async (db) => {
      if (!(await publish(db, scope, id, now, null))) throw await notDraft(db, scope, id)
    })
  }
  return readOutcome(deps, scope, id)
}

/** Makes a draft again of an outcome that waits for its time. */
export async function unscheduleOutcome(deps: Deps, scope: Scope, id: string): Promise<void> {
  await schedule(deps, scope, id, null)
}

async function schedule({ db, clock }: Deps, scope: Scope, id: string, publishAt: string | null) {
  await transact(db, async (db) => {
    if (!(await updateDraft(db, scope, id, { publishAt }))) throw await notDraft(db, scope, id)
    if (publishAt !== null) await requireReady(db, scope, id)
    await record(db, scope, [{ type: publishAt ? 'outcome.scheduled' : 'outcome.unscheduled', detail: { outcomeId: id, publishAt } }], clock())
  })
}

/** Publishes every scheduled outcome whose time has come. Any number of processes may ask at once: each outcome is published by one. */
export async function publishDue({ db, clock, log }: Deps): Promise<void> {
  const now = clock()
  for (const { id, organisationId } of await listDue(db, now.toISOString())) {
    // One that can't be published must not keep the others waiting.
    await transact(db, (db) => publish(db, systemScope(organisationId), id, now, now.toISOString())).catch((error) =>
      log.error({ outcomeId: id, organisationId, err: error }, 'scheduled publication'),
    )
  }
}

/** Publication, the answer to each item and the mails to their customers happen together, or not at all; for very many they begin with it. False when somebody was first. */
async function publish(db: Db, scope: Scope, id: string, now: Date, dueBy: string | null): Promise<boolean> {
  const at = now.toISOString()
  if (!(await setPublished(db, scope, id, at, dueBy))) return false
  const { goalId, team } = await requireReady(db, scope, id)
  const isLarge = await isForMany(db, scope, id)
  if (isLarge) await moveOn(db, scope, id, null, beginning(scope.who))
  const answered = isLarge ? null : await answerAtOnce(db, scope, { id, goalId, team, at })
  await keepVersion(db, scope, { id, step: 'published', at })
  await record(db, scope, [{ type: 'outcome.published', detail: { outcomeId: id, goalId, team, ...(answered !== null && { answered }) } }], now)
  return true
}

async function answerAtOnce(db: Db, scope: Scope, { id, ...outcome }: { id: string; goalId: string; team: string; at: string }): Promise<number> {
  const ids = (await nextItems(db, scope, { id, at: outcome.at }, '', AT_ONCE))?.ids ?? []
  const { answered, carried } = await answerAll(db, scope, { outcomeId: id, ...outcome }, ids)
  await queueMails(db, scope, { outcomeId: id, at: outcome.at, ids: [...ids, ...carried] })
  return answered
}

/** Refuses what lacks a part, and what a second person has to read first. What waits for its time was looked at when that was set. */
async function requireReady(db: Db, scope: Scope, id: string) {
  const outcome = await findOutcome(db, scope, id)
  if (!outcome) throw notFound('outcome')
  if (needsAnother(outcome, scope))
    throw new ProblemError(
      'forbidden',
      'You wrote this last, and here a second colleague reads an outcome before it goes out. Ask for that; they publish it.',
    )
  requireParts(partsOf(outcome))
  return outcome
}
