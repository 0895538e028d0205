import { describe, expect, test } from 'vitest'
import { markedIn } from './marked.ts'

const shown = (text: string, goal: string[], flag: string[] = []) =>
  markedIn(text, { goal, flag })
    .map(({ text, by }) => (by === null ? text : by === 'flag' ? `!${text}!` : `[${text}]`))
    .join('')

describe('the words that spoke for a goal, in what the customer said', () => {
  test('are marked as whole words, whatever their capitals', () => {
    expect(shown('Remmen piepen, de rem ook. Bremerhaven niet.', ['rem', 'remmen'])).toBe('[Remmen] piepen, de [rem] ook. Bremerhaven niet.')
  })

  test('may be phrases, hold signs, and stand over the end of a line', () => {
    expect(shown('te\nlaat (alweer) c++', ['te laat', 'c++'])).toBe('[te\nlaat] (alweer) [c++]')
    expect(shown('één eend', ['één'])).toBe('[één] eend')
  })

  test('yield to what a person must look at', () => {
    expect(shown('De fiets vloog in brand', ['brand', 'fiets'], ['brand'])).toBe('De [fiets] vloog in !brand!')
  })

  test('change nothing of the text', () => {
    const text = 'Niets gevonden.\n\nDank!'
    expect(shown(text, [])).toBe(text)
    expect(shown(text, ['  '])).toBe(text)
    expect(
      markedIn(text, { goal: ['dank'], flag: ['niets'] })
        .map(({ text }) => text)
        .join(''),
    ).toBe(text)
  })
})
