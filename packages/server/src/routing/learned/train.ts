import { fitCalibration, highest, type KeptOut } from './calibrate.ts'
import { type Counts, count, type Encoder, encode, keepMost, newEncoder } from './encode.ts'
import { ngrams } from './features.ts'
import { type Fitted, fitLessons, type Lessons, type Room } from './fit-lessons.ts'
import { learn } from './learn.ts'
import type { RoutingModel, TrainingInput } from './model.ts'
import { Neighbours } from './neighbours.ts'
import { scoreOf } from './score.ts'
import { seeded, shuffled } from './seeded.ts'
import { softmax } from './softmax.ts'
import { followStream, sharesOf } from './stream.ts'
import { confusionsIn } from './twins.ts'

/** Of more features than this only the most frequent are kept. */
const MOST_FEATURES = 2 ** 17
/** Room for features that come with what is learned between two trainings. */
const SPARE_ROWS = 2048
/** So many texts tell which features there are. */
const MOST_TELLING = 20_000
/** So many texts without a decision, and only while decisions are few, teach what they can. */
const MOST_UNLABELLED = 8000
/** What the engine believes of a text without a decision counts at most half as much as what a person decided. */
const BELIEF = 0.5
const BELIEF_TEMPERATURE = 0.8

/** What earlier models of the same goals said of texts that they had not learned from. */
export interface Proven {
  keptOut: KeptOut[]
  /** The share of what is learned now that those models had learned from, 0 to 1. */
  part: number
}

/**
 * Learns from everything that an organisation has decided so far. Pure work for the processor (seconds for tens of thousands of
 * items), meant for a worker thread; the same input gives the same model. With `proven` no decisions are kept out to know how far it can be believed.
 */
export function train({ examples, goals, unlabelled = [] }: TrainingInput, proven?: Proven): RoutingModel {
  const goalIds = goals.map(({ id }) => id)
  const classOf = new Map(goalIds.map((id, i) => [id, i]))
  const usable = examples.filter(({ goalId }) => classOf.has(goalId))
  const seeds = goals.flatMap(({ id, texts }) => texts.filter((text) => text.trim() !== '').map((text) => ({ text, goalId: id })))
  const taught = [...usable, ...seeds]
  const encoder = newEncoder(ngrams, usable.length * 20)
  const texts = [...taught.map(({ text }) => text), ...chosen(undecided(unlabelled, usable), MOST_UNLABELLED - usable.length)]
  const counts = readAll(texts, encoder)
  const lessons: Lessons = {
    counts: counts.slice(0, taught.length),
    classes: taught.map(({ goalId }) => classOf.get(goalId) as number),
    weights: taught.map(() => 1),
  }
  const background = counts.slice(taught.length)
  const room = { features: ngrams, rowCount: encoder.vocabulary.size + SPARE_ROWS, classCount: goalIds.length }
  const isLarge = usable.length > LARGE
  const parts = evenParts(lessons.classes, usable.length, isLarge ? PARTS_OF_LARGE : PARTS)
  const { keptOut, last } = keepOut(lessons, parts, proven ? 0 : partsUsed(usable.length), background, room)
  const calibration = fitCalibration(proven?.keptOut ?? keptOut, proven?.part ?? (isLarge ? 1 : 1 - 1 / PARTS))
  const { known, network, leanings } = last && isLarge ? last : teach(lessons, background, room)
  Object.assign(encoder, known)
  const neighbours = new Neighbours()
  for (const [i, { id }] of usable.entries()) {
    if (id !== undefined) neighbours.add(id, lessons.classes[i] as number, encode(lessons.counts[i] as Counts, encoder))
  }
  const isKnown = new Uint8Array(goalIds.length)
  for (const one of lessons.classes) isKnown[one] = 1
  const model = { goalIds, encoder, network, leanings, calibration, neighbours, known: isKnown, confusions: confusionsIn(keptOut, goalIds) }
  // What only calibrated is taken in as corrections are, so that no decision of a person is lost.
  if (last && isLarge) for (const [i, { text, goalId }] of usable.entries()) if (parts[i] === 0) learn(model, { text, goalId })
  return model
}

