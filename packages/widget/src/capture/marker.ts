import { px } from './box.ts'
import { attribute, localName, rectsOf } from './dom.ts'
import { setFont } from './text.ts'

/** Draws the bullet or number before an item of a list. */
export function drawMarker(context: CanvasRenderingContext2D, element: Element, style: CSSStyleDeclaration, rect: DOMRect) {
  const { listStyleType: type } = style
  if (type === 'none' || localName(element) === 'summary') return
  const { above, below } = setFont(context, style)
  const size = px(style.fontSize)
  const line = px(style.lineHeight) || above + below
  const backwards = style.direction === 'rtl'
  const gap = style.listStylePosition === 'inside' ? -size : size * 0.5
  const x = backwards ? rect.right - px(style.paddingRight) + gap : rect.left + px(style.paddingLeft) - gap
  const y = rect.top + px(style.paddingTop) + px(style.borderTopWidth) + line / 2
  if (/^(disc|circle|square)$/.test(type)) return drawBullet(context, type, x + (backwards ? 1 : -1) * size * 0.2, y, size * 0.18)
  context.textAlign = backwards ? 'left' : 'right'
  const words = /^"/.test(type) ? type.slice(1, -1) : `${numberOf(element)}.`
  context.fillText(words, x, y + (above - below) / 2)
}

function drawBullet(context: CanvasRenderingContext2D, type: string, x: number, y: number, radius: number) {
  context.beginPath()
  if (type === 'square') context.rect(x - radius, y - radius, radius * 2, radius * 2)
  else context.arc(x, y, radius, 0, 7)
  context.strokeStyle = context.fillStyle
  context.lineWidth = 1
  if (type === 'circle') context.stroke()
  else context.fill()
}

function numberOf(element: Element): number {
  const own = Number(attribute(element, 'value'))
  if (own) return own
  let count = 1
  let before = element.previousElementSibling
  for (; before && count < 1000; before = before.previousElementSibling) if (localName(before) === 'li' && rectsOf(before)[0]) count++
  return count - 1 + (px(element.parentElement && attribute(element.parentElement, 'start')) || 1)
}
