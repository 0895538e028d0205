import type { Problem, Rows } from '../src/routing/learned/rows.ts'
import { seeded, shuffled } from '../src/routing/learned/seeded.ts'

/** Adds a row's scores for all classes to `scores`; `weights` has a number for each class for each column. */
export function score(rows: Rows, row: number, weights: Float32Array, scores: Float64Array) {
  for (let at = rows.starts[row] as number; at < (rows.starts[row + 1] as number); at++) {
    const value = rows.values[at] as number
    const base = (rows.columns[at] as number) * scores.length
    for (let c = 0; c < scores.length; c++) scores[c] = (scores[c] as number) + value * (weights[base + c] as number)
  }
}

/** One-against-the-rest support vector machines with squared hinge loss: dual coordinate descent (Hsieh et al. 2008, as in LIBLINEAR). */
export function solveSvm(
  { rows, classes, classCount, columnCount }: Omit<Problem, 'rowWeights'>,
  { cost, passes }: { cost: number; passes: number },
) {
  const weights = new Float32Array(columnCount * classCount)
  const alphas = new Float32Array(rows.count * classCount)
  const scores = new Float64Array(classCount)
  const slack = 1 / (2 * cost)
  const random = seeded(1)
  for (let pass = 0; pass < passes; pass++) {
    for (const row of shuffled(rows.count, random)) {
      const [start, end] = [rows.starts[row] as number, rows.starts[row + 1] as number]
      const length = rows.values.subarray(start, end).reduce((sum, value) => sum + value * value, 0)
      score(rows, row, weights, scores.fill(0))
      for (let c = 0; c < classCount; c++) {
        const side = c === classes[row] ? 1 : -1
        const alpha = alphas[row * classCount + c] as number
        const gradient = side * (scores[c] as number) - 1 + slack * alpha
        const next = Math.max(0, alpha - gradient / (length + slack))
        alphas[row * classCount + c] = next
        scores[c] = side * (next - alpha)
      }
      for (let at = start; at < end; at++) {
        const base = (rows.columns[at] as number) * classCount
        for (let c = 0; c < classCount; c++) weights[base + c] = (weights[base + c] as number) + (rows.values[at] as number) * (scores[c] as number)
      }
    }
  }
  return weights
}
