import { EMPTY, isOfCharacter, OP, type Program } from './program.ts'

/** Places of a pattern as bits: always so many numbers, so that a run keeps them at hand. */
export const WORDS = 3

/** Most places of a pattern: with more, the longest text could take too long. */
export const PLACES_MAX = WORDS * 32

/** Where a pattern can stand between two characters: the places that may take the next one, and whether it has matched. */
export interface Standing {
  places: Int32Array
  matched: boolean
}

/** Within a text: where the pattern can stand after any of eight neighbouring places took a character, and after which places it has matched. */
export interface Tables {
  follow: Int32Array
  accepts: Int32Array
  start: Standing
}

/** The instructions of a program that take a character: its places. */
export const placesOf = ({ inst }: Program): number[] => inst.flatMap((one, pc) => (isOfCharacter(one) ? [pc] : []))

export const has = (places: Int32Array, place: number) => ((places[place >> 5] as number) & (1 << (place & 31))) !== 0

export const add = (places: Int32Array, place: number) => {
  places[place >> 5] = (places[place >> 5] as number) | (1 << (place & 31))
}

/** Where the program can stand from an instruction on, without taking a character. `context` is what holds there. */
export function standingFrom({ inst }: Program, places: number[], from: number, context: number): Standing {
  const standing = { places: new Int32Array(WORDS), matched: false }
  const seen = new Set<number>()
  const left = [from]
  for (let pc = left.pop(); pc !== undefined; pc = left.pop()) {
    const instruction = inst[pc]
    if (seen.has(pc) || !instruction || instruction.op === OP.fail) continue
    seen.add(pc)
    const { op, out, arg } = instruction
    if (isOfCharacter(instruction)) add(standing.places, places.indexOf(pc))
    else if (op === OP.match) standing.matched = true
    else if (op === OP.either || op === OP.eitherOrMatch) left.push(out, arg)
    else if (op !== OP.empty || (arg & ~context) === 0) left.push(out)
  }
  return standing
}

/** Whether it makes a difference to the program where words begin and end. */
export const mindsWords = ({ inst }: Program) =>
  inst.some(({ op, arg }) => op === OP.empty && (arg & (EMPTY.wordBoundary | EMPTY.noWordBoundary)) !== 0)

export function tablesOf(program: Program, places: number[], context: number): Tables {
  const follow = new Int32Array(Math.ceil(places.length / 8) * 256 * WORDS)
  const accepts = new Int32Array(WORDS)
  places.forEach((pc, place) => {
    const standing = standingFrom(program, places, program.inst[pc]?.out ?? 0, context)
    if (standing.matched) add(accepts, place)
    for (let eight = 1; eight < 256; eight++) {
      if ((eight & (1 << (place & 7))) === 0) continue
      const row = ((place >> 3) * 256 + eight) * WORDS
      for (let j = 0; j < WORDS; j++) follow[row + j] = (follow[row + j] as number) | (standing.places[j] as number)
    }
  })
  return { follow, accepts, start: standingFrom(program, places, program.start, context) }
}
