import { describe, expect, test } from 'vitest'
import { confide, fitCalibration, highest, type KeptOut, usualCalibration } from './calibrate.ts'
import { seeded } from './seeded.ts'

const GOALS = 6

/** Texts whose own goal scores about 4, of which each tenth is taken for another goal. */
function keptOut(count: number): KeptOut[] {
  const random = seeded(5)
  return Array.from({ length: count }, (_, i) => {
    const first = i % GOALS
    const scores = Float64Array.from({ length: GOALS }, (_, goal) => (goal === first ? 3.5 + random() : random() - 1.3))
    return { scores, familiar: 0.9 + random() / 10, goal: i % 10 === 0 ? (first + 1) % GOALS : first }
  })
}

const calibration = fitCalibration(keptOut(600), 1)

/** What is said of a text of which the first goal scores `top`, and each other one `lead` less. */
function sure(top: number, lead: number, familiar = 0.95) {
  const scores = Float64Array.from({ length: GOALS }, (_, goal) => (goal === 2 ? top : top - lead))
  return confide(scores, familiar, calibration)
}

describe('what was kept out tells how far a score can be believed', () => {
  test('a text like those is as sure as those were right', () => {
    expect(sure(4, 5)[2]).toBeCloseTo(0.9, 1)
  })

  test('a text that speaks for no goal as those did is not sure, however far the others are behind', () => {
    expect(sure(1, 5)[2]!).toBeLessThan(sure(4, 5)[2]! - 0.2)
    expect(sure(0, 50)[2]!).toBeLessThan(0.5)
  })

  test('a text of which little is familiar is less sure', () => {
    expect(sure(4, 5, 0.2)[2]!).toBeLessThan(sure(4, 5, 0.9)[2]! - 0.1)
  })

  test('the first stays first, and what is said of all goals together is no more than one', () => {
    for (const [top, lead] of [
      [4, 5],
      [4, 0.1],
      [-2, 0.1],
      [-9, 0.01],
      [0, 50],
    ] as const) {
      const shares = sure(top, lead)
      expect(highest(shares)).toBe(2)
      expect(shares.reduce((sum, one) => sum + one, 0)).toBeLessThanOrEqual(1.000001)
    }
  })

  test('so do scores that all kept-out texts lie far from', () => {
    const low = keptOut(200).map((one) => ({ ...one, scores: one.scores.map((score) => score / 50) }))
    const { slopes, nowhere } = fitCalibration(low, 1)
    expect([...slopes, nowhere].every(Number.isFinite)).toBe(true)
    expect(nowhere).toBeLessThan(0.1)
  })
})

test('where nothing was kept out, the usual is taken', () => {
  expect(fitCalibration([], 1)).toBe(usualCalibration)
})
