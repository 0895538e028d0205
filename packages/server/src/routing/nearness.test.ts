import { describe, expect, test } from 'vitest'
import { likeness, MOST_TERMS, Seen, termsOf } from './nearness.ts'

const seen = new Seen()
for (let i = 0; i < 200; i++) seen.add(`De levering van bestelling kwam te laat op ${i} mei`)
const shared = (one: string, other: string) => termsOf(one, seen).filter((term) => termsOf(other, seen).includes(term)).length
const alike = (one: string, other: string) => likeness(one, [other], seen)[0] as number

describe('terms', () => {
  test('are the rarest words of a text, at most twelve, whole numbers of 32 bits', () => {
    const text = Array.from({ length: 40 }, (_, i) => `woord${i}achtig`).join(' ')
    const terms = termsOf(`levering bestelling ${text}`, seen)
    expect(terms).toHaveLength(MOST_TERMS)
    for (const term of terms) expect(term).toBe(term | 0)
    expect(terms).not.toContain(termsOf('levering', seen)[0])
  })

  test('are shared by the same words with another ending, in capitals or with other accents', () => {
    expect(shared('kapotte bakfietsen', 'BAKFIETS kapot')).toBeGreaterThanOrEqual(1)
    expect(shared('één café', 'een cafe')).toBe(1)
    expect(shared('输胎漏气了', '我的输胎漏气')).toBeGreaterThanOrEqual(3)
    expect(shared('Доставка опоздала', 'опоздала доставка!')).toBe(2)
  })

  test.each(['', '   ', '😀😀', '\u202e\u200b', '!!!'])('of “%s” there are none', (text) => {
    expect(termsOf(text, seen)).toEqual([])
    expect(alike(text, text)).toBe(0)
  })
})

describe('likeness', () => {
  test('is highest for a copy, high for the same in other words, near nothing for something else', () => {
    const one = 'Het slot van de bakfiets klemt sinds de winter'
    expect(alike(one, one)).toBeCloseTo(1)
    expect(alike(one, 'Mijn bakfiets heeft een slot dat klemt')).toBeGreaterThan(0.4)
    expect(alike(one, 'De factuur is dubbel afgeschreven')).toBeLessThan(0.1)
  })

  test('goes by rare words rather than by those that everyone uses', () => {
    const one = 'De levering van de Arroyo'
    expect(alike(one, 'Arroyo met bluetooth')).toBeGreaterThan(alike(one, 'De levering van het zadel') * 0.9)
  })
})
