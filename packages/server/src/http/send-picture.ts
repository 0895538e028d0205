import type { PictureFile } from '@klankbord/shared/attachments'
import type { RequestContext } from './context.ts'
import { PICTURE_POLICY } from './headers.ts'

/** A day: it never changes, but once erased it should not live on in a browser for a year. */
const KEPT_SECONDS = 24 * 60 * 60

/** Answers with a picture that a stranger sent: a download of the type that we made it, that can do nothing where it is opened. */
export function sendPicture(c: RequestContext, { type, name, bytes, keptSeconds, isPublic }: PictureFile): Response {
  c.header('Content-Type', type)
  c.header('Content-Disposition', `attachment; filename="${name}"`)
  c.header('Content-Security-Policy', PICTURE_POLICY)
  c.header('X-Content-Type-Options', 'nosniff')
  c.header(
    'Cache-Control',
    keptSeconds === undefined ? `private, max-age=${KEPT_SECONDS}, immutable` : `${isPublic ? 'public' : 'private'}, max-age=${keptSeconds}`,
  )
  return c.body(bytes)
}
