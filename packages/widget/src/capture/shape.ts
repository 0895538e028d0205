import { px } from './box.ts'
import { queryAll } from './dom.ts'

/** Draws one shape of an SVG with its plain fill and stroke. */
export function drawShape(context: CanvasRenderingContext2D, element: SVGGraphicsElement, style: CSSStyleDeclaration) {
  const { a, b, c, d, e, f } = element.getScreenCTM() as DOMMatrix
  context.transform(a, b, c, d, e, f)
  if (!(element instanceof SVGUseElement)) return paint(context, pathOf(element), style)
  const target = (element.getRootNode() as Document).getElementById(element.href.baseVal.slice(1)) as Element | null
  if (!target) return
  context.translate(length(element, 'x'), length(element, 'y'))
  const box = (target as SVGSymbolElement).viewBox?.baseVal
  if (box?.width) {
    const scale = (length(element, 'width') || length(element.viewportElement as Element, 'width')) / box.width
    context.scale(scale, scale)
    context.translate(-box.x, -box.y)
  }
  for (const part of [target, ...queryAll(target, '*')]) {
    if (part instanceof SVGGeometryElement) paint(context, pathOf(part), part.getAttribute('fill') === 'none' ? getComputedStyle(part) : style)
  }
}

const length = (element: Element, name: string) => Reflect.get(element, name)?.baseVal?.value ?? 0

function pathOf(element: Element): Path2D {
  const [x, y, width, height, rx, ry, r, cx, cy, x1, y1, x2, y2] = 'x,y,width,height,rx,ry,r,cx,cy,x1,y1,x2,y2'
    .split(',')
    .map((name) => length(element, name))
  const points = element.getAttribute('points')
  const path = new Path2D(points ? `M${points}${element instanceof SVGPolygonElement ? 'Z' : ''}` : (element.getAttribute('d') ?? ''))
  if (width) path.roundRect(x, y, width, height, rx)
  else if (r || rx) path.ellipse(cx, cy, r || rx, r || ry, 0, 0, 7)
  else {
    path.moveTo(x1, y1)
    path.lineTo(x2, y2)
  }
  return path
}

function paint(context: CanvasRenderingContext2D, path: Path2D, style: CSSStyleDeclaration) {
  const colour = (value: string) => (value.startsWith('url') ? '#999' : value)
  if (style.fill !== 'none') {
    context.fillStyle = colour(style.fill)
    context.fill(path, style.fillRule as CanvasFillRule)
  }
  if (style.stroke === 'none') return
  context.strokeStyle = colour(style.stroke)
  context.lineWidth = px(style.strokeWidth)
  context.lineCap = style.strokeLinecap as CanvasLineCap
  context.lineJoin = style.strokeLinejoin as CanvasLineJoin
  context.stroke(path)
}
