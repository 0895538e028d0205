import { RE2JS } from 're2js'

/** One step of a compiled pattern: what `op` does, and where it goes on (`out`, and `arg` for the other branch). */
export interface Instruction {
  op: number
  out: number
  arg: number
  /** Pairs of first and last character, or one character. */
  runes: ArrayLike<number>
  matchRune(character: number): boolean
}

export interface Program {
  inst: Instruction[]
  start: number
}

/** The operations as re2js numbers them. */
export const OP = { either: 1, eitherOrMatch: 2, capture: 3, empty: 4, fail: 5, match: 6, nothing: 7, any: 10, anyButNewLine: 11 }

/** What can hold between two characters, as re2js numbers it. */
export const EMPTY = { beginLine: 1, endLine: 2, beginText: 4, endText: 8, wordBoundary: 16, noWordBoundary: 32 }

const FOLD_CASE = 1

export const isOfCharacter = ({ op }: Instruction) => op > OP.nothing && op <= OP.anyButNewLine

/**
 * The program of a pattern in the syntax of RE2, without regard to case. Throws what re2js throws where it is none.
 * re2js parses and compiles; its matchers build a state for each new situation, which hostile patterns make too many of, so a program is run by `automaton.ts`.
 */
export const programOf = (pattern: string): Program => RE2JS.compile(pattern, RE2JS.CASE_INSENSITIVE | RE2JS.DOTALL).re2Input.prog as Program

/** The ranges of characters that an instruction takes, as pairs of first and last. */
export function rangesOf({ op, arg, runes }: Instruction): [number, number][] {
  if (op === OP.any || op === OP.anyButNewLine) return []
  const [only] = Array.from(runes)
  if (runes.length === 1 && only !== undefined) return (arg & FOLD_CASE) === 0 ? [[only, only]] : formsOf(only)
  return pairsOf(runes)
}

const pairsOf = (runes: ArrayLike<number>) =>
  Array.from({ length: runes.length >> 1 }, (_, i): [number, number] => [Number(runes[2 * i]), Number(runes[2 * i + 1])])

/** A character in all its cases: re2js writes them out in a class, which with a second character stays a class. */
function formsOf(character: number): [number, number][] {
  const { inst } = programOf(`[\\x{${character.toString(16)}}\\x{10FFFF}]`)
  return inst.filter(isOfCharacter).flatMap(({ runes }) => pairsOf(runes))
}
