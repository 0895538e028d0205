import type { Attachment } from '@klankbord/shared/attachments'
import { newId } from '../db/ids.ts'
import type { Scope } from '../db/scope.ts'
import type { Deps } from '../deps.ts'
import { ProblemError } from '../problem-error.ts'
import { reEncode, reEncodeEnclosed } from './re-encode.ts'
import { enclosedKeyOf, insertAttachment, keyOf } from './store.ts'

/** Keeps a picture, made anew, for the submission that will name it. */
export const addAttachment = (deps: Deps, scope: Scope, siteId: string, sent: Uint8Array): Promise<Attachment> => add(deps, scope, siteId, sent)

/** Keeps a colleague's picture for the outcome that will name it, and beside it the small one that its mails carry. */
export async function addOutcomePicture(deps: Deps, scope: Scope, sent: Uint8Array): Promise<Attachment> {
  return add(deps, scope, null, sent, (id, made) => keepEnclosed(deps, scope, id, made))
}

async function add(
  { db, clock, files, log }: Deps,
  scope: Scope,
  siteId: string | null,
  sent: Uint8Array,
  beside: (id: string, made: Uint8Array) => Promise<void> = async () => {},
): Promise<Attachment> {
  const { bytes, ...picture } = await reEncode(sent, log)
  const attachment = { id: newId(), ...picture, size: bytes.length }
  // The row comes first: a file without one is nobody's, and is swept away.
  await insertAttachment(db, scope, { ...attachment, siteId, createdAt: clock().toISOString() })
  const keep = async () => {
    await beside(attachment.id, bytes)
    await files.put(keyOf({ organisationId: scope.organisationId, id: attachment.id }), bytes)
  }
  await keep().catch((error) => {
    if (error instanceof ProblemError) throw error
    log.error({ attachmentId: attachment.id, err: error }, 'picture could not be kept')
    throw new ProblemError('unavailable', 'Pictures can’t be kept right now. Try again in a minute, or send your words without it.', {
      retryAfter: 30,
    })
  })
  return attachment
}

async function keepEnclosed({ files, log }: Deps, { organisationId }: Scope, id: string, made: Uint8Array) {
  const { bytes } = await reEncodeEnclosed(made, log)
  await files.put(enclosedKeyOf({ organisationId, id }), bytes)
}
