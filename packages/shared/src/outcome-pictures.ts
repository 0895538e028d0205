import * as z from 'zod'
import { Attachment, type PictureFile } from './attachments.ts'
import { endpoint } from './endpoint.ts'
import { Id, Locale, line } from './fields.ts'
import { PICTURE_MAX_BYTES, PICTURES_MAX } from './widget.ts'

/** Longest text that says what a picture shows. */
export const ALT_MAX = 300

const Alt = line(0, ALT_MAX)

/** A picture of an outcome, with what it shows in words: in the language of the original, and where it was translated. */
export const PictureInput = z.object({
  id: Id,
  /** Must be said before the outcome goes out. */
  alt: Alt.default(''),
  /** Where one is missing, readers of that language get the original, marked as such. */
  alts: z.record(Locale, Alt).default({}),
})

export const PicturesInput = z
  .array(PictureInput)
  .max(PICTURES_MAX, `An outcome has at most ${PICTURES_MAX} pictures`)
  .refine((pictures) => new Set(pictures.map(({ id }) => id)).size === pictures.length, { error: 'Name each picture once' })

export const OutcomePicture = PictureInput.extend(Attachment.pick({ type: true, width: true, height: true }).shape)
export type OutcomePicture = z.infer<typeof OutcomePicture>

/** A picture as a reader sees it. `url` needs no header, so that an `<img>` on any page can show it. */
export const ShownPicture = z.object({
  url: z.string(),
  type: Attachment.shape.type,
  alt: z.string(),
  /** The language of `alt`, which is the original's where it was not translated. */
  locale: z.string(),
  width: z.int(),
  height: z.int(),
})
export type ShownPicture = z.infer<typeof ShownPicture>

export const outcomePictureEndpoints = {
  /** Keeps a picture (JPEG, PNG, WebP, GIF, AVIF) for an outcome that names its id; without one it is removed after a day. The bytes say what it is. */
  addOutcomePicture: endpoint(
    'POST',
    '/api/v1/outcome-pictures',
    { access: 'member', status: 201, mostBytes: PICTURE_MAX_BYTES },
    z.object({}),
    Attachment,
  ),
  /** The picture itself, as a download; also one that only an earlier version has. */
  readOutcomePicture: endpoint(
    'GET',
    '/api/v1/outcome-pictures/:pictureId',
    { access: 'viewer', produces: 'picture' },
    z.object({ pictureId: Id }),
    z.custom<PictureFile>(),
  ),
}
