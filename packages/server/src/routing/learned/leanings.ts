import type { Problem, Rows } from './rows.ts'

interface Row {
  /** Ascending. */
  classes: number[]
  weights: number[]
}

const NOTHING: Row = { classes: [], weights: [] }

/**
 * What each feature says for the classes that it was seen with, and nothing for all others: a sparse matrix, one row for each feature.
 * Made from counts at a training; single weights are added later.
 */
export class Leanings {
  private readonly added = new Map<number, Row>()
  /** What each feature says for all classes together. */
  private readonly sums: Float32Array

  constructor(
    /** Row i has the places `starts[i]` up to `starts[i + 1]` of `classes` (ascending) and `weights`. */
    readonly starts: Int32Array,
    readonly classes: Uint16Array,
    readonly weights: Float32Array,
    /** For each class what all the features that were never seen with it say, for each unit of a text's values. */
    readonly offsets: Float64Array,
  ) {
    this.sums = new Float32Array(starts.length)
    for (let row = 0; row + 1 < starts.length; row++) {
      for (let at = starts[row] as number; at < (starts[row + 1] as number); at++)
        this.sums[row] = (this.sums[row] as number) + (weights[at] as number)
    }
  }

  /** Adds what these features say for each class. */
  addTo(scores: Float64Array, columns: Int32Array, values: Float32Array) {
    const { starts, classes, weights, added, offsets } = this
    let all = 0
    for (let i = 0; i < columns.length; i++) {
      const value = values[i] as number
      const row = columns[i] as number
      all += value
      const end = starts[row + 1] as number
      for (let at = starts[row] as number; at < end; at++) {
        const c = classes[at] as number
        scores[c] = (scores[c] as number) + value * (weights[at] as number)
      }
      const more = added.size > 0 ? added.get(row) : undefined
      if (more === undefined) continue
      for (let k = 0; k < more.classes.length; k++) {
        const c = more.classes[k] as number
        scores[c] = (scores[c] as number) + value * (more.weights[k] as number)
      }
    }
    for (let c = 0; c < scores.length; c++) scores[c] = (scores[c] as number) + all * (offsets[c] as number)
  }

  private addRow(row: number, weights: Float64Array) {
    for (let at = this.starts[row] as number; at < (this.starts[row + 1] as number); at++) {
      const c = this.classes[at] as number
      weights[c] = (weights[c] as number) + (this.weights[at] as number)
    }
    const more = this.added.get(row)
    if (more) for (const [k, c] of more.classes.entries()) weights[c] = (weights[c] as number) + (more.weights[k] as number)
  }

  /** How much more one feature says for a class than for all of them. */
  preference(row: number, c: number): number {
    const { starts, classes, weights, added, sums, offsets } = this
    const more = (added.size > 0 && added.get(row)) || NOTHING
    const at = placeIn(classes, c, starts[row] as number, starts[row + 1] as number)
    const own = at < (starts[row + 1] as number) && classes[at] === c ? (weights[at] as number) : 0
    const place = placeIn(more.classes, c, 0, more.classes.length)
    return own + (more.classes[place] === c ? (more.weights[place] as number) : 0) - (sums[row] as number) / offsets.length
  }

  /** Adds to what one feature says for some classes, to each its number times `value`. */
  change(row: number, changes: ReadonlyMap<number, number>, value: number) {
    const more = this.added.get(row) ?? { classes: [], weights: [] }
    this.added.set(row, more)
    for (const [c, change] of changes) {
      const by = change * value
      const at = placeIn(more.classes, c, 0, more.classes.length)
      if (more.classes[at] === c) more.weights[at] = (more.weights[at] as number) + by
      else {
        more.classes.splice(at, 0, c)
        more.weights.splice(at, 0, by)
      }
      this.sums[row] = (this.sums[row] as number) + by
    }
  }

  scale(by: number) {
    for (let i = 0; i < this.weights.length; i++) this.weights[i] = (this.weights[i] as number) * by
    for (let i = 0; i < this.sums.length; i++) this.sums[i] = (this.sums[i] as number) * by
    for (let i = 0; i < this.offsets.length; i++) this.offsets[i] = (this.offsets[i] as number) * by
  }

