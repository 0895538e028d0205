import { contentBox, px, roundedPath, trace } from './box.ts'
import { setFont, write } from './text.ts'

export const fields = /^(input|textarea|select)$/

const ticks: Record<string, [string, string]> = { checkbox: ['☐', '☑'], radio: ['○', '◉'] }

/** Draws what a form field holds; it is in no element of the page. */
export function drawField(context: CanvasRenderingContext2D, element: Element, style: CSSStyleDeclaration, rect: DOMRect) {
  const { type, checked } = element as HTMLInputElement
  const tick = ticks[type]
  if (!tick) return drawWords(context, element as HTMLInputElement, style, rect)
  context.font = `${rect.height * 1.3}px sans-serif`
  context.fillStyle = checked && style.accentColor !== 'auto' ? style.accentColor : '#555'
  if (style.appearance !== 'none') context.fillText(tick[Number(checked)] as string, rect.x - 1, rect.bottom, rect.width + 2)
}

function drawWords(context: CanvasRenderingContext2D, element: HTMLInputElement, style: CSSStyleDeclaration, rect: DOMRect) {
  const { value, placeholder, scrollTop } = element
  const select = element instanceof HTMLSelectElement && (element as HTMLSelectElement)
  const words = (select ? select.selectedOptions[0]?.label : value) || placeholder || ''
  const room = contentBox(rect, style)
  const many = element instanceof HTMLTextAreaElement
  const line = many ? px(style.lineHeight) || setFont(context, style).tall : room.height
  trace(context, ...roundedPath(rect, style, 1))
  context.clip()
  let y = room.y - scrollTop
  for (const text of many ? wrap(context, words, room.width) : [words]) {
    const align = style.textAlign === 'center' ? 'center' : 'start'
    write(context, select || value ? style : getComputedStyle(element, '::placeholder'), text, new DOMRect(room.x, y, room.width, line), align)
    y += line
  }
  if (select) write(context, style, '▾', room, 'end')
}

function wrap(context: CanvasRenderingContext2D, text: string, width: number) {
  const lines = ['']
  for (const word of text.slice(0, 5000).split(/(?<=\s)/)) {
    const longer = lines.at(-1) + word
    if (context.measureText(longer).width > width || /\n/.test(lines.at(-1) as string)) lines.push(word)
    else lines[lines.length - 1] = longer
  }
  return lines
}
