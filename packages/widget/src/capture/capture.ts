/** A picture ready to send: made anew in the browser, so without EXIF. */
export interface Picture {
  blob: Blob
  width: number
  height: number
}

export interface CaptureTexts {
  title: string
  help: string
  keys: string
  picture: string
  box: string
  brush: string
  undo: string
  use: string
  cancel: string
  hidden: string
  failed: string
}

/** Rejects with an Error whose message is `type`, `size` or `broken`. */
export async function readPicture(file: Blob): Promise<Picture> {
  if (!file.type.startsWith('image/')) throw new Error('type')
  const bitmap = await createImageBitmap(file).catch(() => {
    throw new Error('broken')
  })
  const canvas = new OffscreenCanvas(bitmap.width, bitmap.height)
  canvas.getContext('2d')?.drawImage(bitmap, 0, 0)
  return { blob: await canvas.convertToBlob({ type: 'image/jpeg' }), width: bitmap.width, height: bitmap.height }
}

export const canCapture = () => true

export async function capturePage(_widgetHost: Element): Promise<HTMLCanvasElement> {
  throw new Error('unsupported')
}

export function editPicture(_: {
  source: HTMLCanvasElement
  root: ShadowRoot | Element
  texts: CaptureTexts
  onDone(picture: Picture | null): void
}) {}
