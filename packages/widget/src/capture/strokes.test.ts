import { expect, test } from 'vitest'
import { boxed, hide, stepBox } from './strokes.ts'

const picture = { width: 600, height: 400 }
const box = { x: 100, y: 100, width: 50, height: 50 }

test('the arrows move the box and Shift with them sizes it', () => {
  expect(stepBox(box, 'ArrowRight', false, picture)).toEqual({ ...box, x: 110 })
  expect(stepBox(box, 'ArrowUp', false, picture)).toEqual({ ...box, y: 90 })
  expect(stepBox(box, 'ArrowRight', true, picture)).toEqual({ ...box, width: 60 })
  expect(stepBox(box, 'ArrowUp', true, picture)).toEqual({ ...box, height: 40 })
  expect(stepBox(box, 'Tab', false, picture)).toBeUndefined()
})

test('the box stays in the picture and never vanishes', () => {
  expect(stepBox({ ...box, x: 545 }, 'ArrowRight', false, picture)?.x).toBe(550)
  expect(stepBox({ ...box, y: 3 }, 'ArrowUp', false, picture)?.y).toBe(0)
  expect(stepBox({ ...box, x: 545 }, 'ArrowRight', true, picture)?.width).toBe(55)
  expect(stepBox({ ...box, height: 12 }, 'ArrowUp', true, picture)?.height).toBe(10)
})

test('a box that is drawn up and to the left hides the same, in whole pixels', () => {
  const filled: number[][] = []
  const context = { fillRect: (...rect: number[]) => filled.push(rect), beginPath() {}, lineTo() {}, stroke() {} }
  hide(context as unknown as CanvasRenderingContext2D, [boxed({ x: 20.5, y: 30.2, width: -10, height: -10 })])
  expect(filled).toEqual([[10, 20, 11, 11]])
})
