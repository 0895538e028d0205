import { softmax } from './softmax.ts'

/** What turns scores into confidences that hold: how sharp differences are taken, and what else tells whether the first goal is right. */
export interface Calibration {
  temperature: number
  /** Weights of: always 1, the log-odds of the first goal's share, its score, the familiar share of the text. */
  slopes: [number, number, number, number]
}

/** One text that was kept out of the training, with what the training said of it. */
export interface KeptOut {
  scores: Float64Array
  familiar: number
  goal: number
}

/** How scores turn out where an organisation hasn't decided enough to know; as much as so many decisions of its own. */
const USUAL_TEMPERATURE = 0.8
const USUAL_COUNT = 30
const USUAL_SLOPES: Calibration['slopes'] = [0, 1, 0, 0]
/** Holds the slopes near the usual ones, until there is much that speaks for others. */
const PULL = 2

export const usualCalibration: Calibration = { temperature: USUAL_TEMPERATURE, slopes: USUAL_SLOPES }

/**
 * Turns scores into shares in place: the first gets the chance that it is right, the others what is left, in proportion. Scores of
 * minus infinity get nothing.
 */
export function confide(scores: Float64Array, familiar: number, calibration: Calibration) {
  const first = highest(scores)
  const top = scores[first] as number
  if (!Number.isFinite(top)) return scores.fill(0)
  softmax(scores, calibration.temperature)
  const share = scores[first] as number
  const confidence = sigmoid(dot(calibration.slopes, signs(share, top, familiar)))
  const rest = share >= 1 ? 0 : (1 - confidence) / (1 - share)
  // The first stays first: what is left is no more than its own.
  for (let i = 0; i < scores.length; i++) scores[i] = i === first ? confidence : Math.min(confidence, (scores[i] as number) * rest)
  return scores
}

export function highest(scores: Float64Array): number {
  let first = 0
  for (let i = 1; i < scores.length; i++) if ((scores[i] as number) > (scores[first] as number)) first = i
  return first
}

const sigmoid = (x: number) => 1 / (1 + Math.exp(-x))
const dot = (a: readonly number[], b: readonly number[]) => a.reduce((sum, one, i) => sum + one * (b[i] as number), 0)

function signs(share: number, top: number, familiar: number): number[] {
  const clipped = Math.min(1 - 1e-5, Math.max(1e-5, share))
  return [1, Math.log(clipped / (1 - clipped)), top, familiar]
}

/** Errors fall with the number of decisions to this power (seen between 10 and 100 decisions a goal). */
const LEARNING = 0.45

/** The calibration under which what was kept out is likeliest, for a model that learned from all where `part` (0 to 1) was learned from here. */
export function fitCalibration(keptOut: readonly KeptOut[], part: number): Calibration {
  if (keptOut.length === 0) return usualCalibration
  const best = fitTemperature(keptOut)
  const own = keptOut.length / (keptOut.length + USUAL_COUNT)
  const temperature = Math.exp(own * Math.log(best) + (1 - own) * Math.log(USUAL_TEMPERATURE))
  const seen = keptOut.map(({ scores, familiar, goal }) => {
    const shares = Float64Array.from(scores)
    const first = highest(scores)
    softmax(shares, temperature)
    return { signs: signs(shares[first] as number, scores[first] as number, familiar), right: first === goal ? 1 : 0 }
  })
  const slopes = fitSlopes(seen)
  const wrong = seen.filter(({ right }) => right === 0).length / seen.length
  slopes[0] += shiftTo(
    1 - wrong * part ** LEARNING,
    seen.map(({ signs }) => dot(slopes, signs)),
  )
  return { temperature, slopes }
}

/** What has to be added to log-odds for their chances to have this mean. */
function shiftTo(mean: number, odds: readonly number[]): number {
  let [low, high] = [-3, 3]
  for (let step = 0; step < 40; step++) {
    const middle = (low + high) / 2
    const reached = odds.reduce((sum, one) => sum + sigmoid(one + middle), 0) / odds.length
    if (reached < mean) low = middle
    else high = middle
  }
  return (low + high) / 2
}

function fitTemperature(keptOut: readonly KeptOut[]): number {
  let best = USUAL_TEMPERATURE
  let lowest = Number.POSITIVE_INFINITY
  for (let temperature = 0.1; temperature < 6; temperature *= 1.08) {
    let loss = 0
    for (const { scores, goal } of keptOut) {
      const shares = Float64Array.from(scores)
      softmax(shares, temperature)
      loss -= Math.log(Math.max(1e-12, shares[goal] as number))
    }
    if (loss >= lowest) continue
    lowest = loss
    best = temperature
  }
  return best
}

/** Logistic regression by Newton's steps, held near the usual slopes. */
function fitSlopes(seen: readonly { signs: number[]; right: number }[]): Calibration['slopes'] {
  const slopes: Calibration['slopes'] = [...USUAL_SLOPES]
  for (let step = 0; step < 12; step++) {
    const gradient = slopes.map((slope, i) => PULL * (slope - (USUAL_SLOPES[i] as number)))
    const curve = slopes.map((_, i) => slopes.map((__, j) => (i === j ? PULL : 0)))
    for (const { signs, right } of seen) {
      const likely = sigmoid(dot(slopes, signs))
      for (const [i, sign] of signs.entries()) {
        gradient[i] = (gradient[i] as number) + (likely - right) * sign
        const row = curve[i] as number[]
        for (const [j, other] of signs.entries()) row[j] = (row[j] as number) + likely * (1 - likely) * sign * other
      }
    }
    for (const [i, change] of solveLinear(curve, gradient).entries()) slopes[i] = (slopes[i] as number) - change
  }
  return slopes
}

/** Gauss's elimination, for a matrix that is positive definite. */
function solveLinear(matrix: number[][], right: number[]): number[] {
  const rows = matrix.map((row, i) => [...row, right[i] as number])
  for (const [i, row] of rows.entries()) {
    const pivot = row[i] as number
    for (let j = i; j < row.length; j++) row[j] = (row[j] as number) / pivot
    for (const other of rows) {
      if (other === row) continue
      const factor = other[i] as number
      for (let j = i; j < row.length; j++) other[j] = (other[j] as number) - factor * (row[j] as number)
    }
  }
  return rows.map((row) => row.at(-1) as number)
}
