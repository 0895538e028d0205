import { px } from './box.ts'
import type { Item } from './collect.ts'
import { inView } from './view.ts'

/** Sets font, colour and spacing; returns how far the letters reach above and below their line. */
export function setFont(context: CanvasRenderingContext2D, style: CSSStyleDeclaration) {
  context.font = `${style.fontStyle} ${style.fontWeight} ${style.fontSize} ${style.fontFamily}`
  context.letterSpacing = style.letterSpacing === 'normal' ? '0px' : style.letterSpacing
  context.direction = style.direction as CanvasDirection
  context.textAlign = 'left'
  context.fillStyle = style.webkitTextFillColor
  // Letters that are a window on the background take its first colour.
  if (style.backgroundClip === 'text') context.fillStyle = /[a-z]+\([^()]*\)/.exec(style.backgroundImage)?.[0] ?? style.color
  const { fontBoundingBoxAscent: above, fontBoundingBoxDescent: below } = context.measureText('x')
  return { above, tall: above + below }
}

/** Writes words in the middle of a box's height, without breaking them. */
export function write(
  context: CanvasRenderingContext2D,
  style: CSSStyleDeclaration,
  words: string,
  { x, right, y, width, height }: DOMRect,
  align: CanvasTextAlign = 'start',
) {
  const { above, tall } = setFont(context, style)
  context.textAlign = align
  const edge = (align === 'end') === (style.direction === 'rtl') ? x : right
  context.fillText(words, align === 'center' ? x + width / 2 : edge, y + (height - tall) / 2 + above)
}

/** Draws a text where the browser laid it out: whole when it stands on one line, else word by word. */
export function drawText(context: CanvasRenderingContext2D, { node, style, around }: Item, late: () => boolean) {
  const { data } = node as Text
  const range = new Range()
  range.setStart(node, data.search(/\S/))
  range.setEnd(node, data.trimEnd().length)
  const rects = [...range.getClientRects()]
  if (!rects.some(inView)) return
  const { above, tall } = setFont(context, style)
  if (node.parentElement instanceof SVGElement) context.fillStyle = style.fill
  const put = (text: string, rect: DOMRect) => {
    if (!inView(rect)) return
    const grown = rect.height / tall
    const scale = Math.abs(grown - 1) < 0.1 ? 1 : grown
    context.save()
    context.translate(rect.x, rect.y + rect.height / 2)
    context.scale(scale, scale)
    context.fillText(style.textTransform === 'uppercase' ? text.toUpperCase() : text, 0, above - tall / 2, rect.width / scale + 1)
    context.restore()
  }
  if (!rects[1] && style.textAlign !== 'justify') put(`${range}`.replace(/\s+/g, ' '), rects[0] as DOMRect)
  else drawWords(node as Text, range, put, late)
  if (!around.line) return
  const high = around.line.includes('through') ? 0.53 : 0.87
  for (const rect of rects) context.fillRect(rect.x, rect.y + rect.height * high, rect.width, Math.max(1, px(style.fontSize) / 16))
}

function drawWords(node: Text, range: Range, put: (text: string, rect: DOMRect) => void, late: () => boolean) {
  const place = (start: number, end: number) => {
    range.setStart(node, start)
    range.setEnd(node, end)
    return range.getClientRects()
  }
  for (const { 0: text, index } of node.data.matchAll(/\S+/g)) {
    if (late()) return
    const [rect, more] = place(index, index + text.length)
    if (rect && !more) put(text, rect)
    // A word that the browser broke, or a language without spaces.
    else for (let at = 0; at < text.length && !late(); at++) for (const each of place(index + at, index + at + 1)) put(text[at] as string, each)
  }
}
