import { stemmer as dutch } from '@orama/stemmers/dutch'
import { stemmer as english } from '@orama/stemmers/english'

/* How words are compared in the search of the inbox, on both engines alike: without capitals and accents, and by their stems in Dutch and English. */

const WORD = /[\p{L}\p{N}][\p{L}\p{N}\p{M}]*/gu

/** A word in a text and where it stands: UTF-16 offsets, `to` not included. */
export interface PlacedWord {
  word: string
  from: number
  to: number
}

export const foldWord = (word: string) => word.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()

export const placedWords = (text: string): PlacedWord[] =>
  Array.from(text.matchAll(WORD), ({ 0: word, index }) => ({ word: foldWord(word), from: index, to: index + word.length }))

/** The words of a text, folded, in order. */
export const wordsOf = (text: string): string[] => (text.match(WORD) ?? []).map(foldWord)

/** Endings in Dutch come one behind the other (`fietsen`, `fiets`), and change the letters before them (`huizen`, `huis`; `remmen`, `rem`). */
function stemInDutch(word: string): string {
  let stem = word
  for (let turns = 0; turns < 4; turns++) {
    const next = dutch(stem)
      .replace(/([b-df-hj-np-tv-z])\1$/, '$1')
      .replace(/z$/, 's')
      .replace(/v$/, 'f')
    if (next === stem || next.length < 2) break
    stem = next
  }
  return stem
}

const LONGEST = 40
const MOST_KNOWN = 50_000
const known = new Map<string, readonly string[]>()

/** What a folded word is found by beside itself. */
export function stemsOf(word: string): readonly string[] {
  const before = known.get(word)
  if (before) return before
  const isStemmed = word.length > 2 && word.length <= LONGEST && /^[a-z]+$/.test(word)
  const stems = isStemmed ? [...new Set([stemInDutch(word), english(word)])].filter((stem) => stem !== word && stem.length > 1) : []
  // Nothing is kept for long of words that hardly anybody uses.
  if (known.size >= MOST_KNOWN) known.clear()
  known.set(word, stems)
  return stems
}

/** What a text is found by beside its own words, as the database keeps it: their stems, and the words without their accents. */
export function stemsIn(text: string): string {
  const found = new Set<string>()
  for (const word of text.match(WORD) ?? []) {
    const low = word.toLowerCase()
    const folded = /^[a-z0-9]*$/.test(low) ? low : foldWord(word)
    if (folded !== low) found.add(folded)
    for (const stem of stemsOf(folded)) found.add(stem)
  }
  return [...found].join(' ')
}
