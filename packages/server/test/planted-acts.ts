import { newId } from '../src/db/ids.ts'
import type { Planting } from './tenants.ts'

/** An act on many items that was done, another that had a name, and somebody who looks at what a customer said. */
export async function plantActs({ mine, at, mark }: Planting, feedbackItemId: string, memberId: string, goalId: string) {
  const bulkActId = newId()
  const by = { byKind: 'member', byId: memberId, byName: `${mark} owner` }
  const counts = { total: 1, done: 1, skipped: 0, reasons: '{}', nextPart: 1, undone: 0, undoSkipped: 0 }
  const act = JSON.stringify({ type: 'route', goalId })
  await mine
    .insertInto('bulkActs', {
      ...{ ...by, ...counts, id: bulkActId, act, state: 'done', failure: null, startedAt: at, finishedAt: at },
      ...{ undo: 'open', undoUntil: '2026-04-01T00:00:00.000Z', heldUntil: null, updatedAt: at },
    })
    .execute()
  await mine.insertInto('bulkActParts', { bulkActId, part: 0, ids: JSON.stringify([feedbackItemId]) }).execute()
  await mine.insertInto('bulkActItems', { bulkActId, feedbackItemId, part: 0, version: 1, reason: null, before: '{}' }).execute()
  await mine.insertInto('presences', { feedbackItemId, memberId, name: `${mark} owner`, seenAt: at, leftAt: null }).execute()
  await mine.insertInto('namedActs', { id: `${mark} handeling`, requestHash: `${mark} verzoek`, answer: `${mark} antwoord`, doneAt: at }).execute()
  return { bulkActId }
}
