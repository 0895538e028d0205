import { softmax } from './softmax.ts'

/** What turns scores into confidences that hold. */
export interface Calibration {
  /** How sharp differences between scores are taken. */
  temperature: number
  /** The score of a goal that isn't there, to which all belongs that belongs nowhere. */
  nowhere: number
  /** The log-odds that the first goal is right, from those of its share: what is added, and how much they count. */
  slopes: [number, number]
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
const USUAL_SLOPES: Calibration['slopes'] = [0, 1]
/** What belongs nowhere scores so much of what first goals score in the mean: a text has to speak for a goal, and not only more for it than for others. */
const NOWHERE = 0.5
/** As much as a goal that nothing speaks for or against. */
const USUAL_NOWHERE = 0
/** Holds the slopes near the usual ones, until there is much that speaks for others. */
const PULL = 2

export const usualCalibration: Calibration = { temperature: USUAL_TEMPERATURE, nowhere: USUAL_NOWHERE, slopes: USUAL_SLOPES }

/**
 * Turns scores into shares in place: the first gets the chance that it is right, the others what is left, in proportion. Scores of
 * minus infinity get nothing.
 */
export function confide(scores: Float64Array, familiar: number, calibration: Calibration) {
  const first = highest(scores)
  if (!Number.isFinite(scores[first])) return scores.fill(0)
  share(scores, familiar, calibration.temperature, calibration.nowhere)
  const own = scores[first] as number
  const confidence = sigmoid(straighten(logOdds(own), calibration.slopes))
  // The first stays first, however little is left to it.
  const rest = own >= 1 ? 0 : Math.min((1 - confidence) / (1 - own), confidence / own)
  for (let i = 0; i < scores.length; i++) scores[i] = i === first ? confidence : (scores[i] as number) * rest
  return scores
}

/** Scores as shares, in place. Of a text that is unfamiliar in part they say less, as if there were less of it. */
function share(scores: Float64Array, familiar: number, temperature: number, nowhere = Number.NEGATIVE_INFINITY): Float64Array {
  const weight = weightOf(familiar)
  return softmax(scores, temperature / weight, nowhere / weight)
}

const weightOf = (familiar: number) => Math.sqrt(Math.max(1e-6, familiar))

export function highest(scores: Float64Array): number {
  let first = 0
  for (let i = 1; i < scores.length; i++) if ((scores[i] as number) > (scores[first] as number)) first = i
  return first
}

const sigmoid = (x: number) => 1 / (1 + Math.exp(-x))
const straighten = (odds: number, [added, factor]: Calibration['slopes']) => added + factor * odds

function logOdds(share: number): number {
  const clipped = Math.min(1 - 1e-5, Math.max(1e-5, share))
  return Math.log(clipped / (1 - clipped))
}

/** Errors fall with the number of decisions to this power (seen between 10 and 100 decisions a goal). */
const LEARNING = 0.45

/** The calibration under which what was kept out is likeliest, for a model that learned from all where `part` (0 to 1) was learned from here. */
export function fitCalibration(keptOut: readonly KeptOut[], part: number): Calibration {
  if (keptOut.length === 0) return usualCalibration
  const own = keptOut.length / (keptOut.length + USUAL_COUNT)
  const temperature = Math.exp(own * Math.log(fitTemperature(keptOut)) + (1 - own) * Math.log(USUAL_TEMPERATURE))
  const nowhere = own * NOWHERE * meanFirst(keptOut) + (1 - own) * USUAL_NOWHERE
  const seen = keptOut.map(({ scores, familiar, goal }) => {
    const first = highest(scores)
    return { odds: logOdds(share(scores.slice(), familiar, temperature, nowhere)[first] as number), right: first === goal ? 1 : 0 }
  })
  const slopes = fitSlopes(seen)
  // None wrong of a few is not never (Laplace's rule).
  const wrong = (seen.filter(({ right }) => right === 0).length + 1) / (seen.length + 2)
  slopes[0] += shiftTo(
    1 - wrong * part ** LEARNING,
    seen.map(({ odds }) => straighten(odds, slopes)),
  )
  return { temperature, nowhere, slopes }
}

/** What first goals score in the mean. */
function meanFirst(keptOut: readonly KeptOut[]): number {
  const sum = keptOut.reduce((all, { scores, familiar }) => all + (scores[highest(scores)] as number) * weightOf(familiar), 0)
  return sum / keptOut.length
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
    for (const { scores, familiar, goal } of keptOut) {
      const shares = share(scores.slice(), familiar, temperature)
      loss -= Math.log(Math.max(1e-12, shares[goal] as number))
    }
    if (loss >= lowest) continue
    lowest = loss
    best = temperature
  }
  return best
}

/** A step further than this may miss. */
const FARTHEST = 0.5

/** Logistic regression by Newton's steps (none of which goes far), held near the usual slopes. */
function fitSlopes(seen: readonly { odds: number; right: number }[]): Calibration['slopes'] {
  const [usual, usualFactor] = USUAL_SLOPES
  let [added, factor] = USUAL_SLOPES
  for (let step = 0; step < 20; step++) {
    let [pull, pullFactor] = [PULL * (added - usual), PULL * (factor - usualFactor)]
    let [bend, bendBoth, bendFactor] = [PULL, 0, PULL]
    for (const { odds, right } of seen) {
      const likely = sigmoid(straighten(odds, [added, factor]))
      const spread = likely * (1 - likely)
      pull += likely - right
      pullFactor += (likely - right) * odds
      bend += spread
      bendBoth += spread * odds
      bendFactor += spread * odds * odds
    }
    const area = bend * bendFactor - bendBoth * bendBoth
    added -= within((pull * bendFactor - pullFactor * bendBoth) / area)
    factor -= within((pullFactor * bend - pull * bendBoth) / area)
  }
  return [added, factor]
}

const within = (step: number) => Math.max(-FARTHEST, Math.min(FARTHEST, step))
