import { SOLID } from './private.ts'

export interface Point {
  x: number
  y: number
}

export interface Box extends Point {
  width: number
  height: number
}

/** Something hidden, in pixels of the picture. */
export type Stroke = { box: Box } | { points: Point[]; size: number }

/** The box between two corners, whichever way it was drawn. */
export const between = (one: Point, other: Point): Box => ({
  x: Math.min(one.x, other.x),
  y: Math.min(one.y, other.y),
  width: Math.abs(one.x - other.x),
  height: Math.abs(one.y - other.y),
})

const arrows: Record<string, [number, number]> = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] }

/** The box after an arrow key: moved, or with `sizing` made larger or smaller; it stays in the picture. Undefined for any other key. */
export function stepBox({ x, y, width, height }: Box, key: string, sizing: boolean, picture: { width: number; height: number }): Box | undefined {
  const arrow = arrows[key]
  if (!arrow) return
  const step = Math.max(1, Math.round(Math.max(picture.width, picture.height) / 60))
  const [dx, dy] = [arrow[0] * step, arrow[1] * step]
  const within = (value: number, low: number, high: number) => Math.min(Math.max(value, low), Math.max(low, high))
  if (sizing) return { x, y, width: within(width + dx, step, picture.width - x), height: within(height + dy, step, picture.height - y) }
  return { x: within(x + dx, 0, picture.width - width), y: within(y + dy, 0, picture.height - height), width, height }
}

/** Paints what is hidden into the pixels. */
export function hide(context: CanvasRenderingContext2D, strokes: Stroke[]) {
  context.fillStyle = context.strokeStyle = SOLID
  context.lineCap = context.lineJoin = 'round'
  for (const stroke of strokes) {
    if ('box' in stroke) {
      // Whole pixels: the edge of a half one would let what is under it shine through.
      const { x, y, width, height } = stroke.box
      const [left, top] = [Math.floor(x), Math.floor(y)]
      context.fillRect(left, top, Math.ceil(x + width) - left, Math.ceil(y + height) - top)
      continue
    }
    context.lineWidth = stroke.size
    context.beginPath()
    for (const { x, y } of stroke.points) context.lineTo(x, y)
    // A tap is a dot.
    if (stroke.points.length === 1) context.lineTo((stroke.points[0] as Point).x + 0.01, (stroke.points[0] as Point).y)
    context.stroke()
  }
}