/** Reads all texts; of very many, only a part tells which features there are. */
function readAll(texts: readonly string[], encoder: Encoder): Counts[] {
  const isTelling = new Uint8Array(texts.length)
  for (const i of shuffled(texts.length, seeded(7)).subarray(0, MOST_TELLING)) isTelling[i] = 1
  const telling = [...texts.keys()].filter((i) => isTelling[i] === 1)
  const told = telling.map((i) => count(ngrams.read(texts[i] as string), encoder.vocabulary, true))
  encoder.vocabulary = keepMost(told, encoder.vocabulary, MOST_FEATURES)
  const counts: Counts[] = []
  for (const [at, i] of telling.entries()) counts[i] = told[at] as Counts
  return texts.map((text, i) => counts[i] ?? count(ngrams.read(text), encoder.vocabulary, false))
}

/** Each once, without those that a person decided about. */
function undecided(texts: readonly string[], decided: TrainingInput['examples']): string[] {
  const found = new Set(texts)
  for (const { text } of decided) found.delete(text)
  return [...found]
}

function chosen(texts: readonly string[], most: number): string[] {
  if (texts.length <= most) return [...texts]
  return Array.from(shuffled(texts.length, seeded(4)).subarray(0, Math.max(0, most)), (i) => texts[i] as string)
}

/** Learns from decisions; then, where there are texts without one, once more from both, the latter as far as it believes itself. */
function teach(lessons: Lessons, background: readonly Counts[], room: Room): Fitted {
  const teacher = fitLessons(lessons, background, room)
  if (background.length === 0 || lessons.counts.length === 0) return teacher
  const beliefs = background.map((one) => {
    const { scores } = scoresOf(one, teacher)
    softmax(scores, BELIEF_TEMPERATURE)
    return scores
  })
  followStream(beliefs, sharesOf(lessons.classes, lessons.weights, room.classCount))
  const firsts = beliefs.map(highest)
  const believed = beliefs.map((belief, i) => Math.max(0.01, BELIEF * (belief[firsts[i] as number] as number) ** 2))
  const { counts, classes, weights } = lessons
  return fitLessons({ counts: [...counts, ...background], classes: [...classes, ...firsts], weights: [...weights, ...believed] }, [], room)
}

function scoresOf(counts: Counts, fitted: Fitted) {
  const vector = encode(counts, fitted.known)
  return { scores: scoreOf(fitted, vector), familiar: vector.familiar }
}

/** In how many parts the decisions are kept out in turn, and how many of those are: until so many were kept out. */
const PARTS = 5
const ENOUGH = 1000
const partsUsed = (count: number) => (count < 10 ? 0 : Math.min(PARTS, Math.ceil((ENOUGH * PARTS) / count)))
/** With more decisions than this a smaller part is kept out, and what was learned from the rest is the model itself. */
const LARGE = 15_000
const PARTS_OF_LARGE = 40

/** Learns from most of the decisions and looks at the others, in turn, to know how far a score can be believed. */
function keepOut({ counts, classes, weights }: Lessons, parts: Int32Array, partCount: number, background: readonly Counts[], room: Room) {
  const keptOut: KeptOut[] = []
  let last: Fitted | undefined
  for (let part = 0; part < partCount; part++) {
    const isIn = (_: unknown, i: number) => parts[i] !== part
    const fitted = teach({ counts: counts.filter(isIn), classes: classes.filter(isIn), weights: weights.filter(isIn) }, background, room)
    for (const [i, own] of classes.entries()) {
      if (parts[i] === part) keptOut.push({ ...scoresOf(counts[i] as Counts, fitted), goal: own })
    }
    last = fitted
  }
  return { keptOut, last }
}

/** A part for each decision, such that each class is spread over all; -1 for what is no decision and is never kept out. */
function evenParts(classes: readonly number[], decisionCount: number, partCount: number): Int32Array {
  const parts = new Int32Array(classes.length).fill(-1)
  const dealt = new Map<number, number>()
  for (const i of shuffled(decisionCount, seeded(2))) {
    const own = classes[i] as number
    const turn = dealt.get(own) ?? own
    parts[i] = turn % partCount
    dealt.set(own, turn + 1)
  }
  return parts
}
