import { drawBackground, drawBox, roundedPath, trace } from './box.ts'
import { type Clip, collect, type Item, type Layer } from './collect.ts'
import { makeCanvas, nodeType, page, queryAll, rectsOf } from './dom.ts'
import { drawField, fields } from './field.ts'
import { drawImage, pictures } from './image.ts'
import { drawMarker } from './marker.ts'
import { cover, rectsWithin } from './private.ts'
import { drawPseudo } from './pseudo.ts'
import { drawShape } from './shape.ts'
import { drawText } from './text.ts'
import { inView } from './view.ts'

// Together below what a person takes for "it hangs".
const COLLECT_MS = 700
const TOTAL_MS = 1300
const PIXELS_MAX = 2

/** Draws what is in the viewport, from the page's elements and with nothing fetched; what does not fit in the time is left out. */
export function drawPage(host: Element): HTMLCanvasElement {
  const begun = performance.now()
  const after = (time: number) => () => performance.now() - begun > time
  const ratio = Math.min(devicePixelRatio || 1, PIXELS_MAX)
  const [canvas, context] = makeCanvas(innerWidth * ratio, innerHeight * ratio)
  context.scale(ratio, ratio)
  const root = page()
  // A page is as large as its window, and not see-through.
  const view = new DOMRect(0, 0, innerWidth, innerHeight)
  const { colorScheme: scheme } = getComputedStyle(root)
  context.fillStyle = '#121212'
  if (/dark/.test(scheme) && (!/light/.test(scheme) || matchMedia('(prefers-color-scheme:dark)').matches))
    context.fillRect(0, 0, innerWidth, innerHeight)
  for (const element of [root, ...queryAll(root, ':scope>body')]) drawBackground(context, getComputedStyle(element), view)
  drawLayer(context, collect(root, host, after(COLLECT_MS)), after(TOTAL_MS))
  return canvas
}

function drawLayer(context: CanvasRenderingContext2D, { items: [own, ...items], layers }: Layer, late: () => boolean) {
  const sorted = [...layers].sort((one, other) => one.z - other.z)
  if (own) drawItem(context, own, late)
  for (const layer of sorted) if (layer.z < 0) drawLayer(context, layer, late)
  for (const item of items) drawItem(context, item, late)
  for (const layer of sorted) if (layer.z >= 0) drawLayer(context, layer, late)
}

function drawItem(context: CanvasRenderingContext2D, item: Item, late: () => boolean) {
  if (late() || !item.around.opacity) return
  context.save()
  try {
    const { around, style } = item
    for (let clip = around.clip; clip; clip = clip.outer) cutOff(context, clip)
    context.globalAlpha = item.covered ? 1 : around.opacity
    if (item.covered) cover(context, rectsWithin(item.node as Element))
    else if (style.visibility !== 'visible' || !hasBox(item)) return
    else if (nodeType(item.node) === Node.TEXT_NODE) drawText(context, item, late)
    else drawElement(context, item)
  } catch {
    // The page may hold what no one foresaw; one thing left out is no reason for no picture.
  } finally {
    context.restore()
  }
}

/** False within what is folded away, of which the browser still tells where it would be. */
const hasBox = ({ node, style }: Item) => {
  const element = node instanceof Element ? node : node.parentElement
  return !element || style.display === 'contents' || Element.prototype.checkVisibility.call(element)
}

function cutOff(context: CanvasRenderingContext2D, { rect, style }: Clip) {
  trace(context, ...roundedPath(rect, style, 1))
  context.clip()
}

function drawElement(context: CanvasRenderingContext2D, item: Item) {
  const element = item.node as Element
  const name = element.localName
  if (element instanceof SVGGeometryElement || element instanceof SVGUseElement) return drawShape(context, element, item.style)
  if (name === 'html' || name === 'body') return
  const rects = rectsOf(element).filter(inView)
  if (!rects[0]) return
  if (item.pseudo) return drawPseudo(context, item, getComputedStyle(element), rects[0])
  for (const rect of rects) drawBox(context, item.style, rect)
  const [rect] = rects
  if (pictures.test(name)) drawImage(context, element, item.style, rect)
  else if (fields.test(name)) drawField(context, element, item.style, rect)
  if (item.style.display === 'list-item') drawMarker(context, element, item.style, rect)
}
