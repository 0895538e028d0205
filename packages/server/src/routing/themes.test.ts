import { describe, expect, test } from 'vitest'
import { groupsOf } from './themes.ts'

const items = (...texts: string[]) => texts.map((text, i) => ({ id: `i${i}`, text }))
const topics = ['fietspomp station', 'factuur dubbel', 'bezorging koerier', 'zadel verstellen', 'verlichting achterlicht', 'app inloggen wachtwoord']

/** So many items about topics, with words of their own in them. */
const many = (count: number) =>
  Array.from({ length: count }, (_, i) => ({
    id: `i${i}`,
    text: `${i % 3 === 0 ? 'Hallo' : 'Beste mensen'}, ${topics[i % topics.length]} ${['kapot', 'graag oplossen', 'werkt niet', 'probleem'][i % 4]} ${(i * 7919).toString(36)} ${(i * 104_729).toString(36)}`,
  }))

describe('groups', () => {
  test('hold what is about one thing, named in the words that they share', () => {
    const found = groupsOf(
      items(
        'De fietspomp bij station Noord is kapot',
        'Ik mis een pashokje',
        'Kapotte fietspomp, station Noord',
        'Mijn factuur klopt niet',
        'fietspomp noord doet het niet',
        'Factuur klopt alweer niet',
      ),
    )
    expect(found.map(({ ids }) => [...ids].sort())).toEqual([
      ['i0', 'i2', 'i4'],
      ['i3', 'i5'],
    ])
    expect(found[0]?.name).toContain('fietspomp')
    expect(found[1]?.name).toContain('factuur')
  })

  test('are largest first, and an item is in one at most', () => {
    const found = groupsOf(many(600))
    const sizes = found.map(({ ids }) => ids.length)
    expect(sizes).toEqual([...sizes].sort((a, b) => b - a))
    const all = found.flatMap(({ ids }) => ids)
    expect(new Set(all).size).toBe(all.length)
    expect(all.length).toBeGreaterThan(500)
  })

  test('are the same for the same items', () => {
    expect(groupsOf(many(300))).toEqual(groupsOf(many(300)))
  })

  test('of copies are one, and of what says nothing there are none', () => {
    expect(groupsOf(items('Lekke band', 'lekke BAND!', 'Lekke band'))).toMatchObject([{ ids: ['i0', 'i1', 'i2'] }])
    expect(groupsOf(items('', '!!!', '\u202e\u200b'))).toEqual([])
    expect(groupsOf([])).toEqual([])
  })

  test.each([
    ['what people write', many(2000)],
    [
      'the same words in another order each time',
      Array.from({ length: 2000 }, (_, i) => ({ id: `i${i}`, text: `${topics.join(' ').repeat(3)} ${i} ${i * 31}` })),
    ],
    ['one long word each', Array.from({ length: 2000 }, (_, i) => ({ id: `i${i}`, text: `${'a'.repeat(4000)}${i}` }))],
  ])('of two thousand items, %s, are found within a second or so', (_, pile) => {
    const began = performance.now()
    groupsOf(pile)
    expect(performance.now() - began).toBeLessThan(2500)
  })
})
