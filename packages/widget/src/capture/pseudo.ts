import { drawBox, px, roundedPath } from './box.ts'
import type { Item } from './collect.ts'
import { setFont } from './text.ts'

/** Draws `::before` and `::after`: nobody can ask where they are, so it is reckoned from their own style and that of their element. */
export function drawPseudo(context: CanvasRenderingContext2D, { node, style }: Item, rect: DOMRect) {
  for (const name of ['::before', '::after'] as const) {
    const own = getComputedStyle(node as Element, name)
    if (/^(none|normal|)$/.test(own.content) || own.display === 'none' || own.visibility !== 'visible') continue
    const [, words = ''] = /^"(.*?)"/s.exec(own.content) ?? []
    const { above, below } = setFont(context, own)
    const size = measure(context, own, words)
    const place = placeOf(own, name, { node, style } as Item, rect, size, above + below)
    if (!place || (own.position === 'absolute' && style.position === 'static')) continue
    context.save()
    context.globalAlpha *= Number(own.opacity)
    drawBox(context, own, place)
    if (words) {
      setFont(context, own)
      const [left, top, , height] = roundedPath(place, own, true)
      const line = own.display === 'inline' ? height : Math.min(height, px(own.lineHeight) || height)
      context.fillText(words, left + px(own.paddingLeft), top + px(own.paddingTop) + (line - above - below) / 2 + above)
    }
    context.restore()
  }
}

function measure(context: CanvasRenderingContext2D, own: CSSStyleDeclaration, words: string) {
  const inner = own.boxSizing === 'border-box' && own.width !== 'auto'
  const sides = inner ? 0 : px(own.paddingLeft) + px(own.paddingRight) + px(own.borderLeftWidth) + px(own.borderRightWidth)
  const ends = inner ? 0 : px(own.paddingTop) + px(own.paddingBottom) + px(own.borderTopWidth) + px(own.borderBottomWidth)
  const wide = own.width === 'auto' ? context.measureText(words).width : px(own.width)
  return { width: wide + sides, height: own.height === 'auto' ? Number.NaN : px(own.height) + ends }
}

function placeOf(
  own: CSSStyleDeclaration,
  name: string,
  { node, style }: Item,
  rect: DOMRect,
  { width, height }: { width: number; height: number },
  line: number,
): DOMRect | undefined {
  const [x, y, wide, high] = roundedPath(rect, style, true)
  if (own.position === 'absolute') return moved(own, new DOMRect(x + px(own.left), y + px(own.top), width, height))
  if (own.position === 'fixed') return
  const tall = Number.isNaN(height) ? line : height
  const after = name === '::after'
  const content = new Range()
  content.selectNodeContents(node)
  const rects = [...content.getClientRects()].filter((each) => each.width)
  const backwards = style.direction === 'rtl'
  const block = own.display === 'block' && !/flex|grid/.test(style.display)
  const neighbour = block ? undefined : rects.at(after ? -1 : 0)
  const top = neighbour
    ? neighbour.y + (neighbour.height - tall) / 2
    : block && after
      ? y + high - px(style.paddingBottom) - tall
      : y + px(style.paddingTop)
  const left = x + px(style.paddingLeft)
  const right = x + wide - px(style.paddingRight)
  if (neighbour && after !== backwards) return new DOMRect(neighbour.right + px(own.marginLeft), top, width, tall)
  if (neighbour) return new DOMRect(neighbour.left - width - px(own.marginRight), top, width, tall)
  const centred = style.textAlign === 'center' || /center/.test(style.justifyContent + style.justifyItems)
  return new DOMRect(centred ? (left + right - width) / 2 : backwards ? right - width : left, top, width, tall)
}

/** Only a shift is followed: `translate(-50%, -50%)` is how most of these are centred. */
function moved({ transform, translate }: CSSStyleDeclaration, rect: DOMRect) {
  if (transform !== 'none') {
    const { e, f } = new DOMMatrix(transform)
    rect.x += e
    rect.y += f
  }
  if (translate !== 'none') {
    const [x, y] = translate.split(' ')
    rect.x += share(x, rect.width)
    rect.y += share(y, rect.height)
  }
  return rect
}

const share = (value: string | undefined, size: number) => (value?.endsWith('%') ? (px(value) / 100) * size : px(value))
