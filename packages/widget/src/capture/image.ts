import { px, roundedPath } from './box.ts'
import { attribute, makeCanvas } from './dom.ts'
import { setFont } from './text.ts'

export const pictures = /^(img|canvas|video|iframe|frame|object|embed|audio)$/

type Drawable = HTMLImageElement | HTMLCanvasElement | HTMLVideoElement

/** Draws a picture of the same origin as it is, and any other as a plain box with its words: it would make the whole canvas unreadable. */
export function drawImage(context: CanvasRenderingContext2D, element: Element, style: CSSStyleDeclaration, rect: DOMRect) {
  const image = element as Drawable
  const [width, height] = sizeOf(image)
  const [x, y, wide, high, radii] = roundedPath(rect, style, true)
  const [left, top] = [x + px(style.paddingLeft), y + px(style.paddingTop)]
  const [roomX, roomY] = [wide - (left - x) - px(style.paddingRight), high - (top - y) - px(style.paddingBottom)]
  context.save()
  context.beginPath()
  context.roundRect(x, y, wide, high, radii)
  context.clip()
  if (width && height && readable(image)) {
    const [scaleX, scaleY] = scaleOf(style.objectFit, roomX / width, roomY / height)
    const [atX = 0.5, atY = 0.5] = style.objectPosition.split(' ').map((place) => (place.endsWith('%') ? px(place) / 100 : 0.5))
    context.drawImage(image, left + (roomX - width * scaleX) * atX, top + (roomY - height * scaleY) * atY, width * scaleX, height * scaleY)
  } else drawStandIn(context, element, style, rect)
  context.restore()
}

function drawStandIn(context: CanvasRenderingContext2D, element: Element, style: CSSStyleDeclaration, rect: DOMRect) {
  context.fillStyle = '#9993'
  context.fillRect(rect.x, rect.y, rect.width, rect.height)
  const words = attribute(element, 'alt') ?? attribute(element, 'title')
  if (!words) return
  setFont(context, style)
  context.textBaseline = 'middle'
  context.textAlign = 'center'
  context.fillText(words, rect.x + rect.width / 2, rect.y + rect.height / 2, rect.width - 8)
}

function sizeOf(image: Drawable) {
  if (image instanceof HTMLImageElement) return [image.naturalWidth, image.naturalHeight] as const
  if (image instanceof HTMLVideoElement) return [image.videoWidth, image.videoHeight] as const
  return image instanceof HTMLCanvasElement ? ([image.width, image.height] as const) : [0, 0]
}

/** Tried on a canvas of its own, since one such picture spoils a canvas for good. */
function readable(image: Drawable) {
  try {
    const [, context] = makeCanvas(1, 1)
    context.drawImage(image, 0, 0, 1, 1)
    context.getImageData(0, 0, 1, 1)
    return true
  } catch {
    return false
  }
}

function scaleOf(fit: string, x: number, y: number): [number, number] {
  if (fit === 'contain') return [Math.min(x, y), Math.min(x, y)]
  if (fit === 'cover') return [Math.max(x, y), Math.max(x, y)]
  if (fit === 'none') return [1, 1]
  return fit === 'scale-down' ? [Math.min(1, x, y), Math.min(1, x, y)] : [x, y]
}
