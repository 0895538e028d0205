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

/**
 * A word without the endings that Dutch, English, German and French share, so that it is the same with another one: `band` and `banden`, `kapot` and `kapotte`. Rough, since it
 * only brings together what is compared further.
 */
export function stemOf(word: string): string {
  const bare = word.replace(/(?<=.{4})(en|er|em|es)$|(?<=.{3})e$/u, '').replace(/(?<=.{3})s$/u, '')
  return bare.length > 3 && bare.at(-1) === bare.at(-2) ? bare.slice(0, -1) : bare
}
