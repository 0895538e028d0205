import { type Flag, type FlagWords, flags } from '@klankbord/shared/suggestions'
import type * as z from 'zod'
import { plainWords } from './plain-words.ts'

export type Words = z.infer<typeof FlagWords>

/** A flag, with the customer's words that raised it. */
export interface Raised {
  flag: Flag
  words: string[]
}

interface Phrase {
  flag: Flag
  words: string[]
  /** The last word may have any ending. */
  open: boolean
}

/** Reads lists of words once, for many texts. */
export function flagReader(lists: Words): (text: string) => Raised[] {
  const phrases = flags.flatMap((flag) => lists[flag].flatMap((written) => phraseOf(flag, written)))
  const byFirst = new Map<string, Phrase[]>()
  for (const phrase of phrases) {
    const key = keyOf(phrase)
    byFirst.set(key, [...(byFirst.get(key) ?? []), phrase])
  }
  return (text) => raise(plainWords(text), byFirst)
}

/** Words of scripts without spaces become pairs, in the list as in the text. */
function phraseOf(flag: Flag, written: string): Phrase[] {
  const words = plainWords(written)
  return words.length === 0 ? [] : [{ flag, words, open: written.trim().endsWith('*') }]
}

/** What a phrase is looked up by: its first word, and the beginning of it where that may end as it likes. */
const keyOf = ({ words, open }: Phrase) => (open && words.length === 1 ? `${words[0]}*` : (words[0] as string))

function raise(words: readonly string[], byFirst: Map<string, Phrase[]>): Raised[] {
  const found = new Map<Flag, Set<string>>()
  for (const [at, word] of words.entries())
    for (const key of keysAt(word))
      for (const { flag, words: wanted, open } of byFirst.get(key) ?? []) {
        const said = words.slice(at, at + wanted.length)
        if (!stands(said, wanted, open)) continue
        found.set(flag, (found.get(flag) ?? new Set()).add(said.join(' ')))
      }
  return flags.flatMap((flag) => (found.has(flag) ? [{ flag, words: [...(found.get(flag) as Set<string>)].slice(0, 5) }] : []))
}

const keysAt = (word: string) => [word, ...Array.from({ length: word.length }, (_, i) => `${word.slice(0, i + 1)}*`)]

function stands(said: readonly string[], wanted: readonly string[], open: boolean): boolean {
  return wanted.every((word, i) => (open && i === wanted.length - 1 ? said[i]?.startsWith(word) : said[i] === word))
}
