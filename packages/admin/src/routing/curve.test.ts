import { describe, expect, test } from 'vitest'
import { plotCurve, pointAt } from './curve.ts'
import { placeAfterDrop } from './dragging.ts'

const curve = [
  { threshold: 0.2, share: 0.9, right: 0.7 },
  { threshold: 0.6, share: 0.5, right: 0.95 },
  { threshold: 1, share: 0, right: 0 },
]

describe('the curve of the threshold', () => {
  test('says what its nearest point says, also beyond its ends', () => {
    expect(pointAt(curve, 0)?.share).toBe(0.9)
    expect(pointAt(curve, 0.55)?.right).toBe(0.95)
    expect(pointAt([], 0.5)).toBeNull()
  })

  test('draws no share of right where nothing would be routed', () => {
    const { share, right } = plotCurve(curve, { width: 100, height: 100, pad: { top: 0, right: 0, bottom: 0, left: 0 } })
    expect(share).toBe('M20,10L60,50L100,100')
    expect(right).toBe('M20,30L60,5')
  })
})

test.each([
  [0, 2, 1],
  [2, 0, 0],
  [1, 1, 1],
  [1, 2, 1],
])('what is dragged from place %i before place %i comes to stand at place %i', (from, before, to) => {
  expect(placeAfterDrop(from, before)).toBe(to)
})
