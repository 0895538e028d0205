import type { RoutingModel } from './model.ts'
import { suggest } from './suggest.ts'

export interface Labelled {
  text: string
  label: string
}

/** What the engine said of one text: its first goal (null when it had none), how sure it was, and where the text belongs. */
export interface Judged {
  label: string
  first: string | null
  confidence: number
}

export interface CurvePoint {
  threshold: number
  /** The share of texts at or above the threshold, and the share of those that are right; 0 to 1. */
  share: number
  right: number
}

export interface UnknownResult {
  /** The confidence below which this share of the out-of-scope texts lies. */
  threshold: number
  recall: number
  /** Of the in-scope texts: those at or above the threshold with the right goal. */
  accuracy: number
  /** Of the in-scope texts: those at or above the threshold. */
  kept: number
}

/** A label as the title of a goal: `card_payment_fee` is read as `card payment fee`. */
export const titleOf = (label: string) => label.replace(/([\p{Ll}\p{N}])(\p{Lu})/gu, '$1 $2').replace(/[_\-./:]+/g, ' ')

/** Labels as goals and texts as decisions, the way the engine wants them. */
export function asTraining(rows: readonly Labelled[], labels: readonly string[] = [...new Set(rows.map(({ label }) => label))]) {
  return {
    examples: rows.map(({ text, label }) => ({ text, goalId: label })),
    goals: labels.map((label) => ({ id: label, texts: [titleOf(label)] })),
  }
}

export function judge(model: RoutingModel, rows: readonly Labelled[]): Judged[] {
  return rows.map(({ text, label }) => {
    const first = suggest(model, text).candidates[0]
    return { label, first: first?.goalId ?? null, confidence: first?.confidence ?? 0 }
  })
}

const isRight = ({ first, label }: Judged) => first === label
const shareOf = (part: number, whole: number) => (whole === 0 ? 0 : part / whole)

export const accuracy = (judged: readonly Judged[]) => shareOf(judged.filter(isRight).length, judged.length)

/** The mean over the labels of the test of the harmonic mean of precision and recall. */
export function macroF1(judged: readonly Judged[]): number {
  const labels = [...new Set(judged.map(({ label }) => label))]
  const scores = labels.map((one) => {
    const right = judged.filter((each) => each.label === one && isRight(each)).length
    return shareOf(2 * right, judged.filter(({ label }) => label === one).length + judged.filter(({ first }) => first === one).length)
  })
  return shareOf(
    scores.reduce((sum, score) => sum + score, 0),
    scores.length,
  )
}

const BINS = 15

/** How far confidence and the share right lie apart, weighed over 15 equally wide bins (expected calibration error, 0 to 1). */
export function calibrationError(judged: readonly Judged[]): number {
  const bins = Array.from({ length: BINS }, () => ({ confidence: 0, right: 0 }))
  for (const one of judged) {
    const bin = bins[Math.min(BINS - 1, Math.floor(one.confidence * BINS))] as (typeof bins)[number]
    bin.confidence += one.confidence
    if (isRight(one)) bin.right++
  }
  return shareOf(
    bins.reduce((sum, { confidence, right }) => sum + Math.abs(confidence - right), 0),
    judged.length,
  )
}

/** For each threshold from 0 to 0.98 and a few close to 1 which share is routed and which share of that is right. */
export function coverageCurve(judged: readonly Judged[]): CurvePoint[] {
  const thresholds = [...Array.from({ length: 50 }, (_, i) => i / 50), 0.99, 0.995, 0.999]
  return thresholds.map((threshold) => {
    const routed = judged.filter(({ first, confidence }) => first !== null && confidence >= threshold)
    return { threshold, share: shareOf(routed.length, judged.length), right: shareOf(routed.filter(isRight).length, routed.length) }
  })
}

/** The largest share, surest first, of which at least `target` is right. */
export function shareRightAt(judged: readonly Judged[], target: number): number {
  const surest = judged.toSorted((a, b) => b.confidence - a.confidence)
  let right = 0
  let most = 0
  for (const [i, one] of surest.entries()) {
    if (isRight(one)) right++
    const isLastOfItsConfidence = surest[i + 1]?.confidence !== one.confidence
    if (isLastOfItsConfidence && one.first !== null && right >= target * (i + 1)) most = i + 1
  }
  return shareOf(most, judged.length)
}

/** What is left of the in-scope texts at the threshold that keeps `recall` of the out-of-scope ones out. */
export function unknownAt(inScope: readonly Judged[], outOfScope: readonly Judged[], recall: number): UnknownResult {
  const falling = outOfScope.map(({ confidence }) => confidence).sort((a, b) => b - a)
  const through = Math.floor((1 - recall) * falling.length)
  // Just above the surest of those that have to stay out.
  const threshold = (falling[through] ?? 0) + Number.EPSILON
  const kept = inScope.filter(({ first, confidence }) => first !== null && confidence >= threshold)
  const out = outOfScope.filter(({ confidence }) => confidence < threshold)
  return {
    threshold,
    recall: shareOf(out.length, outOfScope.length),
    accuracy: shareOf(kept.filter(isRight).length, inScope.length),
    kept: shareOf(kept.length, inScope.length),
  }
}
