import { makeCanvas } from './dom.ts'
import { type Box, between, hide, type Point, type Stroke, stepBox } from './strokes.ts'

// In CSS pixels, as large as the tip of a finger.
const BRUSH = 28

/** The canvas on which a customer hides things, by pen, finger, mouse or keys. */
export class Easel {
  readonly canvas: HTMLCanvasElement
  brush = false
  strokes: Stroke[] = []
  private readonly context: CanvasRenderingContext2D
  private readonly source: HTMLCanvasElement
  private readonly changed: () => void
  /** What the keys move about, while the picture has the focus. */
  private cursor: Box
  private keyed = false
  private drawing: Stroke | undefined

  constructor(source: HTMLCanvasElement, changed: () => void) {
    const { width, height } = source
    this.source = source
    this.changed = changed
    ;[this.canvas, this.context] = makeCanvas(width, height)
    this.cursor = { x: width * 0.4, y: height * 0.45, width: width * 0.2, height: height * 0.1 }
    this.canvas.onpointerdown = (event) => this.start(event)
    this.canvas.onkeydown = (event) => this.press(event)
    this.canvas.onfocus = () => this.showCursor(this.canvas.matches(':focus-visible'))
    this.canvas.onblur = () => this.showCursor(false)
    this.draw()
  }

  undo() {
    this.strokes.pop()
    this.draw()
    this.changed()
  }

  /** The picture with what is hidden painted into it. */
  finish(): HTMLCanvasElement {
    const [canvas, context] = makeCanvas(this.source.width, this.source.height)
    context.drawImage(this.source, 0, 0)
    hide(context, this.strokes)
    return canvas
  }

  private showCursor(keyed: boolean) {
    this.keyed = keyed
    this.draw()
  }

  private draw() {
    const { context, source, cursor } = this
    context.clearRect(0, 0, source.width, source.height)
    context.drawImage(source, 0, 0)
    hide(context, this.drawing ? [...this.strokes, this.drawing] : this.strokes)
    if (!this.keyed) return
    const thick = this.scale() * 3
    // Light and dark dashes: seen on any picture.
    for (const [colour, dash] of [
      ['#fff', []],
      ['#000', [thick * 3]],
    ] as const) {
      context.strokeStyle = colour
      context.lineWidth = thick
      context.setLineDash(dash)
      context.strokeRect(cursor.x, cursor.y, cursor.width, cursor.height)
    }
    context.setLineDash([])
  }

  /** Pixels of the picture in one CSS pixel. */
  private scale() {
    return this.canvas.width / (this.canvas.getBoundingClientRect().width || this.canvas.width)
  }

  private at(event: PointerEvent): Point {
    const { left, top } = this.canvas.getBoundingClientRect()
    const scale = this.scale()
    return { x: (event.clientX - left) * scale, y: (event.clientY - top) * scale }
  }

  private start(down: PointerEvent) {
    if (down.button || this.drawing) return
    const { canvas } = this
    const from = this.at(down)
    const stroke: Stroke = this.brush ? { points: [from], size: BRUSH * this.scale() } : { box: between(from, from) }
    this.drawing = stroke
    canvas.setPointerCapture(down.pointerId)
    this.showCursor(false)
    canvas.onpointermove = (event) => {
      if (event.pointerId !== down.pointerId) return
      if ('box' in stroke) stroke.box = between(from, this.at(event))
      else for (const each of event.getCoalescedEvents?.() ?? [event]) stroke.points.push(this.at(each))
      this.draw()
    }
    canvas.onpointerup = canvas.onpointercancel = (event) => {
      if (event.pointerId !== down.pointerId) return
      canvas.onpointermove = canvas.onpointerup = canvas.onpointercancel = null
      this.drawing = undefined
      // A click hides nothing: nobody would see a box of no size.
      const kept = event.type === 'pointerup' && (!('box' in stroke) || Math.min(stroke.box.width, stroke.box.height) > 2)
      if (kept) this.add(stroke)
      else this.draw()
    }
  }

  private press(event: KeyboardEvent) {
    const next = stepBox(this.cursor, event.key, event.shiftKey, this.source)
    if (next) {
      this.cursor = next
      this.showCursor(true)
    } else if (event.key === 'Enter' || event.key === ' ') this.add({ box: { ...this.cursor } })
    else return
    event.preventDefault()
  }

  private add(stroke: Stroke) {
    this.strokes.push(stroke)
    this.draw()
    this.changed()
  }
}
