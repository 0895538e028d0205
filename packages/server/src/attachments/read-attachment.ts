import type { PictureFile } from '@klankbord/shared/attachments'
import type { Scope } from '../db/scope.ts'
import type { Deps } from '../deps.ts'
import { notFound } from '../problem-error.ts'
import { findForColleagues, findPublic, findTold } from './outcome-store.ts'
import { enclosedKeyOf, findAttachment, keyOf } from './store.ts'

const ENDINGS: Record<PictureFile['type'], string> = { 'image/jpeg': 'jpg', 'image/webp': 'webp' }

/** What an outcome shows can be withdrawn; it should not be shown long after that. */
const OUT_SECONDS = 60

type Found = Awaited<ReturnType<typeof findForColleagues>>

/** A picture of an item that the asker may see. */
export const readAttachment = async (deps: Deps, scope: Scope, of: { itemId: string; id: string }): Promise<PictureFile> =>
  fileOf(deps, await findAttachment(deps.db, scope, of))

/** A picture that came with a customer's item, or that the outcome of it has. */
export async function readForCustomer(deps: Deps, scope: Scope, of: { itemId: string; id: string }): Promise<PictureFile> {
  const own = await findAttachment(deps.db, scope, of)
  if (own) return fileOf(deps, own)
  return { ...(await fileOf(deps, await findTold(deps.db, scope, of))), keptSeconds: OUT_SECONDS }
}

/** A picture of an outcome for colleagues, a draft's too. */
export const readOutcomePicture = async (deps: Deps, scope: Scope, id: string): Promise<PictureFile> =>
  fileOf(deps, await findForColleagues(deps.db, scope, id))

/** A picture of an outcome that everyone may read. */
export async function readPublicPicture(deps: Deps, id: string): Promise<PictureFile> {
  return { ...(await fileOf(deps, await findPublic(deps.db, id))), keptSeconds: OUT_SECONDS, isPublic: true }
}

/** The small picture that mails carry, a JPEG; null, and logged, where it is lost: the words of an outcome go without it. */
export async function readEnclosed({ files, log }: Deps, { organisationId }: Scope, id: string): Promise<Uint8Array | null> {
  const bytes = await files.get(enclosedKeyOf({ organisationId, id }))
  if (!bytes) log.error({ attachmentId: id, organisationId }, 'picture is lost')
  return bytes
}

/** A file that is lost is told like one that never was, and logged. */
async function fileOf({ files, log }: Deps, found: Found): Promise<PictureFile> {
  const bytes = found ? await files.get(keyOf(found)) : null
  if (found && !bytes) log.error({ attachmentId: found.id, organisationId: found.organisationId }, 'picture is lost')
  if (!found || !bytes) throw notFound('picture')
  const type = found.type as PictureFile['type']
  return { type, name: `klankbord-${found.createdAt.slice(0, 10)}-${found.id.slice(-6)}.${ENDINGS[type]}`, bytes }
}
