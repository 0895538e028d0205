import { RE2JSException } from 're2js'
import { Automaton } from './automaton.ts'
import { programOf } from './program.ts'
import { PLACES_MAX, placesOf } from './tables.ts'

/** A pattern that was compiled: whether it fits anywhere in a folded text. */
export interface Pattern {
  test(text: string): boolean
}

const LOOK_AROUND = /\(\?<?[=!]/
const BACK_REFERENCE = /\\(?:[1-9]|k[<{'])/

/**
 * Compiles a pattern in RE2's syntax (no look-around, no back-references), without regard to case, for texts that were folded. It takes time in proportion to the text, whatever
 * the pattern. What it can't take it answers with a sentence for who wrote it.
 */
export function compilePattern(written: string): Pattern | { refused: string } {
  try {
    // The text is composed as well, and has one kind of apostrophe.
    const program = programOf(written.normalize('NFC').replace(/[‘’ʼ]/g, "'"))
    const { length } = placesOf(program)
    return length > PLACES_MAX ? { refused: tooLarge(length) } : new Automaton(program)
  } catch (error) {
    if (error instanceof RE2JSException) return { refused: sentenceFor(written, error.message) }
    throw error
  }
}

const tooLarge = (size: number) =>
  `This pattern has ${size} parts where ${PLACES_MAX} fit. Count to less in {…}, or split it into several conditions under “any”.`

function sentenceFor(written: string, message: string): string {
  if (message.includes('invalid repeat count')) return 'This counts to too much, or backwards. Write {2,20}, or * and + for any number.'
  if (LOOK_AROUND.test(written))
    return 'A pattern can’t look ahead or behind with (?=…), (?!…), (?<=…) or (?<!…). Write what it must contain, and put what it may not contain in a condition of its own under “not”.'
  if (BACK_REFERENCE.test(written)) return 'A pattern can’t refer back to what it matched before. Write out what may stand there, with | in between.'
  const found = /: (.*)$/.exec(message)?.[1] ?? message
  return `This is not a pattern: ${found.replace(/`\(\?s\)\(\?i\)/, '`')}. To look for a sign such as ( or ? itself, write \\ before it.`
}
