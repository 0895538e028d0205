import type { Outcome } from '@klankbord/shared/outcomes'
import { type Db, transact } from '../db/db.ts'
import { record } from '../db/events.ts'
import { type Scope, systemScope } from '../db/scope.ts'
import type { Deps } from '../deps.ts'
import { readOrganisation } from '../members/store.ts'
import { decidedByPerson } from '../routing/route-to-goal.ts'
import { answerItems, listDue, queueMails, recordAnswers, setPublished } from './publication-store.ts'
import { readOutcome } from './read-outcome.ts'
import { findOutcome, updateDraft } from './store.ts'
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

/** Publication, the answer to each item and the mails to their customers happen together, or not at all. False when somebody was first. */
async function publish(db: Db, scope: Scope, id: string, now: Date, dueBy: string | null): Promise<boolean> {
  const at = now.toISOString()
  if (!(await setPublished(db, scope, id, at, dueBy))) return false
  const outcome = await findOutcome(db, scope, id)
  if (!outcome) return false
  const { goalId, team } = outcome
  const { locale } = await readOrganisation(db, scope)
  const routing = decidedByPerson('name' in scope.who ? scope.who.name : null, locale)
  const answered = await answerItems(db, scope, { outcomeId: id, goalId, routing, at })
  await recordAnswers(db, scope, { outcomeId: id, team, at })
  await queueMails(db, scope, { outcomeId: id, at })
  await record(db, scope, [{ type: 'outcome.published', detail: { outcomeId: id, goalId, team, answered } }], now)
  return true
}
