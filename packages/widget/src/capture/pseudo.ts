import { contentBox, drawBox, px, roundedPath } from './box.ts'
import type { Item } from './collect.ts'
import { setFont, write } from './text.ts'

/** Draws `::before` or `::after`: nobody can ask where it is, so it is reckoned from its own style and that of its element. */
export function drawPseudo(context: CanvasRenderingContext2D, { node, style, pseudo }: Item, parent: CSSStyleDeclaration, rect: DOMRect) {
  const words = /^"(.*?)"/s.exec(style.content)?.[1] ?? ''
  const { tall } = setFont(context, style)
  const place = new DOMRect(0, 0, px(style.width) || context.measureText(words).width, px(style.height) || tall)
  if (style.boxSizing !== 'border-box' || style.width === 'auto') {
    const room = contentBox(place, style)
    place.width += place.width - room.width
    place.height += place.height - room.height
  }
  if (style.position === 'absolute') {
    const { e, f } = new DOMMatrix(style.transform)
    const [x, y] = roundedPath(rect, parent, 1)
    place.x = x + px(style.left) + e
    place.y = y + px(style.top) + f
  } else stand(place, node as Element, style, parent, contentBox(rect, parent), pseudo === '::after')
  context.globalAlpha *= Number(style.opacity)
  drawBox(context, style, place)
  write(context, style, words, contentBox(place, style))
}

/** Before or after what its element holds. */
function stand(place: DOMRect, node: Element, style: CSSStyleDeclaration, parent: CSSStyleDeclaration, room: DOMRect, after: boolean) {
  const content = new Range()
  content.selectNodeContents(node)
  const beside = [...content.getClientRects()].filter((each) => each.width).at(after ? -1 : 0)
  const backwards = parent.direction === 'rtl'
  place.x = backwards ? room.right - place.width : room.x
  place.y = after ? room.bottom - place.height : room.y
  if (!beside && /center/.test(parent.textAlign + parent.justifyContent)) place.x = room.x + (room.width - place.width) / 2
  if (beside && (style.display !== 'block' || /flex/.test(parent.display))) {
    place.y = beside.y + (beside.height - place.height) / 2
    place.x = after === backwards ? beside.x - place.width - px(style.marginRight) : beside.right + px(style.marginLeft)
  }
}
