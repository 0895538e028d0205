import { fold } from './fold.ts'

const INVISIBLE = /\p{Cf}/gu
const MARKS = /\p{M}+/gu
const WORD = /[\p{L}\p{N}]+/gu
/** Scripts that put no space between words: there, two characters side by side are what comes closest to one. */
const UNSPACED = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}]/u
const MAX_CHARACTERS = 5000
const MAX_WORD = 32

/** A text's words for comparing: folded, without accents and without characters that can't be seen. */
export function plainWords(text: string): string[] {
  const plain = fold(text.slice(0, MAX_CHARACTERS).normalize('NFKD').replace(INVISIBLE, '').replace(MARKS, ''))
  return (plain.match(WORD) ?? []).flatMap((word) => (UNSPACED.test(word) ? pairsOf(word) : [word.slice(0, MAX_WORD)]))
}

function pairsOf(word: string): string[] {
  const characters = [...word]
  return characters.length < 2 ? characters : characters.slice(1).map((one, i) => `${characters[i]}${one}`)
}

/** The same word with another ending is the same: `band`, `banden`. */
export const stemOf = (word: string) => word.slice(0, Math.max(4, word.length - 2))
