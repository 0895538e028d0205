import type { Db } from '../db/db.ts'
import type { Scope } from '../db/scope.ts'
import { badField } from '../problem-error.ts'
import { claimAttachments } from './store.ts'

interface Claim {
  siteId: string
  feedbackItemId: string
  ids: string[]
}

/** Gives an item its pictures, in the transaction that keeps the item; refused unless it gets them all. */
export async function claimAll(db: Db, scope: Scope, claim: Claim) {
  if (claim.ids.length === 0 || (await claimAttachments(db, scope, claim)) === claim.ids.length) return
  throw badField('attachments', 'One of these pictures is not here, is older than a day, or came with something else. Send the pictures again')
}
