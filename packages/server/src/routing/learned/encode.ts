import type { Features, Reading } from './features.ts'
import type { Rows } from './solve.ts'
import { Vocabulary } from './vocabulary.ts'

/** The features of one text, each once: its row in the vocabulary (-1 for one that was never seen), its block and how often it occurs. */
export interface Counts {
  rows: Int32Array
  blocks: Uint8Array
  times: Uint16Array
}

/** What is known of the features of an organisation's texts. */
export interface Encoder {
  features: Features
  vocabulary: Vocabulary
  /** How many of `textCount` texts have the feature of this row; room for features that are learned later. */
  frequencies: Float32Array
  textCount: number
}

/** One text as a direction in the space of features: parallel lists. */
export interface Vector {
  columns: number[]
  values: number[]
  /** The share of the text's weight that is made of features that were seen before, 0 to 1. */
  familiar: number
}

/** Counts a text's features; `isLearning` gives those that are new a row. */
export function count({ keys, blocks }: Reading, vocabulary: Vocabulary, isLearning: boolean): Counts {
  const times = new Map<number, number>()
  const blockOf = new Map<number, number>()
  for (let i = 0; i < keys.length; i++) {
    const key = keys[i] as number
    times.set(key, (times.get(key) ?? 0) + 1)
    blockOf.set(key, blocks[i] as number)
  }
  const found = [...times.keys()]
  return {
    rows: Int32Array.from(found, (key) => (isLearning ? vocabulary.add(key) : vocabulary.find(key))),
    blocks: Uint8Array.from(found, (key) => blockOf.get(key) as number),
    times: Uint16Array.from(times.values()),
  }
}

/** In how many of these texts each row of the vocabulary occurs. */
export function frequenciesOf(texts: readonly Counts[], size: number): Float32Array {
  const frequencies = new Float32Array(size)
  for (const { rows } of texts) for (const row of rows) if (row >= 0) frequencies[row] = (frequencies[row] as number) + 1
  return frequencies
}

type Known = Pick<Encoder, 'features' | 'frequencies' | 'textCount'>

/** Weighs a text's features (rarer ones more, repeated ones a little more) and brings each block to its length. Features in no known text are left out. */
export function encode({ rows, blocks, times }: Counts, { features, frequencies, textCount }: Known): Vector {
  const columns: number[] = []
  const values: number[] = []
  const kept: number[] = []
  const lengths = features.blockWeights.map(() => 0)
  let all = 0
  let familiar = 0
  for (let i = 0; i < rows.length; i++) {
    const row = rows[i] as number
    const frequency = row < 0 ? 0 : (frequencies[row] as number)
    const value = (1 + Math.log(times[i] as number)) * (1 + Math.log((1 + textCount) / (1 + frequency)))
    all += value * value
    if (frequency === 0) continue
    familiar += value * value
    const block = blocks[i] as number
    lengths[block] = (lengths[block] as number) + value * value
    columns.push(row)
    values.push(value)
    kept.push(block)
  }
  const scales = lengths.map((length, block) => (length === 0 ? 0 : (features.blockWeights[block] as number) / Math.sqrt(length)))
  for (let i = 0; i < values.length; i++) values[i] = (values[i] as number) * (scales[kept[i] as number] as number)
  return { columns, values, familiar: all === 0 ? 0 : familiar / all }
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

export function newEncoder(features: Features, expected: number): Encoder {
  return { features, vocabulary: new Vocabulary(expected), frequencies: new Float32Array(0), textCount: 0 }
}
