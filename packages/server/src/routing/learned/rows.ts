import type { Vector } from './encode.ts'

/** Texts as rows of a sparse matrix: row i has the places `starts[i]` up to `starts[i + 1]` of `columns` and `values`. */
export interface Rows {
  count: number
  starts: Int32Array
  columns: Int32Array
  values: Float32Array
}

/** What there is to learn from: texts as rows, each of a class. */
export interface Problem {
  rows: Rows
  classes: Int32Array
  /** How much each row counts; 1 is a decision of a person. */
  rowWeights: Float32Array
  classCount: number
  columnCount: number
}

/** Vectors as one sparse matrix. */
export function stack(vectors: readonly Vector[]): Rows {
  const starts = new Int32Array(vectors.length + 1)
  for (const [i, { columns }] of vectors.entries()) starts[i + 1] = (starts[i] as number) + columns.length
  const size = starts[vectors.length] as number
  const rows = { count: vectors.length, starts, columns: new Int32Array(size), values: new Float32Array(size) }
  for (const [i, { columns, values }] of vectors.entries()) {
    rows.columns.set(columns, starts[i])
    rows.values.set(values, starts[i])
  }
  return rows
}
