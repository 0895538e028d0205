import type { Judged, Labelled } from '../src/routing/learned/evaluate.ts'
import { softmax } from '../src/routing/learned/softmax.ts'
import { score, solveSvm } from './routing-svm.ts'

/* What anybody would try first: TF-IDF of words, pairs of words and pieces of words, and a linear support vector machine for each label. */

function featuresOf(text: string): Map<string, number> {
  const found = new Map<string, number>()
  const add = (feature: string) => found.set(feature, (found.get(feature) ?? 0) + 1)
  const words = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []
  for (const [i, word] of words.entries()) {
    add(`w ${word}`)
    if (i > 0) add(`w ${words[i - 1]} ${word}`)
    const whole = ` ${word} `
    for (let size = 2; size <= 5; size++) for (let at = 0; at + size <= whole.length; at++) add(`c ${whole.slice(at, at + size)}`)
  }
  return found
}

const UNTUNED = { cost: 0.5, passes: 8 }

export function judgeByFloor(taught: readonly Labelled[], asked: readonly Labelled[]): Judged[] {
  const labels = [...new Set(taught.map(({ label }) => label))]
  const columns = new Map<string, number>()
  const frequencies: number[] = []
  const read = taught.map(({ text }) => featuresOf(text))
  for (const feature of read.flatMap((found) => [...found.keys()])) {
    const column = columns.get(feature) ?? columns.size
    columns.set(feature, column)
    frequencies[column] = (frequencies[column] ?? 0) + 1
  }
  const encode = (texts: readonly Map<string, number>[]) => stack(texts.map((found) => weigh(found, columns, frequencies, taught.length)))
  const rows = encode(read)
  const classes = Int32Array.from(taught, ({ label }) => labels.indexOf(label))
  const held = { rows, classes, classCount: labels.length, columnCount: columns.size }
  const weights = solveSvm(held, UNTUNED)
  const questions = encode(asked.map(({ text }) => featuresOf(text)))
  return asked.map(({ label }, i) => {
    const scores = new Float64Array(labels.length)
    score(questions, i, weights, scores)
    softmax(scores, 0.25)
    const confidence = Math.max(...scores)
    return { label, first: labels[scores.indexOf(confidence)] as string, confidence }
  })
}

function weigh(found: Map<string, number>, columns: Map<string, number>, frequencies: readonly number[], count: number): [number, number][] {
  const weighed = [...found].flatMap(([feature, times]): [number, number][] => {
    const column = columns.get(feature)
    return column === undefined ? [] : [[column, (1 + Math.log(times)) * (1 + Math.log((1 + count) / (1 + (frequencies[column] as number))))]]
  })
  const length = Math.hypot(...weighed.map(([, value]) => value)) || 1
  return weighed.map(([column, value]) => [column, (value * Math.SQRT2) / length])
}

function stack(vectors: readonly [number, number][][]) {
  const starts = new Int32Array(vectors.length + 1)
  for (const [i, vector] of vectors.entries()) starts[i + 1] = (starts[i] as number) + vector.length
  const flat = vectors.flat()
  return { count: vectors.length, starts, columns: Int32Array.from(flat, ([c]) => c), values: Float32Array.from(flat, ([, v]) => v) }
}
