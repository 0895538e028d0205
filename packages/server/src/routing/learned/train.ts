import { type Calibration, fitTemperature } from './calibrate.ts'
import { type Counts, count, type Encoder, encode, frequenciesOf, newEncoder, stack } from './encode.ts'
import { ngrams } from './features.ts'
import type { RoutingModel, TrainingInput } from './model.ts'
import { Neighbours } from './neighbours.ts'
import { score, seeded, shuffled, solveSvm } from './solve.ts'

const COST = 0.7
const PASSES = 10
const FOLDS = 5
/** Room for features that come with what is learned between two trainings. */
const SPARE_ROWS = 4096

interface Lessons {
  counts: Counts[]
  classes: Int32Array
  weights: Float32Array
}

/**
 * Learns from everything that an organisation has decided so far. Pure work for the processor (seconds for tens of thousands of
 * items), meant for a worker thread; the same input gives the same model.
 */
export function train({ examples, goals }: TrainingInput): RoutingModel {
  const goalIds = goals.map(({ id }) => id)
  const classOf = new Map(goalIds.map((id, i) => [id, i]))
  const usable = examples.filter(({ goalId }) => classOf.has(goalId))
  const seeds = goals.flatMap(({ id, texts }) => texts.filter((text) => text.trim() !== '').map((text) => ({ text, goalId: id })))
  const encoder = newEncoder(ngrams, usable.length * 20)
  const taught = [...usable, ...seeds]
  const lessons: Lessons = {
    counts: taught.map(({ text }) => count(ngrams.read(text), encoder.vocabulary, true)),
    classes: Int32Array.from(taught, ({ goalId }) => classOf.get(goalId) as number),
    weights: new Float32Array(taught.length).fill(1),
  }
  const calibration = calibrate(lessons, usable.length, encoder, goalIds.length)
  learnFrequencies(encoder, lessons.counts)
  const weights = solve(lessons, encoder, goalIds.length)
  const known = new Uint8Array(goalIds.length)
  for (const one of lessons.classes) known[one] = 1
  const neighbours = new Neighbours()
  for (const [i, { id }] of usable.entries()) {
    if (id !== undefined) neighbours.add(id, lessons.classes[i] as number, encode(lessons.counts[i] as Counts, encoder))
  }
  return { goalIds, encoder, weights, calibration, neighbours, known }
}

function learnFrequencies(encoder: Encoder, counts: Counts[]) {
  encoder.frequencies = new Float32Array(encoder.vocabulary.size + SPARE_ROWS)
  encoder.frequencies.set(frequenciesOf(counts, encoder.vocabulary.size))
  encoder.textCount = counts.length
}

function solve({ counts, classes, weights }: Lessons, encoder: Encoder, classCount: number): Float32Array {
  const rows = stack(counts.map((one) => encode(one, encoder)))
  return solveSvm({ rows, classes, rowWeights: weights, classCount, columnCount: encoder.frequencies.length }, { cost: COST, passes: PASSES })
}

/** Learns from most of the examples and looks at the others, in turn, to know how much a score can be believed. */
function calibrate({ counts, classes, weights }: Lessons, exampleCount: number, encoder: Encoder, classCount: number): Calibration {
  if (exampleCount < 20) return { temperature: 0.25 }
  const order = shuffled(exampleCount, seeded(2))
  const scores = new Float64Array(exampleCount * classCount)
  const right: number[] = []
  for (let fold = 0; fold < FOLDS; fold++) {
    const isAway = new Uint8Array(counts.length)
    for (let i = fold; i < order.length; i += FOLDS) isAway[order[i] as number] = 1
    const kept = counts.map((_, i) => i).filter((i) => isAway[i] === 0)
    const part = { ...encoder }
    const lessons = {
      counts: kept.map((i) => counts[i] as Counts),
      classes: Int32Array.from(kept, (i) => classes[i] as number),
      weights: Float32Array.from(kept, (i) => weights[i] as number),
    }
    learnFrequencies(part, lessons.counts)
    const solved = solve(lessons, part, classCount)
    for (let i = fold; i < order.length; i += FOLDS) {
      const at = order[i] as number
      score(
        stack([encode(counts[at] as Counts, part)]),
        0,
        solved,
        classCount,
        scores.subarray(right.length * classCount, (right.length + 1) * classCount),
      )
      right.push(classes[at] as number)
    }
  }
  return { temperature: fitTemperature(scores, right, classCount) }
}
