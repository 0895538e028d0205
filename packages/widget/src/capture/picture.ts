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
const decodable = /^$|png|jpe?g|webp|gif|avif|bmp/

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

/** The size that keeps the proportions, with the longer side at most 2560. */
export function within(width: number, height: number) {
  const scale = Math.min(1, SIDE_MAX / Math.max(width, height))
  return { width: Math.max(1, Math.round(width * scale)), height: Math.max(1, Math.round(height * scale)) }
}

/** Encodes what is drawn, in as good a quality as 5 MB allow. */
export async function toPicture(source: ImageBitmap | HTMLCanvasElement): Promise<Picture> {
  const { width, height } = within(source.width, source.height)
  const [canvas, context] = makeCanvas(width, height)
  context.imageSmoothingQuality = 'high'
  context.drawImage(source, 0, 0, width, height)
  let type = 'image/webp'
  for (let quality = 0.9; quality > 0; quality -= 0.2) {
    let blob = await toBlob(canvas, type, quality)
    // A browser that can't write WebP writes PNG instead, which for a photograph is many times larger.
    if (blob.type !== type) {
      type = 'image/jpeg'
      blob = await toBlob(canvas, type, quality)
    }
    if (blob.size <= BYTES_MAX) return { blob, width, height }
  }
  throw new Error('size')
}

const toBlob = (canvas: HTMLCanvasElement, type: string, quality: number) =>
  new Promise<Blob>((resolve, reject) => canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('broken'))), type, quality))
