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
}

/** The same row of numbers for the same seed, on each machine (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let bits = Math.imul(state ^ (state >>> 15), 1 | state)
    bits = (bits + Math.imul(bits ^ (bits >>> 7), 61 | bits)) ^ bits
    return ((bits ^ (bits >>> 14)) >>> 0) / 4294967296
  }
}

export function shuffled(count: number, random: () => number): Int32Array {
  const order = Int32Array.from({ length: count }, (_, i) => i)
  for (let i = count - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1))
    const kept = order[i] as number
    order[i] = order[j] as number
    order[j] = kept
  }
  return order
}

/** Adds a row's scores for all classes to `scores`; `weights` has `classCount` numbers for each column. */
export function score(rows: Rows, row: number, weights: Float32Array, classCount: number, scores: Float64Array | Float32Array) {
  const end = rows.starts[row + 1] as number
  for (let at = rows.starts[row] as number; at < end; at++) {
    const value = rows.values[at] as number
    const base = (rows.columns[at] as number) * classCount
    for (let c = 0; c < classCount; c++) scores[c] = (scores[c] as number) + value * (weights[base + c] as number)
  }
}

/**
 * One-against-the-rest support vector machines with squared hinge loss, all classes in one pass over the texts: dual coordinate
 * descent (Hsieh et al. 2008, as in LIBLINEAR). A text's scores for all classes cost one walk over its features.
 */
export function solveSvm(
  { rows, classes, rowWeights, classCount, columnCount }: Problem,
  options: { cost: number; passes: number; positive?: number },
): Float32Array {
  const weights = new Float32Array(columnCount * classCount)
  const alphas = new Float32Array(rows.count * classCount)
  const scores = new Float64Array(classCount)
  const random = seeded(1)
  const steps = new Float64Array(classCount)
  for (let pass = 0; pass < options.passes; pass++) {
    const order = shuffled(rows.count, random)
    for (const row of order) {
      scores.fill(0)
      score(rows, row, weights, classCount, scores)
      let length = 0
      const start = rows.starts[row] as number
      const end = rows.starts[row + 1] as number
      for (let at = start; at < end; at++) length += (rows.values[at] as number) ** 2
      const own = classes[row] as number
      const base = row * classCount
      const rowWeight = rowWeights[row] as number
      const touched: number[] = []
      for (let c = 0; c < classCount; c++) {
        const sign = c === own ? 1 : -1
        const slack = 1 / (2 * options.cost * rowWeight * (c === own ? (options.positive ?? 1) : 1))
        const alpha = alphas[base + c] as number
        const gradient = sign * (scores[c] as number) - 1 + slack * alpha
        const next = Math.max(0, alpha - gradient / (length + slack))
        if (Math.abs(next - alpha) < 1e-6) continue
        alphas[base + c] = next
        steps[c] = (next - alpha) * sign
        touched.push(c)
      }
      for (let at = start; at < end; at++) {
        const value = rows.values[at] as number
        const place = (rows.columns[at] as number) * classCount
        for (let k = 0; k < touched.length; k++) {
          const c = touched[k] as number
          weights[place + c] = (weights[place + c] as number) + value * (steps[c] as number)
        }
      }
    }
  }
  return weights
}
