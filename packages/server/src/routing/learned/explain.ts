import { plainWords } from '../plain-words.ts'
import { emptyWords } from '../texts/empty-words.ts'
import type { Vector } from './encode.ts'
import type { Reading } from './features.ts'
import type { RoutingModel } from './model.ts'
import { type Network, WIDTH } from './network.ts'
import { product } from './products.ts'

const MOST_WORDS = 5

/** For each of these goals the text's own words that spoke for it, strongest first. What a feature says for a goal goes, in equal parts, to the words that it was made of. */
export function wordsFor(model: RoutingModel, goals: readonly number[], reading: Reading, vector: Vector, hidden: Float64Array): string[][] {
  const { vocabulary } = model.encoder
  const { places } = vocabulary
  for (let i = 0; i < vector.columns.length; i++) places[vector.columns[i] as number] = i + 1
  const spoken = spokenFor(model, goals, vector, hidden)
  const said = goals.map(() => new Float64Array(reading.words.length))
  for (let i = 0; i < reading.keys.length; i++) {
    const row = vocabulary.find(reading.keys[i] as number)
    const place = row === -1 ? 0 : (places[row] as number)
    if (place === 0) continue
    const [first, last] = [reading.from[i] as number, reading.to[i] as number]
    for (let k = 0; k < said.length; k++) {
      const part = ((spoken[k] as Float64Array)[place - 1] as number) / (last - first + 1)
      const of = said[k] as Float64Array
      for (let word = first; word <= last; word++) of[word] = (of[word] as number) + part
    }
  }
  for (const column of vector.columns) places[column] = 0
  const isTelling = tellingIn(reading.words)
  return said.map((of) => strongest(reading.words, of, isTelling))
}

/** What each of the text's features says for each of the goals, beside what it says for all goals. */
function spokenFor({ network, leanings }: RoutingModel, goals: readonly number[], { columns, values }: Vector, hidden: Float64Array): Float64Array[] {
  const directions = goals.map((goal) => directionOf(network, hidden, goal))
  const spoken = goals.map(() => new Float64Array(columns.length))
  for (let i = 0; i < columns.length; i++) {
    const column = columns[i] as number
    for (let k = 0; k < goals.length; k++) {
      const says = leanings.preference(column, goals[k] as number) + product(network.inner, column * WIDTH, directions[k] as Float64Array)
      const of = spoken[k] as Float64Array
      of[i] = says * (values[i] as number)
    }
  }
  return spoken
}

/** Where the hidden layer would have to go for the goal to gain. */
function directionOf({ outer }: Network, hidden: Float64Array, goal: number): Float64Array {
  return hidden.map((one, j) => (outer[goal * WIDTH + j] as number) * (1 - one * one))
}

const isWord = (word: string) => /[\p{L}\p{N}\p{Extended_Pictographic}]/u.test(word)

/** An empty word weighs too, and explains nothing to a person. Each is looked at once, for all goals. */
function tellingIn(words: readonly string[]): (at: number) => boolean {
  const known: (boolean | undefined)[] = []
  return (at) => {
    const word = words[at] as string
    known[at] ??= isWord(word) && !emptyWords.has(plainWords(word)[0] ?? '')
    return known[at]
  }
}

function strongest(words: readonly string[], said: Float64Array, isTelling: (at: number) => boolean): string[] {
  const order: number[] = []
  for (let i = 0; i < said.length; i++) if ((said[i] as number) > 0) order.push(i)
  order.sort((a, b) => (said[b] as number) - (said[a] as number))
  const telling = firstOf(order, words, said, isTelling)
  return telling.length > 0 ? telling : firstOf(order, words, said, (at) => isWord(words[at] as string))
}

/** The first few of this sort, and none that spoke less than a tenth of what the first did. */
function firstOf(order: readonly number[], words: readonly string[], said: Float64Array, isShown: (at: number) => boolean): string[] {
  const found = new Set<string>()
  let least = 0
  for (const at of order) {
    const own = said[at] as number
    if (own < least || found.size === MOST_WORDS) break
    if (!isShown(at)) continue
    if (found.size === 0) least = own / 10
    found.add(words[at] as string)
  }
  return [...found]
}
