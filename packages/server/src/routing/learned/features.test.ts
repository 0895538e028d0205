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
])('%s and %s are alike as numbers, also beside and near another word', (one, other) => {
  expect(shared(one, other)).toBe(1)
  expect(shared(`om ${one}`, `om ${other}`)).toBe(shared(`om ${one}`, 'om iets') + 3)
})

test('an article is no number', () => {
  expect(shared('een', '7')).toBe(0)
  expect(shared('ein', '7')).toBe(0)
})

test('capitals and accents make no difference to a word, whichever way it is folded', () => {
  expect(ngrams.read('PARKEERKAART').keys).toEqual(ngrams.read('párkeerkaart').keys)
})

test('a doubled letter makes no difference to the pieces of a word', () => {
  const [pieces, others] = ['vullen', 'vulen'].map((word) => {
    const { keys, blocks } = ngrams.read(word)
    return keys.filter((_, i) => blocks[i] === 1)
  })
  expect(pieces).toEqual(others)
})

test('words that begin alike make the same pairs, and a word says whether it stands at an end', () => {
  const pairsOf = (text: string) => {
    const { keys, blocks } = ngrams.read(text)
    return new Set(keys.filter((_, i) => blocks[i] === 2))
  }
  expect(pairsOf('lampen branden')).toEqual(pairsOf('branding lampenkap'))
  expect(shared('licht een twee drie vier', 'licht')).toBeGreaterThan(shared('een twee licht drie vier', 'licht'))
})
