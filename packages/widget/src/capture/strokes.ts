import { SOLID } from './private.ts'

export interface Point {
  x: number
  y: number
}

export interface Box extends Point {
  width: number
  height: number
}

/** Something hidden, in pixels of the picture: a box, or the way of a brush. */
export interface Stroke {
  box?: Box
  points: Point[]
  size: number
}

/** A box that is hidden, whichever way it was drawn. */
export const boxed = ({ x, y, width, height }: Box): Stroke => ({
  box: { x: Math.min(x, x + width), y: Math.min(y, y + height), width: Math.abs(width), height: Math.abs(height) },
  points: [],
  size: 0,
})

const within = (value: number, low: number, high: number) => Math.min(Math.max(value, low), Math.max(low, high))

/** The box after an arrow key: moved, or with `sizing` made larger or smaller; it stays in the picture. Undefined for any other key. */
export function stepBox({ x, y, width, height }: Box, key: string, sizing: boolean, picture: { width: number; height: number }): Box | undefined {
  const step = Math.max(1, Math.round(Math.max(picture.width, picture.height) / 60))
  const [dx, dy] = { ArrowLeft: [-step, 0], ArrowRight: [step, 0], ArrowUp: [0, -step], ArrowDown: [0, step] }[key] ?? []
  if (dx === undefined || dy === undefined) return
  return sizing
    ? { x, y, width: within(width + dx, step, picture.width - x), height: within(height + dy, step, picture.height - y) }
    : { x: within(x + dx, 0, picture.width - width), y: within(y + dy, 0, picture.height - height), width, height }
}

/** Paints what is hidden into the pixels. */
export function hide(context: CanvasRenderingContext2D, strokes: Stroke[]) {
  context.fillStyle = context.strokeStyle = SOLID
  context.lineCap = context.lineJoin = 'round'
  for (const { box, points, size } of strokes) {
    if (box) {
      // Whole pixels: the edge of a half one would let what is under it shine through.
      const [left, top] = [Math.floor(box.x), Math.floor(box.y)]
      context.fillRect(left, top, Math.ceil(box.x + box.width) - left, Math.ceil(box.y + box.height) - top)
    }
    context.lineWidth = size
    context.beginPath()
    for (const { x, y } of points) context.lineTo(x, y)
    context.stroke()
  }
}
