import * as z from 'zod'
import { endpoint } from './endpoint.ts'
import { Id } from './fields.ts'
import { PICTURE_MAX_BYTES } from './widget.ts'

export const pictureTypes = ['image/jpeg', 'image/webp'] as const

/** A picture as it is kept: made anew from what was sent, so that `type`, `width` and `height` (pixels) and `size` (bytes) can differ from that. */
export const Attachment = z.object({
  id: Id,
  type: z.enum(pictureTypes),
  width: z.int(),
  height: z.int(),
  size: z.int(),
})
export type Attachment = z.infer<typeof Attachment>

/** A picture of the customer's own. `url` holds their private link, so that an `<img>` on any page can show it without a header. */
export const MineAttachment = Attachment.extend({ url: z.string() })
export type MineAttachment = z.infer<typeof MineAttachment>

/** A picture to be sent, with the name under which a browser saves it. */
export interface PictureFile {
  type: Attachment['type']
  name: string
  bytes: Uint8Array<ArrayBuffer>
  /** How long a browser keeps it; a day where nothing is said. */
  keptSeconds?: number
  /** Whether caches in between may keep it too. */
  isPublic?: boolean
}

export const attachmentEndpoints = {
  /**
   * Keeps a picture (JPEG, PNG, WebP, GIF, AVIF) for a submission that names its id; without one it is removed after a day. The bytes say
   * what it is, whatever the headers say. Sent twice it leaves one that nobody claims.
   */
  addAttachment: endpoint(
    'POST',
    '/widget/v1/sites/:siteKey/attachments',
    { access: 'site', status: 201, mostBytes: PICTURE_MAX_BYTES },
    z.object({ siteKey: z.string().max(64) }),
    Attachment,
  ),
  /** The picture itself, as a download. */
  readAttachment: endpoint(
    'GET',
    '/api/v1/feedback/:id/attachments/:attachmentId',
    { access: 'viewer', produces: 'picture' },
    z.object({ id: Id, attachmentId: Id }),
    z.custom<PictureFile>(),
  ),
}
