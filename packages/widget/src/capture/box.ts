import { type Gradient, readGradient, splitTop } from './gradient.ts'

type Rounded = [number, number, number, number, number[]]

const sides = ['Top', 'Right', 'Bottom', 'Left'] as const
const corners = ['TopLeft', 'TopRight', 'BottomRight', 'BottomLeft'] as const
export const px = (value: string | null | undefined) => Number.parseFloat(value ?? '') || 0
const none = (colour: string) => /^transparent$|^rgba\(.*, 0\)$|\/ 0\)$/.test(colour)

const widths = (style: CSSStyleDeclaration) => sides.map((side) => px(style[`border${side}Width`])) as [number, number, number, number]

/** The rectangle and corners of a box, or of what is inside its border. */
export function roundedPath(rect: DOMRect, style: CSSStyleDeclaration, inside = false): Rounded {
  const [top, right, bottom, left] = inside ? widths(style) : [0, 0, 0, 0]
  const radii = corners.map((corner) => {
    const value = style[`border${corner}Radius`]
    const radius = value.includes('%') ? (px(value) / 100) * rect.width : px(value)
    return Math.max(0, radius - Math.max(top, left))
  })
  return [rect.x + left, rect.y + top, Math.max(0, rect.width - left - right), Math.max(0, rect.height - top - bottom), radii]
}

/** Shadow, background, border and outline of one box. */
export function drawBox(context: CanvasRenderingContext2D, style: CSSStyleDeclaration, rect: DOMRect) {
  const shape = roundedPath(rect, style)
  drawShadow(context, style, shape)
  drawBackground(context, style, shape)
  drawBorder(context, style, rect, shape)
  const outline = style.outlineStyle === 'none' ? 0 : px(style.outlineWidth)
  if (!outline) return
  const gap = px(style.outlineOffset) + outline / 2
  const [x, y, width, height, radii] = shape
  context.lineWidth = outline
  context.strokeStyle = style.outlineColor
  context.beginPath()
  context.roundRect(x - gap, y - gap, width + 2 * gap, height + 2 * gap, radii)
  context.stroke()
}

function trace(context: CanvasRenderingContext2D, shape: Rounded) {
  context.beginPath()
  context.roundRect(...shape)
}

function drawShadow(context: CanvasRenderingContext2D, style: CSSStyleDeclaration, shape: Rounded) {
  for (const shadow of style.boxShadow === 'none' ? [] : splitTop(style.boxShadow).reverse()) {
    const [, colour, x, y, blur, spread] = /^(.*?) ?(-?[\d.]+)px (-?[\d.]+)px ([\d.]+)px (-?[\d.]+)px/.exec(shadow) ?? []
    if (!colour || shadow.includes('inset')) continue
    const { a: ratio } = context.getTransform()
    const grown = Number(spread)
    const [left, top, width, height, radii] = shape
    context.save()
    // Only around the box: what it holds may be see-through.
    trace(context, shape)
    context.rect(-1e4, -1e4, 3e4, 3e4)
    context.clip('evenodd')
    context.shadowColor = colour
    context.shadowBlur = Number(blur) * ratio
    // The box that throws the shadow stands far outside the picture.
    context.shadowOffsetX = (Number(x) + 2e4) * ratio
    context.shadowOffsetY = Number(y) * ratio
    trace(context, [
      left - grown - 2e4,
      top - grown,
      Math.max(0, width + 2 * grown),
      Math.max(0, height + 2 * grown),
      radii.map((r) => r + (r && grown)),
    ])
    context.fill()
    context.restore()
  }
}

function drawBackground(context: CanvasRenderingContext2D, style: CSSStyleDeclaration, shape: Rounded) {
  const { backgroundColor: colour, backgroundImage: image } = style
  // The background is then only seen through the letters.
  if (style.backgroundClip === 'text') return
  trace(context, shape)
  if (!none(colour)) {
    context.fillStyle = colour
    context.fill()
  }
  for (const layer of image === 'none' ? [] : splitTop(image).reverse()) {
    const gradient = readGradient(layer, shape[2], shape[3])
    if (!gradient && !none(colour)) continue
    context.fillStyle = gradient ? fillOf(context, gradient, shape) : placeholder(style)
    context.fill()
  }
}

/** Stands for a picture that can't be had without a request: dark below light words, light below dark ones. */
function placeholder({ color }: CSSStyleDeclaration) {
  const [red = 0, green = 0, blue = 0] = color.match(/[\d.]+/g)?.map(Number) ?? []
  return red * 0.3 + green * 0.6 + blue * 0.1 > 150 ? '#6b6f75' : '#d9dbde'
}

function fillOf(context: CanvasRenderingContext2D, { round, angle, stops }: Gradient, [left, top, width, height]: Rounded) {
  const [x, y] = [left + width / 2, top + height / 2]
  const length = (Math.abs(width * Math.sin(angle)) + Math.abs(height * Math.cos(angle))) / 2
  const [dx, dy] = [Math.sin(angle) * length, -Math.cos(angle) * length]
  const fill = round
    ? context.createRadialGradient(x, y, 0, x, y, Math.hypot(width, height) / 2)
    : context.createLinearGradient(x - dx, y - dy, x + dx, y + dy)
  for (const { colour, at } of stops) fill.addColorStop(at, colour)
  return fill
}

function drawBorder(context: CanvasRenderingContext2D, style: CSSStyleDeclaration, rect: DOMRect, shape: Rounded) {
  const size = widths(style)
  if (!size.some(Boolean)) return
  const colours = sides.map((side) => style[`border${side}Color`])
  const line = style.borderTopStyle
  const [x, y, width, height, radii] = shape
  if (/dashed|dotted/.test(line) && size[0]) {
    const half = size[0] / 2
    context.setLineDash(line === 'dotted' ? [size[0], size[0]] : [size[0] * 3, size[0] * 2])
    context.lineWidth = size[0]
    context.strokeStyle = colours[0] as string
    trace(context, [x + half, y + half, width - size[0], height - size[0], radii])
    context.stroke()
    return context.setLineDash([])
  }
  context.save()
  trace(context, shape)
  context.roundRect(...roundedPath(rect, style, true))
  if (colours.every((colour) => colour === colours[0])) {
    context.fillStyle = colours[0] as string
    context.fill('evenodd')
  } else {
    context.clip('evenodd')
    drawSides(context, colours, size, rect)
  }
  context.restore()
}

/** Each side as far as the middle, cut off along the diagonals as a mitre would be. */
function drawSides(context: CanvasRenderingContext2D, colours: string[], size: number[], { left, top, right, bottom }: DOMRect) {
  const [up = 0, end = 0, down = 0, start = 0] = size
  const outer = [left, top, right, top, right, bottom, left, bottom]
  const inner = [left + start, top + up, right - end, top + up, right - end, bottom - down, left + start, bottom - down]
  for (const [side, colour] of colours.entries()) {
    if (!size[side] || none(colour)) continue
    const [from, to] = [side * 2, ((side + 1) % 4) * 2]
    const corner = (points: number[], at: number) => context.lineTo(points[at] as number, points[at + 1] as number)
    context.fillStyle = colour
    context.beginPath()
    corner(outer, from)
    corner(outer, to)
    corner(inner, to)
    corner(inner, from)
    context.fill()
  }
}
