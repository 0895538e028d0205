import { describe, expect, test } from 'vitest'
import { placedWords, stemsIn, stemsOf } from './stems.ts'

const meets = (one: string, other: string) => [one, ...stemsOf(one)].some((form) => [other, ...stemsOf(other)].includes(form))

describe('stems', () => {
  test.each([
    ['fiets', 'fietsen'],
    ['huis', 'huizen'],
    ['rem', 'remmen'],
    ['klacht', 'klachten'],
    ['bestelling', 'bestellingen'],
    ['brief', 'brieven'],
    ['band', 'banden'],
    ['complaint', 'complaints'],
    ['run', 'running'],
    ['delivery', 'deliveries'],
  ])('%s and %s are found by each other', (one, other) => {
    expect(meets(one, other)).toBe(true)
  })

  test.each([
    ['fiets', 'feest'],
    ['band', 'brand'],
    ['bel', 'beloofd'],
  ])('%s is not found by %s', (one, other) => {
    expect(meets(one, other)).toBe(false)
  })

  test('of a text is kept what its own words do not say', () => {
    expect(stemsIn('De remmen van mijn Fiets, in het Café')).toBe('rem fiet cafe caf')
    expect(stemsIn('')).toBe('')
  })

  test('words are placed where they stand, also behind characters outside the basic plane', () => {
    expect(placedWords('😀 Lekke bànd!')).toEqual([
      { word: 'lekke', from: 3, to: 8 },
      { word: 'band', from: 9, to: 13 },
    ])
  })
})
