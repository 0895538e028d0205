import { expect, test } from 'vitest'
import { ngrams } from './features.ts'

const shared = (one: string, other: string) => {
  const keys = new Set(ngrams.read(other).keys)
  return ngrams.read(one).keys.filter((key) => keys.has(key)).length
}

test.each([
  ['7', '1250'],
  ['zeven', '12'],
  ['vijfentwintig', 'six'],
  ['dreiundzwanzig', 'Acht'],
  ['drieëntwintig', 'quinze'],
])('%s and %s are alike as numbers, also beside another word', (one, other) => {
  expect(shared(one, other)).toBe(1)
  expect(shared(`om ${one}`, `om ${other}`)).toBe(shared(`om ${one}`, 'om iets') + 2)
})

test('an article is no number', () => {
  expect(shared('een', '7')).toBe(0)
  expect(shared('ein', '7')).toBe(0)
})

test('capitals and accents make no difference to a word, whichever way it is folded', () => {
  expect(ngrams.read('PARKEERKAART').keys).toEqual(ngrams.read('párkeerkaart').keys)
})