  /** The same with what was added in its place. */
  settled(): Leanings {
    if (this.added.size === 0) return this
    const list = new Lists(
      this.starts.length - 1,
      this.weights.length + [...this.added.values()].reduce((sum, { classes }) => sum + classes.length, 0),
    )
    const sums = new Float64Array(this.offsets.length)
    for (let row = 0; row + 1 < this.starts.length; row++) {
      this.addRow(row, sums)
      const found = [...this.classes.subarray(this.starts[row], this.starts[row + 1]), ...(this.added.get(row)?.classes ?? [])]
      list.push(Uint16Array.from(new Set(found)).sort(), sums)
      for (const c of found) sums[c] = 0
    }
    return list.asLeanings(this.offsets)
  }
}

/** Where a class stands among ascending ones, or would stand: from `low` up to `high`. */
function placeIn(classes: ArrayLike<number>, c: number, low: number, high: number): number {
  let [from, end] = [low, high]
  while (from < end) {
    const middle = (from + end) >> 1
    if ((classes[middle] as number) < c) from = middle + 1
    else end = middle
  }
  return from
}

class Lists {
  private readonly starts: Int32Array
  private readonly classes: Uint16Array
  private readonly weights: Float32Array
  private row = 0
  private size = 0

  constructor(rowCount: number, most: number) {
    this.starts = new Int32Array(rowCount + 1)
    this.classes = new Uint16Array(most)
    this.weights = new Float32Array(most)
  }

  push(classes: ArrayLike<number>, weights: Float64Array) {
    for (let i = 0; i < classes.length; i++) {
      this.classes[this.size] = classes[i] as number
      this.weights[this.size++] = weights[classes[i] as number] as number
    }
    this.starts[++this.row] = this.size
  }

  asLeanings(offsets: Float64Array) {
    return new Leanings(this.starts, this.classes.slice(0, this.size), this.weights.slice(0, this.size), offsets)
  }
}

/** A feature that was seen with more classes than this tells little, and would take longest to add up: it says nothing for any. */
const MOST_CLASSES = 300
/** As much as each feature is taken to have been seen with each class, beside what was seen. */
const UNSEEN = 0.01

/** Naive Bayes (multinomial) from the texts' values. */
export function fitLeanings({ rows, classes, rowWeights, classCount, columnCount }: Problem): Leanings {
  const { starts, rowAt, values } = byColumn(rows, columnCount)
  const list = new Lists(columnCount, rows.columns.length)
  const sums = new Float64Array(classCount)
  const sizes = new Float64Array(classCount)
  for (let column = 0; column < columnCount; column++) {
    const seen: number[] = []
    for (let at = starts[column] as number; at < (starts[column + 1] as number); at++) {
      const row = rowAt[at] as number
      const own = classes[row] as number
      if (sums[own] === 0) seen.push(own)
      sums[own] = (sums[own] as number) + (values[at] as number) * (rowWeights[row] as number)
    }
    for (const c of seen) {
      sizes[c] = (sizes[c] as number) + (sums[c] as number)
      sums[c] = Math.log(1 + (sums[c] as number) / UNSEEN)
    }
    list.push(seen.length > MOST_CLASSES ? [] : seen.sort((a, b) => a - b), sums)
    for (const c of seen) sums[c] = 0
  }
  // A class of which nothing is known is taken to be as large as the others.
  const mean = sizes.reduce((sum, one) => sum + one, 0) / Math.max(1, sizes.filter((one) => one > 0).length)
  return list.asLeanings(sizes.map((size) => -Math.log((size || mean) + UNSEEN * columnCount)))
}

/** The matrix the other way round. */
function byColumn({ count, starts, columns, values }: Rows, columnCount: number) {
  const turned = { starts: new Int32Array(columnCount + 1), rowAt: new Int32Array(columns.length), values: new Float32Array(columns.length) }
  for (const column of columns) turned.starts[column + 1] = (turned.starts[column + 1] as number) + 1
  for (let i = 0; i < columnCount; i++) turned.starts[i + 1] = (turned.starts[i + 1] as number) + (turned.starts[i] as number)
  const next = turned.starts.slice()
  for (let row = 0; row < count; row++) {
    for (let at = starts[row] as number; at < (starts[row + 1] as number); at++) {
      const column = columns[at] as number
      const place = next[column] as number
      next[column] = place + 1
      turned.rowAt[place] = row
      turned.values[place] = values[at] as number
    }
  }
  return turned
}
