import type { Db } from '../db/db.ts'
import type { Scope } from '../db/scope.ts'
import type { Deps } from '../deps.ts'
import { setRemoved } from './store.ts'

/**
 * Takes the pictures of these items away, in the transaction of who erases them: from its commit on nobody sees them. The worker deletes the files within
 * a second of that, and again after a crash until they are gone.
 */
export async function removeAttachmentsOf({ clock }: Pick<Deps, 'clock'>, db: Db, scope: Scope, feedbackItemIds: string[]) {
  if (feedbackItemIds.length > 0) await setRemoved(db, scope, feedbackItemIds, clock().toISOString())
}
