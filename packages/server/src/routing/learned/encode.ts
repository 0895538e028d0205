import type { Features, Reading } from './features.ts'
import { Vocabulary } from './vocabulary.ts'

/** The features of one text, each once: its row in the vocabulary, its block and how often it occurs. */
export interface Counts {
  rows: Int32Array
  blocks: Uint8Array
  times: Uint16Array
  /** How many other features it has, which the vocabulary doesn't. */
  unknown: number
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
  columns: Int32Array
  values: Float32Array
  /** The share of the text's weight that is made of features that were seen before, 0 to 1. */
  familiar: number
  /** Not one feature of the first block (whole words and their beginnings) was seen before. */
  isGuess: boolean
}

/** Counts a text's features; `isLearning` gives those that are new a row. */
export function count({ keys, blocks }: Reading, vocabulary: Vocabulary, isLearning: boolean): Counts {
  const rows = new Int32Array(keys.length)
  const kinds = new Uint8Array(keys.length)
  const times = new Uint16Array(keys.length)
  const unknown = new Set<number>()
  let size = 0
  for (let i = 0; i < keys.length; i++) {
    const key = keys[i] as number
    const row = isLearning ? vocabulary.add(key) : vocabulary.find(key)
    if (row === -1) {
      unknown.add(key)
      continue
    }
    const place = vocabulary.places[row] as number
    if (place > 0) {
      times[place - 1] = (times[place - 1] as number) + 1
      continue
    }
    rows[size] = row
    kinds[size] = blocks[i] as number
    times[size] = 1
    vocabulary.places[row] = ++size
  }
  for (let i = 0; i < size; i++) vocabulary.places[rows[i] as number] = 0
  return { rows: rows.slice(0, size), blocks: kinds.slice(0, size), times: times.slice(0, size), unknown: unknown.size }
}

/** In how many of these texts each row of the vocabulary occurs. */
export function frequenciesOf(texts: readonly Counts[], size: number): Float32Array {
  const frequencies = new Float32Array(size)
  for (const { rows } of texts) for (const row of rows) frequencies[row] = (frequencies[row] as number) + 1
  return frequencies
}

/** Keeps the features that occur most, so that there is room for what is learned of each; to the texts the others become unknown. */
export function keepMost(texts: Counts[], vocabulary: Vocabulary, most: number): Vocabulary {
  if (vocabulary.size <= most) return vocabulary
  const frequencies = frequenciesOf(texts, vocabulary.size)
  const least = Float32Array.from(frequencies).sort()[vocabulary.size - most] as number
  const kept = new Vocabulary(most)
  const keys = vocabulary.keys()
  const moved = new Int32Array(vocabulary.size).fill(-1)
  for (let row = 0; row < moved.length; row++) if ((frequencies[row] as number) > least) moved[row] = kept.add(keys[row] as number)
  for (let row = 0; row < moved.length && kept.size < most; row++) if (frequencies[row] === least) moved[row] = kept.add(keys[row] as number)
  for (const [i, text] of texts.entries()) texts[i] = withRows(text, moved)
  return kept
}

function withRows({ rows, blocks, times, unknown }: Counts, moved: Int32Array): Counts {
  const stays = (_: unknown, i: number) => moved[rows[i] as number] !== -1
  const kept = rows.filter(stays)
  return {
    rows: kept.map((row) => moved[row] as number),
    blocks: blocks.filter(stays),
    times: times.filter(stays),
    unknown: unknown + rows.length - kept.length,
  }
}

type Known = Pick<Encoder, 'features' | 'frequencies' | 'textCount'>

const repeated = (times: number) => (times === 1 ? 1 : 1 + Math.log(times))

/** Weighs a text's features (rarer ones more, repeated ones a little more) and brings each block to its length. Features in no known text are left out. */
export function encode({ rows, blocks, times, unknown }: Counts, { features, frequencies, textCount }: Known): Vector {
  const columns = new Int32Array(rows.length)
  const values = new Float32Array(rows.length)
  const kept = new Uint8Array(rows.length)
  const lengths = features.blockWeights.map(() => 0)
  let size = 0
  let all = unknown * (1 + Math.log(1 + textCount))
  let familiar = 0
  for (let i = 0; i < rows.length; i++) {
    const row = rows[i] as number
    const frequency = frequencies[row] as number
    const value = repeated(times[i] as number) * Math.sqrt(1 + Math.log((1 + textCount) / (1 + frequency)))
    all += value * value
    if (frequency === 0) continue
    familiar += value * value
    const block = blocks[i] as number
    lengths[block] = (lengths[block] as number) + value * value
    columns[size] = row
    values[size] = value
    kept[size++] = block
  }
  const scales = lengths.map((length, block) => (length === 0 ? 0 : (features.blockWeights[block] as number) / Math.sqrt(length)))
  for (let i = 0; i < size; i++) values[i] = (values[i] as number) * (scales[kept[i] as number] as number)
  return {
    columns: columns.subarray(0, size),
    values: values.subarray(0, size),
    familiar: all === 0 ? 0 : familiar / all,
    isGuess: lengths[0] === 0,
  }
}

/** Of a long text only so many features are weighed: the heaviest. */
export const MOST_WEIGHED = 300

/** The vector without its lightest features, when it has more than `most`. */
export function heaviest(vector: Vector, most: number): Vector {
  if (vector.values.length <= most) return vector
  const least = vector.values.slice().sort()[vector.values.length - most] as number
  const columns = new Int32Array(vector.columns.length)
  const values = new Float32Array(columns.length)
  let size = 0
  for (let i = 0; i < columns.length; i++) {
    const value = vector.values[i] as number
    if (value < least) continue
    columns[size] = vector.columns[i] as number
    values[size++] = value
  }
  return { ...vector, columns: columns.subarray(0, size), values: values.subarray(0, size) }
}

export function newEncoder(features: Features, expected: number): Encoder {
  return { features, vocabulary: new Vocabulary(expected), frequencies: new Float32Array(0), textCount: 0 }
}
