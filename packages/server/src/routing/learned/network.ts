import { addRows, moveInner, sumInner } from './products.ts'
import type { Problem } from './rows.ts'
import { seeded, shuffled } from './seeded.ts'
import { softmax } from './softmax.ts'

/** A network with one hidden layer, which learns which features mean the same for the goals. It is several small ones side by side, which err differently. */
export interface Network {
  /** `WIDTH` numbers for each column: where the feature pulls the hidden layer. */
  inner: Float32Array
  /** `WIDTH` numbers for each class: what the hidden layer says for it. */
  outer: Float32Array
}

const PART = 64
const PARTS = 2
export const WIDTH = PART * PARTS
const INNER_RATE = 1
const OUTER_RATE = 0.3
/** How much slower the last pass learns than the first. */
const DECAY = 0.9
/** The share of a text's features that is left out each time it is looked at: what is learned can't lean on one of them, and it takes a fifth of the time. */
const DROPPED = 0.8
const BEGINNING = 0.05
/** A smaller mistake than this teaches nothing, and costs time. */
const LEAST = 0.002

/** What is at hand while learning, made once. */
interface Workings {
  /** Which of the networks learns: where its numbers begin among the `WIDTH` of a column or a class. */
  begins: number
  hidden: Float64Array
  pull: Float64Array
  paces: Float64Array
  errors: Float64Array
  /** Of the row's features that are looked at this time: where their columns begin in `inner`, their values, and their steps. */
  bases: Int32Array
  values: Float32Array
  steps: Float64Array
  /** The squares of all steps so far, for each column and each hidden number (Duchi et al. 2011). */
  seenInner: Float32Array
  seenOuter: Float64Array
  random: () => number
}

/** Each part learns by itself, from other beginnings and in another order. */
export function trainNetwork(problem: Problem, passes: number): Network {
  const network = { inner: new Float32Array(problem.columnCount * WIDTH), outer: new Float32Array(problem.classCount * WIDTH) }
  const longest = longestOf(problem.rows)
  for (let part = 0; part < PARTS; part++) {
    begin(problem, network, part)
    trainPart(problem, network, passes, {
      begins: part * PART,
      hidden: new Float64Array(PART),
      pull: new Float64Array(PART),
      paces: new Float64Array(PART),
      errors: new Float64Array(problem.classCount),
      bases: new Int32Array(longest),
      values: new Float32Array(longest),
      steps: new Float64Array(longest),
      seenInner: new Float32Array(problem.columnCount),
      seenOuter: new Float64Array(PART),
      random: seeded(50 + part),
    })
  }
  return network
}

/** Learns by stochastic gradient, with a step size of its own for each feature. */
function trainPart(problem: Problem, network: Network, passes: number, workings: Workings) {
  for (let pass = 0; pass < passes; pass++) {
    const pace = 1 - (DECAY * pass) / passes
    for (const row of shuffled(problem.rows.count, workings.random)) {
      const taken = look(problem, network, row, workings)
      if (taken === 0) continue
      const size = err(problem, network, row, workings)
      if (size < 1e-6) continue
      correctOuter(network, workings, size, pace)
      correctInner(network, workings, taken, pace)
    }
  }
}

function longestOf({ starts, count }: Problem['rows']): number {
  let longest = 0
  for (let row = 0; row < count; row++) longest = Math.max(longest, (starts[row + 1] as number) - (starts[row] as number))
  return longest
}

const NOISE = 4096

/** Small random numbers; nothing for features that no row has. */
function begin({ rows, classCount, columnCount }: Problem, { inner, outer }: Network, part: number) {
  const random = seeded(30 + part)
  const noise = Float32Array.from({ length: NOISE + PART }, () => (random() * 2 - 1) * Math.sqrt(3))
  const fill = (weights: Float32Array, row: number, size: number) => {
    const from = Math.floor(random() * NOISE)
    const base = row * WIDTH + part * PART
    for (let j = 0; j < PART; j++) weights[base + j] = (noise[from + j] as number) * size
  }
  const occurs = new Uint8Array(columnCount)
  for (const column of rows.columns) occurs[column] = 1
  for (let column = 0; column < columnCount; column++) if (occurs[column] === 1) fill(inner, column, BEGINNING)
  for (let c = 0; c < classCount; c++) fill(outer, c, 1 / Math.sqrt(PART))
}

