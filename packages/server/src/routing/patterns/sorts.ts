import { type Instruction, OP, rangesOf } from './program.ts'
import { add, WORDS } from './tables.ts'

/** Characters sorted by which places take them: all of one sort are the same to the pattern. */
export interface Sorts {
  sortOf(character: number): number
  /** For each sort the places that take it, as bits, `WORDS` numbers each. */
  masks: Int32Array
}

const LATIN = 256
const NEW_LINE = 10

export function sortsOf(places: Instruction[]): Sorts {
  const borders = Uint32Array.from(new Set(places.flatMap(bordersOf).filter((border) => border > 0))).sort()
  const rows: Int32Array[] = []
  const known = new Map<string, number>()
  const ofRange = Uint16Array.from([0, ...borders], (first) => {
    const row = maskOf(places, first)
    const key = row.join()
    const sort = known.get(key) ?? rows.push(row) - 1
    known.set(key, sort)
    return sort
  })
  const search = (character: number) => ofRange[rangeOf(borders, character)] as number
  const latin = Uint16Array.from({ length: LATIN }, (_, character) => search(character))
  return {
    sortOf: (character) => (character < LATIN ? (latin[character] as number) : search(character)),
    masks: Int32Array.from(rows.flatMap((row) => [...row])),
  }
}

const bordersOf = (place: Instruction) =>
  place.op === OP.anyButNewLine ? [NEW_LINE, NEW_LINE + 1] : rangesOf(place).flatMap(([first, last]) => [first, last + 1])

function maskOf(places: Instruction[], character: number): Int32Array {
  const mask = new Int32Array(WORDS)
  places.forEach((place, i) => {
    const takes = place.op === OP.any || (place.op === OP.anyButNewLine ? character !== NEW_LINE : place.matchRune(character))
    if (takes) add(mask, i)
  })
  return mask
}

/** How many borders are at or before a character. */
function rangeOf(borders: Uint32Array, character: number): number {
  let [low, high] = [0, borders.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((borders[middle] as number) <= character) low = middle + 1
    else high = middle
  }
  return low
}
