import type { outcomeLifeEndpoints } from '@klankbord/shared/outcome-life'
import type { Outcome } from '@klankbord/shared/outcomes'
import type * as z from 'zod'
import { transact } from '../../db/db.ts'
import { record } from '../../db/events.ts'
import type { Scope } from '../../db/scope.ts'
import type { Deps } from '../../deps.ts'
import { badField, ProblemError } from '../../problem-error.ts'
import { needsAnother, readOutcome } from '../read-outcome.ts'
import { partsOf, requireParts } from '../require-parts.ts'
import { takePictures } from '../take-pictures.ts'
import { keepVersion } from '../version-store.ts'
import { followUp } from './follow-up.ts'
import { requireOut } from './require-out.ts'
import { updatePublished } from './store.ts'

type Correction = z.output<typeof outcomeLifeEndpoints.correctOutcome.input>

/** Changes the words of what is out, for everyone who reads it from now on, and says that it did. */
export function correctOutcome({ db, clock }: Deps, scope: Scope, { id, because, mail, ...words }: Correction): Promise<Outcome> {
  const at = clock().toISOString()
  return transact(db, async (db) => {
    const before = await requireOut(db, scope, id)
    if (needsAnother(before, scope))
      throw new ProblemError('forbidden', 'You wrote this last, and here a second colleague changes what customers already read. Ask one of them.')
    if (Object.values(words).every((value) => value === undefined)) throw badField('did', 'Say what it must read from now on; nothing was changed')
    if (!(await updatePublished(db, scope, id, changeOf(words, scope, at)))) await requireOut(db, scope, id)
    if (words.pictures) await updatePublished(db, scope, id, { pictures: await takePictures(db, scope, id, words.pictures) })
    const outcome = await requireOut(db, scope, id)
    requireParts(partsOf(outcome))
    const version = await keepVersion(db, scope, { id, step: 'corrected', because, at })
    await followUp(db, scope, outcome, { does: 'correct', who: scope.who, at, after: '', mailed: mail ? version : null })
    await record(db, scope, [{ type: 'outcome.corrected', detail: { outcomeId: id, version, mail } }], clock())
    return readOutcome({ db }, scope, id)
  })
}

function changeOf({ title, did, better, next, nothingMore, translations }: Omit<Correction, 'id' | 'because' | 'mail'>, { who }: Scope, at: string) {
  return {
    ...(title !== undefined && { title }),
    ...(did !== undefined && { did }),
    ...(better !== undefined && { better: better || null }),
    ...(next !== undefined && { next: next || null }),
    ...(nothingMore !== undefined && { nothingMoreAt: nothingMore ? at : null }),
    ...(translations !== undefined && { translations: JSON.stringify(translations) }),
    ...('id' in who && { editedBy: who.id }),
    correctedAt: at,
  }
}