/** Fills the hidden layer from some of the row's features, and tells how many those are. */
function look({ rows }: Problem, { inner }: Network, row: number, { begins, hidden, bases, values, random }: Workings): number {
  const end = rows.starts[row + 1] as number
  let taken = 0
  // One random number for all that are left out until the next that is taken.
  for (let at = (rows.starts[row] as number) + gapOf(random()); at < end; at += 1 + gapOf(random())) {
    bases[taken] = (rows.columns[at] as number) * WIDTH + begins
    values[taken++] = (rows.values[at] as number) / (1 - DROPPED)
  }
  sumInner(inner, bases, values, taken, hidden)
  for (let j = 0; j < PART; j++) hidden[j] = Math.tanh(hidden[j] as number)
  return taken
}

/** How many in a row are left out, as often as chance would have it. */
const GAPS = Uint8Array.from({ length: 8192 }, (_, i) => Math.log(1 - (i + 0.5) / 8192) / Math.log(DROPPED))
const gapOf = (chance: number) => GAPS[Math.floor(chance * GAPS.length)] as number

function err({ classes, rowWeights, classCount }: Problem, { outer }: Network, row: number, { begins, hidden, errors }: Workings): number {
  errors.fill(0)
  addRows(outer, begins, WIDTH, hidden, errors)
  softmax(errors)
  let size = 0
  for (let c = 0; c < classCount; c++) {
    const off = (errors[c] as number) - (c === classes[row] ? 1 : 0)
    errors[c] = Math.abs(off) < LEAST ? 0 : off * (rowWeights[row] as number)
    size += (errors[c] as number) ** 2
  }
  return size
}

function correctOuter({ outer }: Network, { begins, hidden, pull, paces, errors, seenOuter }: Workings, size: number, pace: number) {
  pull.fill(0)
  for (let j = 0; j < PART; j++) {
    seenOuter[j] = (seenOuter[j] as number) + (hidden[j] as number) ** 2 * size
    paces[j] = (OUTER_RATE * pace * (hidden[j] as number)) / Math.sqrt((seenOuter[j] as number) + 1e-6)
  }
  for (let c = 0; c < errors.length; c++) {
    const off = errors[c] as number
    if (off === 0) continue
    const base = c * WIDTH + begins
    for (let j = 0; j < PART; j++) {
      const weight = outer[base + j] as number
      pull[j] = (pull[j] as number) + off * weight
      outer[base + j] = weight - off * (paces[j] as number)
    }
  }
}

function correctInner({ inner }: Network, { hidden, pull, bases, values, steps, seenInner }: Workings, taken: number, pace: number) {
  let size = 0
  for (let j = 0; j < PART; j++) {
    pull[j] = (pull[j] as number) * (1 - (hidden[j] as number) ** 2)
    size += (pull[j] as number) ** 2
  }
  if (size < 1e-12) return
  for (let i = 0; i < taken; i++) {
    const column = ((bases[i] as number) / WIDTH) | 0
    const value = values[i] as number
    seenInner[column] = (seenInner[column] as number) + value * value * size
    steps[i] = (INNER_RATE * pace * value) / Math.sqrt((seenInner[column] as number) + 1e-6)
  }
  moveInner(inner, bases, steps, taken, pull)
}

/** The hidden layer that these features lead to. */
export function hiddenOf({ inner }: Network, columns: Int32Array, values: Float32Array): Float64Array {
  const hidden = new Float64Array(WIDTH)
  sumInner(
    inner,
    columns.map((column) => column * WIDTH),
    values,
    columns.length,
    hidden,
  )
  for (let j = 0; j < WIDTH; j++) hidden[j] = Math.tanh(hidden[j] as number)
  return hidden
}

/** Adds what the hidden layer says for each class. */
export const addOuter = ({ outer }: Network, hidden: Float64Array, scores: Float64Array) => addRows(outer, 0, WIDTH, hidden, scores)

/** Takes from each class what is said for all of them, which tells nothing, and brings what is left to a scale. */
export function levelOuter({ outer }: Network, scale: number) {
  const mean = new Float64Array(WIDTH)
  for (let i = 0; i < outer.length; i++) mean[i % WIDTH] = (mean[i % WIDTH] as number) + (outer[i] as number) * (WIDTH / outer.length)
  for (let i = 0; i < outer.length; i++) outer[i] = ((outer[i] as number) - (mean[i % WIDTH] as number)) * scale
}
