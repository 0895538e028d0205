import type { Attachment } from '@klankbord/shared/attachments'
import type { Sharp, SharpOptions } from 'sharp'
import { ProblemError } from '../problem-error.ts'
import { pictureType } from './picture-type.ts'
import { createTurns } from './turns.ts'

/** A picture of our own making. */
export interface Picture extends Pick<Attachment, 'type' | 'width' | 'height'> {
  bytes: Uint8Array
}

/** Enough for any phone; a picture of a few KB can claim to be far larger and take all memory. */
const MOST_PIXELS = 40_000_000
const LONGEST_SIDE = 2560
const PATIENCE_SECONDS = 15
const TAKEN = 'a JPEG, PNG, WebP, GIF or AVIF'

/** Two at a time, since each takes a processor; a large one alone, since it can take some 250 MB. */
const inTurn = createTurns(2)
const LARGE_PIXELS = 16_000_000

/**
 * Makes a picture anew from its pixels, upright, in sRGB, at most 2560 px on its longer side, so that nothing else of what was sent is left: no place,
 * no camera, no script, no second file behind it. A photo stays a JPEG; the rest becomes WebP, which keeps transparency and sharp letters.
 */
export async function reEncode(sent: Uint8Array): Promise<Picture> {
  const type = pictureType(sent)
  if (sent.length === 0) throw new ProblemError('bad-input', `The body is empty. Send the bytes of ${TAKEN}.`)
  if (type === 'heic')
    throw new ProblemError('unsupported-media-type', `Photos in HEIC can’t be read here. Save it as JPEG, or set the camera to “most compatible”.`)
  if (type === 'svg') throw new ProblemError('unsupported-media-type', `A drawing in SVG can hold a program. Send it as a picture: ${TAKEN}.`)
  if (type === null) throw new ProblemError('unsupported-media-type', `This is no picture that can be shown, whatever its name says. Send ${TAKEN}.`)
  return encodeInTurn(sent, type === 'jpeg')
}

async function encodeInTurn(sent: Uint8Array, isPhoto: boolean): Promise<Picture> {
  const open = await loadSharp()
  const picture = () => open(sent, { limitInputPixels: MOST_PIXELS, failOn: 'error', pages: 1 })
  try {
    const { width, height } = await picture().metadata()
    const { data, info } = await inTurn(width * height > LARGE_PIXELS ? 2 : 1, () => encode(picture(), isPhoto))
    return { type: isPhoto ? 'image/jpeg' : 'image/webp', width: info.width, height: info.height, bytes: data }
  } catch (error) {
    throw refusalOf(error)
  }
}

const encode = (picture: Sharp, isPhoto: boolean) => {
  const upright = picture
    .timeout({ seconds: PATIENCE_SECONDS })
    .autoOrient()
    .resize({ width: LONGEST_SIDE, height: LONGEST_SIDE, fit: 'inside', withoutEnlargement: true })
    .toColourspace('srgb')
  return (isPhoto ? upright.jpeg({ quality: 85 }) : upright.webp({ quality: 88, smartSubsample: true })).toBuffer({ resolveWithObject: true })
}

/** Sharp tells the cases apart by its words only. */
function refusalOf(error: unknown): ProblemError {
  const words = error instanceof Error ? error.message : ''
  if (/pixel limit|dimensions|too large/i.test(words))
    return new ProblemError('too-large', 'This picture has more than 40 million pixels. Make it smaller and send it again; nothing was stored.')
  if (/timeout/i.test(words))
    return new ProblemError('bad-input', 'It takes too long to read this picture. Save it anew as JPEG or PNG, and send that; nothing was stored.')
  return new ProblemError(
    'bad-input',
    'This picture is broken or not complete. Open it, save it anew as JPEG or PNG, and send that; nothing was stored.',
  )
}

type OpenPicture = (bytes: Uint8Array, options: SharpOptions) => Sharp
let loading: Promise<OpenPicture> | undefined

/** Loaded with the first picture, since it is large and most servers start far more often than they get one. */
function loadSharp(): Promise<OpenPicture> {
  loading ??= import('sharp').then(({ default: sharp }) => {
    sharp.cache(false)
    sharp.concurrency(1)
    // What is no picture of the kinds above never reaches a reader, even if its first bytes deceived us.
    sharp.block({ operation: ['VipsForeignLoad'] })
    sharp.unblock({ operation: ['Jpeg', 'Png', 'Webp', 'Nsgif', 'Heif'].map((reader) => `VipsForeignLoad${reader}`) })
    return sharp
  })
  return loading
}
