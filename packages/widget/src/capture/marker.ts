import { contentBox, px } from './box.ts'
import { setFont, write } from './text.ts'

const bullets: Record<string, string> = { disc: '•', circle: '◦', square: '▪' }

/** Draws the bullet or number before an item of a list. */
export function drawMarker(context: CanvasRenderingContext2D, element: Element, style: CSSStyleDeclaration, rect: DOMRect) {
  const { listStyleType: type } = style
  if (type === 'none' || !(element instanceof HTMLLIElement)) return
  const { x, y, right } = contentBox(rect, style)
  const { tall } = setFont(context, style)
  const gap = tall * 0.3
  const room = new DOMRect(style.direction === 'rtl' ? right + gap : x - gap - 99, y, 99, px(style.lineHeight) || tall)
  write(context, style, bullets[type] ?? `${numberOf(element)}.`, room, 'end')
}

function numberOf(element: HTMLLIElement): number {
  const list = element.parentElement as HTMLOListElement
  return element.value || [...list.children].indexOf(element) + (list.start || 1)
}
