import type { PictureFile } from '@klankbord/shared/attachments'
import type { Scope } from '../db/scope.ts'
import type { Deps } from '../deps.ts'
import { notFound } from '../problem-error.ts'
import { findAttachment, keyOf } from './store.ts'

const ENDINGS: Record<PictureFile['type'], string> = { 'image/jpeg': 'jpg', 'image/webp': 'webp' }

/** A picture of an item that the asker may see. A file that is lost is told like one that never was, and logged. */
export async function readAttachment({ db, files, log }: Deps, scope: Scope, of: { itemId: string; id: string }): Promise<PictureFile> {
  const found = await findAttachment(db, scope, of)
  const bytes = found ? await files.get(keyOf(found)) : null
  if (found && !bytes) log.error({ attachmentId: found.id, organisationId: found.organisationId }, 'picture is lost')
  if (!found || !bytes) throw notFound('picture')
  const type = found.type as PictureFile['type']
  return { type, name: `klankbord-${found.createdAt.slice(0, 10)}-${found.id.slice(-6)}.${ENDINGS[type]}`, bytes }
}
