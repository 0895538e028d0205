import { px, roundedPath } from './box.ts'
import { setFont } from './text.ts'

export const fields = /^(input|textarea|select|progress|meter)$/

/** Draws what a form field holds; it is in no element of the page. */
export function drawField(context: CanvasRenderingContext2D, element: Element, style: CSSStyleDeclaration, rect: DOMRect) {
  const accent = style.accentColor === 'auto' ? '#0075ff' : style.accentColor
  if (element instanceof HTMLInputElement && /^(checkbox|radio)$/.test(element.type)) return drawTick(context, element, style, rect, accent)
  const share = shareOf(element)
  if (share !== undefined) return drawBar(context, share, element instanceof HTMLInputElement, rect, accent)
  if (element instanceof HTMLInputElement && element.type === 'color') {
    context.fillStyle = element.value
    return context.fillRect(rect.x + 4, rect.y + 4, rect.width - 8, rect.height - 8)
  }
  drawWords(context, element, style, rect)
}

function drawTick(context: CanvasRenderingContext2D, { type, checked }: HTMLInputElement, style: CSSStyleDeclaration, rect: DOMRect, accent: string) {
  if (style.appearance === 'none') return
  const round = type === 'radio'
  const { x, y, width, height } = rect
  context.beginPath()
  context.roundRect(x + 0.5, y + 0.5, width - 1, height - 1, round ? width / 2 : 2)
  context.fillStyle = checked && !round ? accent : '#fff'
  context.strokeStyle = checked ? accent : '#767676'
  context.lineWidth = 1
  context.fill()
  context.stroke()
  if (!checked) return
  context.beginPath()
  if (round) {
    context.arc(x + width / 2, y + height / 2, width / 4, 0, 7)
    context.fillStyle = accent
    return context.fill()
  }
  context.moveTo(x + width * 0.22, y + height * 0.52)
  context.lineTo(x + width * 0.42, y + height * 0.72)
  context.lineTo(x + width * 0.78, y + height * 0.28)
  context.strokeStyle = '#fff'
  context.lineWidth = width / 7
  context.stroke()
}

/** How full a slider, progress bar or meter is; undefined for what is none. */
function shareOf(element: Element) {
  if (element instanceof HTMLProgressElement) return Math.max(0, element.position)
  if (element instanceof HTMLMeterElement) return (element.value - element.min) / (element.max - element.min)
  if (!(element instanceof HTMLInputElement) || element.type !== 'range') return
  const [low, high] = [px(element.min), px(element.max) || 100]
  return (element.valueAsNumber - low) / (high - low)
}

function drawBar(context: CanvasRenderingContext2D, share: number, knob: boolean, { x, y, width, height }: DOMRect, accent: string) {
  const thick = knob ? Math.min(8, height) : height
  const bar = (colour: string, wide: number) => {
    context.beginPath()
    context.roundRect(x, y + (height - thick) / 2, wide, thick, thick / 2)
    context.fillStyle = colour
    context.fill()
  }
  bar('#8884', width)
  bar(accent, width * share)
  if (!knob) return
  context.beginPath()
  context.arc(x + 8 + (width - 16) * share, y + height / 2, 8, 0, 7)
  context.fill()
}

function wordsOf(element: Element): [words: string, faint: boolean] {
  if (element instanceof HTMLSelectElement) return [element.selectedOptions[0]?.label ?? '', false]
  const { value, placeholder } = element as HTMLInputElement
  return value ? [value, false] : [placeholder ?? '', true]
}

function drawWords(context: CanvasRenderingContext2D, element: Element, style: CSSStyleDeclaration, rect: DOMRect) {
  const [words, faint] = wordsOf(element)
  const { above, below } = setFont(context, style)
  const [x, y, width, height] = roundedPath(rect, style, true)
  const [left, right] = [x + px(style.paddingLeft), x + width - px(style.paddingRight)]
  const many = element instanceof HTMLTextAreaElement
  const line = px(style.lineHeight) || above + below
  const backwards = style.direction === 'rtl'
  const middle = style.textAlign === 'center' || /^(submit|button|reset)$/.test((element as HTMLInputElement).type)
  context.save()
  context.beginPath()
  context.rect(x, y, width, height)
  context.clip()
  if (faint) context.fillStyle = getComputedStyle(element, '::placeholder').color
  context.textAlign = middle ? 'center' : backwards ? 'right' : 'left'
  const at = middle ? (left + right) / 2 : backwards ? right : left
  const first = many ? y + px(style.paddingTop) + (line - above - below) / 2 - element.scrollTop : y + (height - above - below) / 2
  const lines = many ? wrap(context, words, right - left) : [words]
  for (const [index, text] of lines.entries()) context.fillText(text, at, first + above + index * line)
  if (element instanceof HTMLSelectElement && style.appearance !== 'none') drawArrow(context, backwards ? left + 6 : right - 8, y + height / 2)
  context.restore()
}

function drawArrow(context: CanvasRenderingContext2D, x: number, y: number) {
  context.beginPath()
  context.moveTo(x - 4, y - 2)
  context.lineTo(x, y + 2)
  context.lineTo(x + 4, y - 2)
  context.lineWidth = 1.5
  context.strokeStyle = context.fillStyle
  context.stroke()
}

function wrap(context: CanvasRenderingContext2D, text: string, width: number) {
  return text
    .slice(0, 5000)
    .split('\n')
    .flatMap((paragraph) => {
      const lines = ['']
      for (const word of paragraph.split(/(?<=\s)/)) {
        const longer = lines.at(-1) + word
        if (lines.at(-1) && context.measureText(longer.trimEnd()).width > width) lines.push(word)
        else lines[lines.length - 1] = longer
      }
      return lines
    })
}
