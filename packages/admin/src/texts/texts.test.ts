import { describe, expect, test } from 'vitest'
import { pickLanguage } from '../language.tsx'
import { whole } from './whole.ts'

const { nl, en } = whole

/** Every text by its path; functions are called with numbers and words alike. */
function textsIn(tree: object, path = ''): [string, string][] {
  return Object.entries(tree).flatMap(([key, value]): [string, string][] => {
    const here = path === '' ? key : `${path}.${key}`
    if (typeof value === 'string') return [[here, value]]
    if (typeof value === 'function') return [[here, String((value as (...all: unknown[]) => unknown)('2', '2', '2'))]]
    return value === null ? [] : textsIn(value as object, here)
  })
}

describe('the texts', () => {
  test('both languages say the same things', () => {
    expect(textsIn(nl).map(([path]) => path)).toEqual(textsIn(en).map(([path]) => path))
  })

  test.each([
    ['nl', nl],
    ['en', en],
  ])('no text in %s is empty, unless the choice is to say nothing', (_, texts) => {
    const silent = textsIn(texts).filter(([, text]) => text.trim() === '')
    expect(silent.map(([path]) => path)).toEqual(['settings.mail.choose.1'])
  })

  test('Dutch addresses a colleague with je, never with u', () => {
    expect(textsIn(nl).filter(([, text]) => /\b(u|uw)\b/i.test(text))).toEqual([])
  })

  test('a refusal never sounds cheerful', () => {
    const refusals = [
      ...textsIn(nl.outcomes.parts.not_doing),
      ...textsIn(en.outcomes.parts.not_doing),
      ...textsIn(nl.problems),
      ...textsIn(en.problems),
    ]
    expect(refusals.filter(([, text]) => /!|great|fijn|leuk|helaas pindakaas/i.test(text))).toEqual([])
  })

  test("what the server says of a field is said in the member's language", () => {
    expect(nl.fieldProblem('Fill this in')).toBe('Vul dit in')
    expect(nl.fieldProblem('Keep it to 200 characters')).toBe('Houd het bij 200 tekens')
    expect(nl.fieldProblem('Something new')).toBe('Something new')
  })

  test("the member's own language comes first, then the browser's, then English", () => {
    expect(pickLanguage(['nl', 'en-GB'])).toBe('nl')
    expect(pickLanguage([null, 'fr-FR', 'nl-BE'])).toBe('nl')
    expect(pickLanguage([null, 'fr'])).toBe('en')
  })
})
