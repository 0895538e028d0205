import type { Attachment } from '@klankbord/shared/attachments'
import type { Logger } from 'pino'
import { ProblemError } from '../problem-error.ts'
import { EncoderFault, encodeApart, type Fault, type Form } from './encoder-process.ts'
import { pictureType } from './picture-type.ts'

/** A picture of our own making. */
export interface Picture extends Pick<Attachment, 'type' | 'width' | 'height'> {
  bytes: Uint8Array
}

const TAKEN = 'a JPEG, PNG, WebP, GIF or AVIF'

/**
 * Makes a picture anew from its pixels, upright, in sRGB, at most 2560 px on its longer side, so that nothing else of what was sent is left: no place,
 * no camera, no script, no second file behind it. A photo stays a JPEG; the rest becomes WebP, which keeps transparency and sharp letters.
 */
export async function reEncode(sent: Uint8Array, log?: Logger): Promise<Picture> {
  const isPhoto = knownType(sent) === 'jpeg'
  const made = await makeAnew(sent, isPhoto ? 'photo' : 'drawing', log)
  return { ...made, type: isPhoto ? 'image/jpeg' : 'image/webp' }
}

/** Makes a logo for mails anew in the same way: a PNG of at most 480 by 160 px. */
export async function reEncodeLogo(sent: Uint8Array, log?: Logger): Promise<Omit<Picture, 'type'>> {
  knownType(sent)
  return makeAnew(sent, 'logo', log)
}

/** Makes a picture small enough to travel with a mail: a JPEG of at most 1120 px across and some 200 kB. */
export const reEncodeEnclosed = (sent: Uint8Array, log?: Logger): Promise<Omit<Picture, 'type'>> => makeAnew(sent, 'enclosed', log)

function knownType(sent: Uint8Array) {
  if (sent.length === 0) throw new ProblemError('bad-input', `The body is empty. Send the bytes of ${TAKEN}.`)
  const type = pictureType(sent)
  if (type === 'heic')
    throw new ProblemError('unsupported-media-type', 'Photos in HEIC can’t be read here. Save it as JPEG, or set the camera to “most compatible”.')
  if (type === 'svg') throw new ProblemError('unsupported-media-type', `A drawing in SVG can hold a program. Send it as a picture: ${TAKEN}.`)
  if (type === null) throw new ProblemError('unsupported-media-type', `This is no picture that can be shown, whatever its name says. Send ${TAKEN}.`)
  return type
}

function makeAnew(sent: Uint8Array, as: Form, log?: Logger) {
  return encodeApart(sent, as).catch((error) => {
    if (!(error instanceof EncoderFault)) throw error
    if (error.fault === 'unable') log?.error({ err: error }, 'pictures can’t be read')
    throw refusals[error.fault]()
  })
}

const refusals: Record<Fault, () => ProblemError> = {
  pixels: () => new ProblemError('too-large', 'This picture has more than 40 million pixels. Make it smaller and send it again; nothing was stored.'),
  time: () =>
    new ProblemError('bad-input', 'It takes too long to read this picture. Save it anew as JPEG or PNG, and send that; nothing was stored.'),
  broken: () =>
    new ProblemError('bad-input', 'This picture is broken or not complete. Open it, save it anew as JPEG or PNG, and send that; nothing was stored.'),
  unable: () =>
    new ProblemError('unavailable', 'Pictures can’t be read right now. Try again in a moment, or send your words without it.', { retryAfter: 5 }),
}
