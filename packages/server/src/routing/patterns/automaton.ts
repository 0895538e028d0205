import { MESSAGE_MAX } from '@klankbord/shared/widget'
import { EMPTY, type Instruction, type Program } from './program.ts'
import { type Sorts, sortsOf } from './sorts.ts'
import { has, mindsWords, placesOf, type Standing, standingFrom, type Tables, tablesOf, WORDS } from './tables.ts'

/** Most characters of a text that are looked at: as many as a message has. Folding can make more of them. */
const MOST = MESSAGE_MAX

/**
 * Runs a program on all its places at once, each a bit: every character costs the same few steps, whatever the pattern and whatever came before it.
 * `Tables.follow` has three numbers for each eight neighbouring places and each choice of them.
 */
export class Automaton {
  private readonly places: number[]
  private readonly sorts: Sorts
  private readonly minds: boolean
  /** Where no word begins or ends, and where one does. */
  private readonly within: [Tables, Tables]

  constructor(private readonly program: Program) {
    this.places = placesOf(program)
    this.sorts = sortsOf(this.places.map((pc) => program.inst[pc] as Instruction))
    this.minds = mindsWords(program)
    const calm = tablesOf(program, this.places, EMPTY.noWordBoundary)
    this.within = [calm, this.minds ? tablesOf(program, this.places, EMPTY.wordBoundary) : calm]
  }

  /** Whether it fits anywhere in a text of one line. */
  test(text: string): boolean {
    const { sorts, minds, within } = this
    const end = endOf(text)
    let isWord = minds && isWordCharacter(text.charCodeAt(0))
    const begin = this.standing(this.program.start, atBegin(end === 0, isWord))
    if (begin.matched) return true
    const { places } = begin
    for (let at = 0; at < end; ) {
      const character = text.codePointAt(at) as number
      at += character > 0xffff ? 2 : 1
      take(places, sorts.masks, sorts.sortOf(character) * WORDS)
      const wasWord = isWord
      isWord = minds && at < end && isWordCharacter(text.charCodeAt(at))
      if (at >= end) return this.endsAt(places, wasWord)
      const tables = within[wasWord === isWord ? 0 : 1]
      if (tables.start.matched || meet(places, tables.accepts)) return true
      goOn(places, tables)
    }
    return false
  }

  private endsAt(taken: Int32Array, wasWord: boolean): boolean {
    const context = EMPTY.endText | EMPTY.endLine | (wasWord ? EMPTY.wordBoundary : EMPTY.noWordBoundary)
    if (this.standing(this.program.start, context).matched) return true
    return this.places.some((pc, place) => has(taken, place) && this.standing(this.program.inst[pc]?.out ?? 0, context).matched)
  }

  private standing = (from: number, context: number): Standing => standingFrom(this.program, this.places, from, context)
}

/** Where the text ends, or what is looked at of it. */
function endOf(text: string): number {
  if (text.length <= MOST) return text.length
  let end = 0
  for (let count = 0; count < MOST && end < text.length; count++) end += (text.codePointAt(end) as number) > 0xffff ? 2 : 1
  return end
}

/** Leaves the places that take a character of this sort. */
function take(places: Int32Array, masks: Int32Array, from: number) {
  for (let i = 0; i < WORDS; i++) places[i] = (places[i] as number) & (masks[from + i] as number)
}

const meet = (places: Int32Array, others: Int32Array) =>
  (((places[0] as number) & (others[0] as number)) |
    ((places[1] as number) & (others[1] as number)) |
    ((places[2] as number) & (others[2] as number))) !==
  0

/** From the places that took a character to those that may take the next; a pattern may begin anywhere. Its three numbers by name, since this is where all the time goes. */
function goOn(places: Int32Array, { start, follow }: Tables) {
  let a = start.places[0] as number
  let b = start.places[1] as number
  let c = start.places[2] as number
  for (let word = 0; word < WORDS; word++) {
    let bits = places[word] as number
    for (let row = word * 4 * 256; bits !== 0; row += 256, bits >>>= 8) {
      const from = (row + (bits & 255)) * WORDS
      a |= follow[from] as number
      b |= follow[from + 1] as number
      c |= follow[from + 2] as number
    }
  }
  places[0] = a
  places[1] = b
  places[2] = c
}

const atBegin = (isEnd: boolean, isWord: boolean) =>
  EMPTY.beginText | EMPTY.beginLine | (isEnd ? EMPTY.endText | EMPTY.endLine : 0) | (isWord ? EMPTY.wordBoundary : EMPTY.noWordBoundary)

/** As RE2 has it: a letter or digit of ASCII, or an underscore. */
const isWordCharacter = (code: number) => (code >= 97 && code <= 122) || (code >= 48 && code <= 57) || (code >= 65 && code <= 90) || code === 95
