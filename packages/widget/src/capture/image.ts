import { contentBox, roundedPath, trace } from './box.ts'
import { makeCanvas } from './dom.ts'
import { write } from './text.ts'

export const pictures = /^(img|canvas|video|iframe)$/

type Drawable = HTMLImageElement & HTMLCanvasElement & HTMLVideoElement

/** Draws a picture of the same origin as it is, and any other as a plain box with its words: it would make the whole canvas unreadable. */
export function drawImage(context: CanvasRenderingContext2D, element: Element, style: CSSStyleDeclaration, rect: DOMRect) {
  const image = element as Drawable
  const width = image.naturalWidth ?? image.videoWidth ?? image.width
  const height = image.naturalHeight ?? image.videoHeight ?? image.height
  const room = contentBox(rect, style)
  trace(context, ...roundedPath(rect, style, 1))
  context.clip()
  if (readable(image)) {
    const [x, y] = [room.width / width, room.height / height]
    const scale = { contain: Math.min(x, y), cover: Math.max(x, y), none: 1 }[style.objectFit]
    const [wide, high] = [width * (scale ?? x), height * (scale ?? y)]
    context.drawImage(image, room.x + (room.width - wide) / 2, room.y + (room.height - high) / 2, wide, high)
  } else {
    context.fillStyle = '#9993'
    context.fill()
    write(context, style, element.getAttribute('alt') ?? '', room, 'center')
  }
}

/** Tried on a canvas of its own, since one such picture spoils a canvas for good. */
function readable(image: Drawable) {
  try {
    const [, context] = makeCanvas(1, 1)
    context.drawImage(image, 0, 0, 1, 1)
    return context.getImageData(0, 0, 1, 1)
  } catch {
    // Of another origin, or broken.
  }
}
