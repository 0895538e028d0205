import { type Gradient, readGradient } from './gradient.ts'

type Rounded = [x: number, y: number, width: number, height: number, radii: number[]]

const sides = ['Right', 'Left', 'Bottom', 'Top'] as const
const corners = ['TopLeft', 'TopRight', 'BottomRight', 'BottomLeft'] as const

export const px = (value: string) => Number.parseFloat(value) || 0
const clear = (colour: string) => /^rgba.*, 0\)|\/ 0\)/.test(colour)

/** The rectangle and corners of a box, or of what is inside its border. */
export function roundedPath({ x, y, width, height }: DOMRect, style: CSSStyleDeclaration, inside = 0): Rounded {
  const [right = 0, left = 0, bottom = 0, top = 0] = sides.map((side) => px(style[`border${side}Width`]) * inside)
  const radii = corners.map((corner) => {
    const value = style[`border${corner}Radius`]
    return Math.max(0, px(value) * (value.includes('%') ? width / 100 : 1) - Math.max(top, left))
  })
  return [x + left, y + top, Math.max(0, width - left - right), Math.max(0, height - top - bottom), radii]
}

/** What of a box is left for what it holds. */
export function contentBox(rect: DOMRect, style: CSSStyleDeclaration): DOMRect {
  const [x, y, width, height] = roundedPath(rect, style, 1)
  const [left, top] = [px(style.paddingLeft), px(style.paddingTop)]
  return new DOMRect(x + left, y + top, width - left - px(style.paddingRight), height - top - px(style.paddingBottom))
}

export function trace(context: CanvasRenderingContext2D, ...shape: Rounded) {
  context.beginPath()
  context.roundRect(...shape)
}

/** Shadow, background and border of one box. */
export function drawBox(context: CanvasRenderingContext2D, style: CSSStyleDeclaration, rect: DOMRect) {
  const shape = roundedPath(rect, style)
  drawBackground(context, style, rect)
  drawBorder(context, style, shape, roundedPath(rect, style, 1))
}

/** The background of one box, and the shadow that it throws. */
export function drawBackground(context: CanvasRenderingContext2D, style: CSSStyleDeclaration, rect: DOMRect) {
  const { backgroundColor: colour, backgroundImage: image } = style
  // The background is then only seen through the letters.
  if (style.backgroundClip === 'text') return
  const [, shadow, dx, dy, blur] = /([a-z]+\([^)]*\)) (\S+)px (\S+)px (\S+)px \S+(?! inset)/.exec(style.boxShadow) ?? []
  const fill = (paint: string | CanvasGradient) => {
    context.fillStyle = paint
    context.fill()
  }
  trace(context, ...roundedPath(rect, style))
  if (!clear(colour)) {
    const ratio = context.getTransform().a
    context.shadowColor = shadow ?? 'transparent'
    context.shadowBlur = Number(blur) * ratio
    context.shadowOffsetX = Number(dx) * ratio
    context.shadowOffsetY = Number(dy) * ratio
    fill(colour)
    context.shadowColor = 'transparent'
  } else if (image.includes('url(')) fill(placeholder(style))
  const gradient = readGradient(image, rect.width, rect.height)
  if (gradient) fill(blend(context, gradient, rect))
}

function blend(context: CanvasRenderingContext2D, { round, angle, stops }: Gradient, { x, y, width, height }: DOMRect) {
  const [sin, cos] = [Math.sin(angle), Math.cos(angle)]
  const length = (Math.abs(width * sin) + Math.abs(height * cos)) / 2
  const [middle, centre, dx, dy] = [x + width / 2, y + height / 2, sin * length, -cos * length]
  const paint = round
    ? context.createRadialGradient(middle, centre, 0, middle, centre, Math.hypot(width, height) / 2)
    : context.createLinearGradient(middle - dx, centre - dy, middle + dx, centre + dy)
  for (const { colour, at } of stops) paint.addColorStop(at, colour)
  return paint
}

/** Stands for a picture that can't be had without a request: dark below light words, light below dark ones. */
function placeholder({ color }: CSSStyleDeclaration) {
  const [red = 0, green = 0] = color.match(/[\d.]+/g)?.map(Number) ?? []
  return red + green > 300 ? '#6b6f75' : '#d9dbde'
}

function drawBorder(context: CanvasRenderingContext2D, style: CSSStyleDeclaration, shape: Rounded, inner: Rounded) {
  const [x, y, width, height, radii] = shape
  context.save()
  trace(context, ...shape)
  context.roundRect(...inner)
  context.clip('evenodd')
  // Rounded corners are shared by two sides.
  const deep = Math.max(...radii) * 0.3
  for (const side of sides) {
    const thick = px(style[`border${side}Width`])
    if (!thick) continue
    const [wide, high] = /t$/.test(side) ? [thick + deep, height] : [width, thick + deep]
    context.fillStyle = style[`border${side}Color`]
    context.fillRect(side === 'Right' ? x + width - wide : x, side === 'Bottom' ? y + height - high : y, wide, high)
  }
  context.restore()
}
