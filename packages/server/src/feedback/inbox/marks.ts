import type { TextQuery } from '../../db/feedback-search.ts'
import { type PlacedWord, placedWords, stemsOf } from '../../db/stems.ts'

/** Most places that are shown in one message. */
const MOST = 200

/** Where in a message stands what a text looks for, by its stem too: UTF-16 offsets, `to` not included, in order and not overlapping. */
export function marksIn(message: string, text: TextQuery | null): [number, number][] {
  if (!text || text.words.length + text.phrases.length === 0) return []
  const words = placedWords(message)
  const isWanted = wantedBy(text)
  const marks: [number, number][] = words.filter(({ word }) => isWanted(word)).map(({ from, to }) => [from, to])
  for (const phrase of text.phrases) marks.push(...placesOf(phrase, words))
  marks.sort((a, b) => a[0] - b[0] || b[1] - a[1])
  const apart: [number, number][] = []
  for (const mark of marks) if (mark[0] >= (apart.at(-1)?.[1] ?? 0)) apart.push(mark)
  return apart.slice(0, MOST)
}

function wantedBy({ words, isOpen }: TextQuery): (word: string) => boolean {
  const forms = new Set(words.flatMap((word) => [word, ...stemsOf(word)]))
  const beginning = isOpen ? words.at(-1) : undefined
  return (word) => forms.has(word) || stemsOf(word).some((stem) => forms.has(stem)) || (beginning !== undefined && word.startsWith(beginning))
}

function placesOf(phrase: readonly string[], words: readonly PlacedWord[]): [number, number][] {
  return words.flatMap(({ from }, i): [number, number][] => {
    const last = words[i + phrase.length - 1]
    return last && phrase.every((word, j) => words[i + j]?.word === word) ? [[from, last.to]] : []
  })
}
