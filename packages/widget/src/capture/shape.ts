import { px } from './box.ts'
import { attribute, queryAll } from './dom.ts'

export const shapes = /^(path|rect|circle|ellipse|line|polyline|polygon|use)$/

/** Draws one shape of an SVG with its plain fill and stroke. */
export function drawShape(context: CanvasRenderingContext2D, element: SVGGraphicsElement, style: CSSStyleDeclaration) {
  const matrix = element.getScreenCTM()
  if (!matrix) return
  context.transform(matrix.a, matrix.b, matrix.c, matrix.d, matrix.e, matrix.f)
  if (!(element instanceof SVGUseElement)) return paint(context, pathOf(element), style)
  const target = document.querySelector(element.href.baseVal.startsWith('#') ? `#${CSS.escape(element.href.baseVal.slice(1))}` : '#\\ ')
  if (!target) return
  context.translate(px(attribute(element, 'x')), px(attribute(element, 'y')))
  const box = (target as SVGSymbolElement).viewBox?.baseVal
  const { width, height } = element.viewportElement as SVGSVGElement
  if (box?.width) {
    const room = (own: SVGAnimatedLength, all: SVGAnimatedLength) => own.baseVal.value || all.baseVal.value
    context.scale(room(element.width, width) / box.width, room(element.height, height) / box.height)
    context.translate(-box.x, -box.y)
  }
  for (const part of target instanceof SVGGeometryElement ? [target] : queryAll(target, '*')) {
    if (part instanceof SVGGeometryElement) paint(context, pathOf(part), part.getAttribute('fill') === 'none' ? getComputedStyle(part) : style)
  }
}

function pathOf(element: Element): Path2D {
  const [x = 0, y = 0, width = 0, height = 0, rx = 0, ry = 0] = ['x', 'y', 'width', 'height', 'rx', 'ry'].map((name) => length(element, name))
  const [r = 0, cx = 0, cy = 0, x1 = 0, y1 = 0, x2 = 0, y2 = 0] = ['r', 'cx', 'cy', 'x1', 'y1', 'x2', 'y2'].map((name) => length(element, name))
  const points = attribute(element, 'points')
  const path = new Path2D(points ? `M${points}${element instanceof SVGPolygonElement ? 'Z' : ''}` : (attribute(element, 'd') ?? ''))
  if (element instanceof SVGRectElement) path.roundRect(x, y, width, height, rx || ry)
  if (element instanceof SVGCircleElement) path.arc(cx, cy, r, 0, 7)
  if (element instanceof SVGEllipseElement) path.ellipse(cx, cy, rx, ry, 0, 0, 7)
  path.moveTo(x1, y1)
  if (element instanceof SVGLineElement) path.lineTo(x2, y2)
  return path
}

const length = (element: Element, name: string) => (element as unknown as Record<string, SVGAnimatedLength | undefined>)[name]?.baseVal?.value ?? 0

function paint(context: CanvasRenderingContext2D, path: Path2D, style: CSSStyleDeclaration) {
  const { fill, stroke } = style
  const colour = (value: string) => (value.startsWith('url') ? '#999' : value)
  const alpha = context.globalAlpha
  if (fill !== 'none') {
    context.fillStyle = colour(fill)
    context.globalAlpha = alpha * Number(style.fillOpacity)
    context.fill(path, style.fillRule as CanvasFillRule)
  }
  if (stroke === 'none') return
  context.strokeStyle = colour(stroke)
  context.globalAlpha = alpha * Number(style.strokeOpacity)
  context.lineWidth = px(style.strokeWidth)
  context.lineCap = style.strokeLinecap as CanvasLineCap
  context.lineJoin = style.strokeLinejoin as CanvasLineJoin
  if (style.strokeDasharray !== 'none') context.setLineDash(style.strokeDasharray.split(',').map(px))
  context.stroke(path)
}
