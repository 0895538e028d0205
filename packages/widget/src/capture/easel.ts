import { makeCanvas } from './dom.ts'
import { type Box, boxed, hide, type Stroke, stepBox } from './strokes.ts'

// In CSS pixels, as large as the tip of a finger.
const BRUSH = 28

export interface Easel {
  canvas: HTMLCanvasElement
  brush: boolean
  strokes: Stroke[]
  /** Without the box that the keys move, when it is the last time. */
  draw(finished?: boolean): void
  undo(): void
}

/** The canvas on which a customer hides things, by pen, finger, mouse or keys. */
export function createEasel(source: HTMLCanvasElement, changed: () => void): Easel {
  const { width, height } = source
  const [canvas, context] = makeCanvas(width, height)
  let cursor: Box = { x: width * 0.4, y: height * 0.45, width: width * 0.2, height: height * 0.1 }
  let drawing: Stroke | undefined
  const draw = (finished?: boolean) => {
    context.drawImage(source, 0, 0)
    hide(context, drawing ? [...easel.strokes, drawing] : easel.strokes)
    if (!drawing && !finished && canvas.matches(':focus-visible')) outline(context, cursor)
  }
  const undo = () => {
    easel.strokes.pop()
    draw()
    changed()
  }
  const easel: Easel = { canvas, brush: false, strokes: [], draw, undo }
  const add = (stroke: Stroke) => {
    easel.strokes.push(stroke)
    draw()
    changed()
  }
  canvas.onkeydown = (event) => {
    const next = stepBox(cursor, event.key, event.shiftKey, source)
    if (!next && event.key !== 'Enter') return
    event.preventDefault()
    cursor = next ?? cursor
    if (next) draw()
    else add(boxed(cursor))
  }
  canvas.onfocus = canvas.onblur = () => draw()
  followPointer(easel, (stroke, ended) => {
    drawing = ended ? undefined : stroke
    // A click with the box hides nothing: nobody would see it.
    if (ended === 'pointerup' && (stroke.box?.width ?? 3) > 2) add(stroke)
    else draw()
  })
  draw()
  return easel
}

/** Tells of each stroke as it grows, and by which event it ended. One pointer at a time: the palm of a hand draws nothing. */
function followPointer(easel: Easel, tell: (stroke: Stroke, ended?: string) => void) {
  const { canvas } = easel
  let held: number | undefined
  let stroke: Stroke
  let from = { x: 0, y: 0 }
  const handle = (event: PointerEvent) => {
    const { type, pointerId } = event
    const { left, top, width } = canvas.getBoundingClientRect()
    const scale = canvas.width / width
    const [x, y] = [(event.clientX - left) * scale, (event.clientY - top) * scale]
    if (type === 'pointerdown' && held === undefined && !event.button) {
      held = pointerId
      from = { x, y }
      // Two points: a tap is a dot.
      stroke = easel.brush ? { points: [from, from], size: BRUSH * scale } : boxed({ x, y, width: 0, height: 0 })
      canvas.setPointerCapture(pointerId)
    } else if (held !== pointerId) return
    if (type !== 'pointermove') {
      if (type !== 'pointerdown') held = undefined
    } else if (stroke.box) stroke = boxed({ ...from, width: x - from.x, height: y - from.y })
    else stroke.points.push({ x, y })
    tell(stroke, /up|cancel/.exec(type) ? type : undefined)
  }
  canvas.onpointerdown = canvas.onpointermove = canvas.onpointerup = canvas.onpointercancel = handle
}

/** Light and dark: seen on any picture. */
function outline(context: CanvasRenderingContext2D, { x, y, width, height }: Box) {
  const thick = Math.max(2, context.canvas.width / 400)
  context.lineWidth = thick
  for (const colour of ['#fff', '#000']) {
    context.strokeStyle = colour
    context.strokeRect(x, y, width, height)
    context.setLineDash([thick * 3])
  }
  context.setLineDash([])
}
