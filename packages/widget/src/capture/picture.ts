import { makeCanvas } from './dom.ts'

/** A picture ready to send: re-encoded in the browser, so without EXIF; at most 5 MB and 2560 px on its longer side. */
export interface Picture {
  blob: Blob
  width: number
  height: number
}

const SIDE_MAX = 2560
const BYTES_MAX = 5 * 1024 * 1024
// Decoding takes memory of many times this size.
const FILE_MAX = 60 * 1024 * 1024
const QUALITIES = [0.9, 0.8, 0.65, 0.5, 0.35]
const decodable = /^$|^image\/(png|jpe?g|webp|gif|avif|bmp)$/

/**
 * Reads an image file as a picture without anything but its pixels: no EXIF, no place, no name. Of an animation the first frame.
 *
 * @throws an Error with the message 'type' (not an image that this browser reads), 'size' (too large to read) or 'broken'
 */
export async function readPicture(file: Blob): Promise<Picture> {
  if (file.type && !file.type.startsWith('image/')) throw new Error('type')
  if (file.size > FILE_MAX) throw new Error('size')
  const bitmap = await createImageBitmap(file, { imageOrientation: 'from-image' }).catch(() => {
    throw new Error(decodable.test(file.type) ? 'broken' : 'type')
  })
  try {
    return await toPicture(bitmap)
  } finally {
    bitmap.close()
  }
}

/** The size that keeps the proportions, with the longer side at most `side`. */
export function within(width: number, height: number, side = SIDE_MAX) {
  const scale = Math.min(1, side / Math.max(width, height))
  return { width: Math.max(1, Math.round(width * scale)), height: Math.max(1, Math.round(height * scale)) }
}

/** Encodes what is drawn; gives up quality first, then pixels, until it is at most 5 MB. */
export async function toPicture(source: ImageBitmap | HTMLCanvasElement): Promise<Picture> {
  for (let side = SIDE_MAX; side >= SIDE_MAX / 4; side /= 2) {
    const { width, height } = within(source.width, source.height, side)
    const [canvas, context] = makeCanvas(width, height)
    context.imageSmoothingQuality = 'high'
    context.drawImage(source, 0, 0, width, height)
    const blob = await encode(canvas, context)
    if (blob) return { blob, width, height }
  }
  throw new Error('size')
}

/** Undefined when even the lowest quality is too large. */
async function encode(canvas: HTMLCanvasElement, context: CanvasRenderingContext2D) {
  let type = 'image/webp'
  for (const quality of QUALITIES) {
    let blob = await toBlob(canvas, type, quality)
    // A browser that can't write WebP writes PNG instead, which for a photograph is many times larger.
    if (blob.type !== type) {
      type = 'image/jpeg'
      context.globalCompositeOperation = 'destination-over'
      context.fillStyle = '#fff'
      context.fillRect(0, 0, canvas.width, canvas.height)
      blob = await toBlob(canvas, type, quality)
    }
    if (blob.size <= BYTES_MAX) return blob
  }
}

const toBlob = (canvas: HTMLCanvasElement, type: string, quality: number) =>
  new Promise<Blob>((resolve, reject) => canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('broken'))), type, quality))
