import { plainWords, stemOf } from './plain-words.ts'
import { emptyWords } from './texts/empty-words.ts'

/** Most terms that an item is found by. */
export const MOST_TERMS = 12
/** More of a text says little new about what it is like. */
const MOST_WORDS = 200
const PIECE = 3
/** How much a piece of a word counts beside a word. */
const PIECE_WEIGHT = 0.4

/** In how many texts of an organisation each term was seen, about: terms share places, which makes a rare one seem a little less rare. */
export class Seen {
  private readonly counts = new Uint16Array(1 << 16)
  texts = 0

  add(text: string) {
    this.texts++
    for (const term of new Set(tellingStems(text).map(termOf))) {
      const at = term & 0xffff
      if ((this.counts[at] as number) < 65_535) this.counts[at] = (this.counts[at] as number) + 1
    }
  }

  count = (term: number) => this.counts[term & 0xffff] as number
}

/** The rarest words of a text as numbers of 32 bits: what items that say the same share with it. */
export function termsOf(text: string, seen: Seen): number[] {
  const stems = [...new Set(tellingStems(text))].map((stem, at) => ({ stem, at, term: termOf(stem) }))
  stems.sort((a, b) => seen.count(a.term) - seen.count(b.term) || b.stem.length - a.stem.length || a.at - b.at)
  return [...new Set(stems.slice(0, MOST_TERMS).map(({ term }) => term))]
}

/** The stems of the words that say something; of a text that has none, of all of them. */
function tellingStems(text: string): string[] {
  const words = plainWords(text).slice(0, MOST_WORDS)
  const telling = words.filter((word) => (word.length > 2 || /[^a-z0-9]/.test(word)) && !emptyWords.has(word))
  return (telling.length > 0 ? telling : words).map(stemOf)
}

/** How alike texts are to one, 0 to 1: the cosine of their words and the pieces of them, rarer words more. */
export function likeness(text: string, others: readonly string[], seen: Seen): number[] {
  const one = directionOf(text, seen)
  return others.map((other) => {
    let both = 0
    for (const [key, value] of directionOf(other, seen)) both += value * (one.get(key) ?? 0)
    return Math.min(1, both)
  })
}

function directionOf(text: string, seen: Seen): Map<number, number> {
  const direction = new Map<number, number>()
  for (const stem of tellingStems(text)) {
    const term = termOf(stem)
    const weight = 1 + Math.log((1 + seen.texts) / (1 + Math.min(seen.texts, seen.count(term))))
    direction.set(term, Math.max(direction.get(term) ?? 0, weight))
    for (let i = 0; i + PIECE <= stem.length; i++) {
      const piece = hash(stem.slice(i, i + PIECE), 0x9dc5811c)
      direction.set(piece, Math.max(direction.get(piece) ?? 0, PIECE_WEIGHT * weight))
    }
  }
  const length = Math.hypot(...direction.values())
  for (const [key, value] of direction) direction.set(key, value / length)
  return direction
}

const termOf = (stem: string) => hash(stem, 0x811c9dc5)

/** FNV-1a with murmur's last steps, since a table takes only the low bits. */
function hash(text: string, seed: number): number {
  let bits = seed
  for (let i = 0; i < text.length; i++) bits = Math.imul(bits ^ text.charCodeAt(i), 0x01000193)
  bits = Math.imul(bits ^ (bits >>> 16), 0x85ebca6b)
  bits = Math.imul(bits ^ (bits >>> 13), 0xc2b2ae35)
  return bits ^ (bits >>> 16)
}
