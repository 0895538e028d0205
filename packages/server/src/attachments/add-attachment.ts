import type { Attachment } from '@klankbord/shared/attachments'
import { newId } from '../db/ids.ts'
import type { Scope } from '../db/scope.ts'
import type { Deps } from '../deps.ts'
import { ProblemError } from '../problem-error.ts'
import { reEncode } from './re-encode.ts'
import { insertAttachment, keyOf } from './store.ts'

/** Keeps a picture, made anew, for the submission that will name it. */
export async function addAttachment({ db, clock, files, log }: Deps, scope: Scope, siteId: string, sent: Uint8Array): Promise<Attachment> {
  const { bytes, ...picture } = await reEncode(sent, log)
  const attachment = { id: newId(), ...picture, size: bytes.length }
  // The row comes first: a file without one is nobody's, and is swept away.
  await insertAttachment(db, scope, { ...attachment, siteId, createdAt: clock().toISOString() })
  await files.put(keyOf({ organisationId: scope.organisationId, id: attachment.id }), bytes).catch((error) => {
    log.error({ attachmentId: attachment.id, err: error }, 'picture could not be kept')
    throw new ProblemError('unavailable', 'Pictures can’t be kept right now. Try again in a minute, or send your words without it.', {
      retryAfter: 30,
    })
  })
  return attachment
}
