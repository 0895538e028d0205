import { px } from './box.ts'
import type { Item } from './collect.ts'
import { inView } from './view.ts'

const CHUNK = 1000

/** Sets font, colour and spacing; returns how far the letters reach above and below their line. */
export function setFont(context: CanvasRenderingContext2D, style: CSSStyleDeclaration) {
  const caps = style.fontVariantCaps === 'small-caps' ? 'small-caps' : ''
  context.font = `${style.fontStyle} ${caps} ${style.fontWeight} ${style.fontSize} ${style.fontFamily}`
  context.letterSpacing = style.letterSpacing === 'normal' ? '0px' : style.letterSpacing
  context.direction = style.direction as CanvasDirection
  context.textAlign = 'left'
  context.textBaseline = 'alphabetic'
  context.fillStyle = inkOf(style)
  const { fontBoundingBoxAscent: above, fontBoundingBoxDescent: below } = context.measureText('x')
  return { above, below }
}

function inkOf(style: CSSStyleDeclaration) {
  const fill = style.getPropertyValue('-webkit-text-fill-color') || style.color
  // Letters that are a window on the background take its first colour.
  if (style.backgroundClip === 'text') return /(rgba?|oklch|oklab|color)\([^)]*\)/.exec(style.backgroundImage)?.[0] ?? style.backgroundColor
  return fill
}

/** Draws a text where the browser laid it out: whole when it stands on one line, else word by word. */
export function drawText(context: CanvasRenderingContext2D, item: Item, late: () => boolean) {
  const node = item.node as Text
  const { style, around } = item
  const { data } = node
  const start = data.search(/\S/)
  if (start < 0 || style.fontSize === '0px') return
  const range = new Range()
  range.setStart(node, start)
  range.setEnd(node, data.trimEnd().length)
  const rects = [...range.getClientRects()]
  const seen = rects.filter(inView)
  if (!seen[0]) return
  const metrics = setFont(context, style)
  if (node.parentElement instanceof SVGElement) context.fillStyle = style.fill
  const put = (text: string, rect: DOMRect) => inView(rect) && drawRun(context, dress(text, style), rect, metrics, around.angle)
  const alone = !rects[1] && style.wordSpacing === '0px' && style.writingMode === 'horizontal-tb'
  if (alone) put(/^pre|break-spaces/.test(style.whiteSpace) ? range.toString() : range.toString().replace(/\s+/g, ' '), seen[0])
  else drawWords(node, range, put, late)
  for (const rect of seen) for (const { line, color } of around.decorations) drawLines(context, line, color, rect, style)
}

function drawWords(node: Text, range: Range, put: (text: string, rect: DOMRect) => void, late: () => boolean) {
  const { data } = node
  const words = /\S+/g
  let checked = 0
  for (let word = words.exec(data); word && !late(); word = words.exec(data)) {
    if (word.index >= checked && data.length > CHUNK) {
      range.setStart(node, word.index)
      checked = word.index + CHUNK
      range.setEnd(node, Math.min(data.length, checked))
      if (!inView(range.getBoundingClientRect())) {
        words.lastIndex = checked
        continue
      }
    }
    range.setStart(node, word.index)
    range.setEnd(node, word.index + word[0].length)
    const [rect, more] = range.getClientRects()
    if (rect && !more) put(word[0], rect)
    else if (rect) drawLetters(node, range, word, put, late)
  }
}

/** A word that the browser broke: as many of its letters at a time as stand on one line. */
function drawLetters(node: Text, range: Range, { 0: word, index }: RegExpExecArray, put: (text: string, rect: DOMRect) => void, late: () => boolean) {
  let line: { text: string; rect: DOMRect } | undefined
  for (const letter of word) {
    range.setStart(node, index)
    index += letter.length
    range.setEnd(node, index)
    const [rect] = range.getClientRects()
    if (!rect || late()) continue
    if (line && Math.abs(line.rect.y - rect.y) < 2) {
      const left = Math.min(line.rect.left, rect.left)
      line = { text: line.text + letter, rect: new DOMRect(left, rect.y, Math.max(line.rect.right, rect.right) - left, rect.height) }
    } else {
      if (line) put(line.text, line.rect)
      line = { text: letter, rect }
    }
  }
  if (line) put(line.text, line.rect)
}

/** Puts a text into the rectangle that the browser gave it, as large as it is there. */
function drawRun(context: CanvasRenderingContext2D, text: string, rect: DOMRect, { above, below }: ReturnType<typeof setFont>, angle: number) {
  const tall = above + below
  const grown = rect.height / tall
  const scale = angle || Math.abs(grown - 1) < 0.1 ? 1 : Math.min(8, Math.max(0.1, grown))
  context.save()
  context.translate(rect.x + rect.width / 2, rect.y + rect.height / 2)
  context.rotate(angle)
  context.scale(scale, scale)
  const width = angle ? context.measureText(text).width : rect.width / scale
  context.fillText(text, -width / 2, above - tall / 2, width + 1)
  context.restore()
}

function dress(text: string, { textTransform }: CSSStyleDeclaration) {
  if (textTransform === 'uppercase') return text.toLocaleUpperCase()
  if (textTransform === 'lowercase') return text.toLocaleLowerCase()
  if (textTransform === 'capitalize') return text.replace(/(^|\s)\S/g, (letter) => letter.toLocaleUpperCase())
  return text
}

function drawLines(context: CanvasRenderingContext2D, line: string, color: string, rect: DOMRect, style: CSSStyleDeclaration) {
  const size = px(style.fontSize)
  const thick = px(style.textDecorationThickness) || Math.max(1, size / 16)
  context.fillStyle = color
  const across = (share: number) => context.fillRect(rect.x, rect.y + rect.height * share, rect.width, thick)
  if (line.includes('underline')) across(0.87)
  if (line.includes('through')) across(0.53)
  if (line.includes('overline')) across(0.02)
}
