import { fold } from '../fold.ts'
import { numberWords } from '../texts/number-words.ts'

/** What a reader of texts found in one of them: parallel lists, one place for each feature that occurs (the same feature may occur again). */
export interface Reading {
  /** The text's own words, as they were written, in their order. */
  words: string[]
  /** What the feature is, as a 32-bit number that isn't 0. */
  keys: number[]
  /** The block that it belongs to. Each block of a text is brought to the same length, so that many n-grams of one sort don't drown another. */
  blocks: number[]
  /** The first and the last of `words` that the feature was made of. */
  from: number[]
  to: number[]
}

/** The seam for another way of seeing a text (such as a sentence embedding: one key for each direction): all that the engine asks of one. */
export interface Features {
  /** Part of a packed model; a model that was made with other features is not read. */
  name: string
  /** How much each block counts. */
  blockWeights: readonly number[]
  read(text: string): Reading
}

/** More of a text than this says nothing new about where it belongs, and costs time. */
const MAX_WORDS = 400
const MAX_WORD_LENGTH = 32

const WORD = /[\p{L}\p{N}][\p{L}\p{N}\p{M}_]*|\p{Extended_Pictographic}|[?!€$£%]/gu
const INVISIBLE = /\p{Cf}/gu
const ACCENT = /[\u0300-\u036f]/g
/** Marks heaped on one letter. */
const MARKS = /(\p{M})\p{M}{3,}/gu

/** Most words have nothing but a capital to fold. */
const PLAIN = /^[\w$%?!]*$/
const bare = (word: string) => (PLAIN.test(word) ? word.toLowerCase() : fold(word.normalize('NFKD').replace(ACCENT, '')))
const foldWord = (word: string) => bare(word).slice(0, MAX_WORD_LENGTH)

const WORDS = 0
const PIECES = 1
const PAIRS = 2

/** How far apart two words may stand to be a pair. */
const REACH = 11
/** Words that begin alike are often forms of one word. */
const STEM = 4
const STEM_SEED = 0x2545f491
/** So many words from either end a word says where it stands, too: what is asked for often stands first or last. */
const EDGE = 2
const FROM_START = 0x1b873593
const FROM_END = 0x38b34ae5
const SHORTEST_PIECE = 3
const LONGEST_PIECE = 5
/** From here on are the scripts of which two characters are often a word. */
const DENSE = 0x2e80
const SEPARATOR = 0x1f
const WORD_SEED = 0x811c9dc5
const DIGITS = /^\p{N}+$/u
/** What all numbers are besides themselves; no word is written so. */
const NUMBER = '#'
/** Many forms of a word differ in a doubled letter: "zet" and "zetten", "maak" and "maken". */
const DOUBLED = /(.)\1+/gu

/**
 * Words and their beginnings, numbers as one word besides, words that follow each other, the first and the last two with their place, pairs of beginnings of words
 * that stand near each other in whichever order, and the pieces of three to five characters that words are made of, doubled letters taken as one.
 */
export const ngrams: Features = {
  name: 'ngrams-5',
  blockWeights: [1, 0.8, 0.5],
  read(text) {
    const words = text.replace(INVISIBLE, '').replace(MARKS, '$1').match(WORD)?.slice(0, MAX_WORDS) ?? []
    const reading: Reading = { words, keys: [], blocks: [], from: [], to: [] }
    const folded = words.map(foldWord)
    readWords(reading, folded)
    for (const [i, word] of folded.entries()) readPieces(reading, word.replace(DOUBLED, '$1'), i)
    return reading
  },
}

function add({ keys, blocks, from, to }: Reading, key: number, block: number, first: number, last: number) {
  keys.push(finish(key) || 1)
  blocks.push(block)
  from.push(first)
  to.push(last)
}

function readWords(reading: Reading, folded: string[]) {
  const alike = folded.map((word) => (isNumber(word) ? NUMBER : word))
  const stems = alike.map(stemOf)
  for (const [i, word] of folded.entries()) {
    add(reading, hash(word, WORD_SEED), WORDS, i, i)
    if (alike[i] === NUMBER) add(reading, hash(NUMBER, WORD_SEED), WORDS, i, i)
    add(reading, stemOf(word), WORDS, i, i)
    if (i < EDGE) add(reading, hash(word, FROM_START + i), WORDS, i, i)
    if (folded.length - 1 - i < EDGE) add(reading, hash(word, FROM_END + folded.length - 1 - i), WORDS, i, i)
    if (i + 1 < folded.length) add(reading, following(folded, i), WORDS, i, i + 1)
    if (i + 1 < folded.length && (alike[i] === NUMBER || alike[i + 1] === NUMBER)) add(reading, following(alike, i), WORDS, i, i + 1)
    for (let j = i + 1; j <= i + REACH && j < folded.length; j++) add(reading, pair(stems[i] as number, stems[j] as number), PAIRS, i, j)
  }
}

const stemOf = (word: string) => hash(word.slice(0, STEM), STEM_SEED)

const isNumber = (word: string) => DIGITS.test(word) || numberWords.has(word)

/** A word and the next. */
const following = (words: readonly string[], i: number) => hash(words[i + 1] as string, step(hash(words[i] as string, WORD_SEED), SEPARATOR))

const pair = (one: number, other: number) => Math.imul(Math.min(one, other), 0x9e3779b1) ^ Math.imul(Math.max(one, other) + 1, 0x85ebca77)

function readPieces(reading: Reading, word: string, at: number) {
  const whole = ` ${word} `
  for (let start = 0; start < whole.length; start++) {
    let key = 0x9dc5811c | 0
    const end = Math.min(whole.length, start + LONGEST_PIECE)
    for (let i = start; i < end; i++) {
      const code = whole.charCodeAt(i)
      key = step(key, code)
      if (i - start + 1 >= (code < DENSE ? SHORTEST_PIECE : 2)) add(reading, key, PIECES, at, at)
    }
  }
}

const step = (key: number, code: number) => Math.imul(key ^ code, 0x01000193)

function hash(text: string, seed: number): number {
  let key = seed
  for (let i = 0; i < text.length; i++) key = step(key, text.charCodeAt(i))
  return key
}

/** Spreads the bits (murmur's last steps), since a table takes only the low ones. */
function finish(key: number): number {
  let bits = key ^ (key >>> 16)
  bits = Math.imul(bits, 0x85ebca6b)
  bits ^= bits >>> 13
  bits = Math.imul(bits, 0xc2b2ae35)
  return bits ^ (bits >>> 16)
}
