import { seeded, shuffled } from './seeded.ts'

/** Texts as rows of a sparse matrix: row i has the places `starts[i]` up to `starts[i + 1]` of `columns` and `values`. */
export interface Rows {
  count: number
  starts: Int32Array
  columns: Int32Array
  values: Float32Array
}

export interface Problem {
  rows: Rows
  /** The class of each row. */
  classes: Int32Array
  /** How much each row counts; 1 is a decision of a person. */
  rowWeights: Float32Array
  classCount: number
  columnCount: number
  /** For each row the `rivalCount` classes that it is held against, its own among them; null: all. */
  rivals: Int32Array | null
  rivalCount: number
}

/** Adds a row's scores for all classes to `scores`; `weights` has `classCount` numbers for each column. */
export function score(rows: Rows, row: number, weights: Float32Array, classCount: number, scores: Float64Array) {
  const end = rows.starts[row + 1] as number
  for (let at = rows.starts[row] as number; at < end; at++) {
    const value = rows.values[at] as number
    const base = (rows.columns[at] as number) * classCount
    for (let c = 0; c < classCount; c++) scores[c] = (scores[c] as number) + value * (weights[base + c] as number)
  }
}

/** A row's scores for its rivals only, in their order. */
function scoreRivals({ rows, classCount, rivals, rivalCount }: Problem, row: number, weights: Float32Array, scores: Float64Array) {
  scores.fill(0)
  if (rivals === null) return score(rows, row, weights, classCount, scores)
  const first = row * rivalCount
  const end = rows.starts[row + 1] as number
  for (let at = rows.starts[row] as number; at < end; at++) {
    const value = rows.values[at] as number
    const base = (rows.columns[at] as number) * classCount
    for (let k = 0; k < rivalCount; k++) scores[k] = (scores[k] as number) + value * (weights[base + (rivals[first + k] as number)] as number)
  }
}

/** Moves the weights of some classes along a row. */
function move(rows: Rows, row: number, weights: Float32Array, classCount: number, touched: readonly number[], steps: Float64Array) {
  const end = rows.starts[row + 1] as number
  for (let at = rows.starts[row] as number; at < end; at++) {
    const value = rows.values[at] as number
    const base = (rows.columns[at] as number) * classCount
    for (let k = 0; k < touched.length; k++) {
      const place = base + (touched[k] as number)
      weights[place] = (weights[place] as number) + value * (steps[k] as number)
    }
  }
}

export interface SvmOptions {
  /** How much a row on the wrong side costs, against short weights. */
  cost: number
  /** How many times more for a row of the class itself than for one of the rest, which are many. */
  own: number
  passes: number
}

/**
 * One-against-the-rest support vector machines with squared hinge loss, all classes in one walk over the texts: dual coordinate
 * descent (Hsieh et al. 2008, as in LIBLINEAR).
 */
export function solveSvm(problem: Problem, { cost, own, passes }: SvmOptions): Float32Array {
  const { rows, classes, rowWeights, classCount, columnCount, rivals, rivalCount } = problem
  const weights = new Float32Array(columnCount * classCount)
  const alphas = new Float32Array(rows.count * rivalCount)
  const scores = new Float64Array(rivalCount)
  const steps = new Float64Array(rivalCount)
  const lengths = squaredLengths(rows)
  const random = seeded(1)
  for (let pass = 0; pass < passes; pass++) {
    for (const row of shuffled(rows.count, random)) {
      scoreRivals(problem, row, weights, scores)
      const touched: number[] = []
      for (let k = 0; k < rivalCount; k++) {
        const c = rivals === null ? k : (rivals[row * rivalCount + k] as number)
        const isOwn = c === classes[row]
        const slack = 1 / (2 * cost * (rowWeights[row] as number) * (isOwn ? own : 1))
        const alpha = alphas[row * rivalCount + k] as number
        const gradient = (isOwn ? (scores[k] as number) : -(scores[k] as number)) - 1 + slack * alpha
        const change = Math.max(0, alpha - gradient / ((lengths[row] as number) + slack)) - alpha
        if (Math.abs(change) < 1e-6) continue
        alphas[row * rivalCount + k] = alpha + change
        steps[touched.length] = isOwn ? change : -change
        touched.push(c)
      }
      if (touched.length > 0) move(rows, row, weights, classCount, touched, steps)
    }
  }
  return weights
}

function squaredLengths({ count, starts, values }: Rows): Float64Array {
  const lengths = new Float64Array(count)
  for (let row = 0; row < count; row++) {
    for (let at = starts[row] as number; at < (starts[row + 1] as number); at++) lengths[row] = (lengths[row] as number) + (values[at] as number) ** 2
  }
  return lengths
}

/** A smaller share than this of a class that isn't the row's own teaches nothing, and costs time. */
const LEAST_SHARE = 0.002

/** Multinomial logistic regression by stochastic gradient with a step size for each column (Duchi et al. 2011). */
export function solveLogistic(problem: Problem, { rate, passes }: { rate: number; passes: number }): Float32Array {
  const { rows, classes, rowWeights, classCount, columnCount, rivals, rivalCount } = problem
  const weights = new Float32Array(columnCount * classCount)
  const seen = new Float32Array(columnCount)
  const scores = new Float64Array(rivalCount)
  const steps = new Float64Array(rivalCount)
  const random = seeded(3)
  for (let pass = 0; pass < passes; pass++) {
    for (const row of shuffled(rows.count, random)) {
      scoreRivals(problem, row, weights, scores)
      softmax(scores)
      const touched: number[] = []
      let size = 0
      for (let k = 0; k < rivalCount; k++) {
        const c = rivals === null ? k : (rivals[row * rivalCount + k] as number)
        const off = ((scores[k] as number) - (c === classes[row] ? 1 : 0)) * (rowWeights[row] as number)
        if (Math.abs(off) < LEAST_SHARE) continue
        size += off * off
        steps[touched.length] = -off * rate
        touched.push(c)
      }
      if (touched.length > 0) descend(problem, row, weights, seen, { touched, steps, size })
    }
  }
  return weights
}

interface Descent {
  touched: readonly number[]
  steps: Float64Array
  size: number
}

function descend({ rows, classCount }: Problem, row: number, weights: Float32Array, seen: Float32Array, { touched, steps, size }: Descent) {
  const end = rows.starts[row + 1] as number
  for (let at = rows.starts[row] as number; at < end; at++) {
    const value = rows.values[at] as number
    const column = rows.columns[at] as number
    seen[column] = (seen[column] as number) + value * value * size
    const pace = value / Math.sqrt((seen[column] as number) + 1e-6)
    const base = column * classCount
    for (let k = 0; k < touched.length; k++) {
      const place = base + (touched[k] as number)
      weights[place] = (weights[place] as number) + pace * (steps[k] as number)
    }
  }
}

/** Scores as shares that sum to one, in place. */
export function softmax(scores: Float64Array, temperature = 1) {
  let highest = Number.NEGATIVE_INFINITY
  for (const score of scores) if (score > highest) highest = score
  if (highest === Number.NEGATIVE_INFINITY) return
  let sum = 0
  for (let i = 0; i < scores.length; i++) {
    const share = Math.exp(((scores[i] as number) - highest) / temperature)
    scores[i] = share
    sum += share
  }
  for (let i = 0; i < scores.length; i++) scores[i] = (scores[i] as number) / sum
}
