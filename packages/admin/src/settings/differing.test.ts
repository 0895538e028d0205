import { describe, expect, test } from 'vitest'
import { differing, isSame } from './differing.ts'

const site = { name: 'Winkel', kinds: ['idea', 'question'], look: { accent: '#000000', radius: 4 }, rating: null }

describe('what differs of a setting', () => {
  test('only what became different is sent', () => {
    expect(differing({ ...site, name: 'Webwinkel' }, site)).toEqual({ name: 'Webwinkel' })
    expect(differing({ ...site, kinds: ['question', 'idea'] }, site)).toEqual({ kinds: ['question', 'idea'] })
    expect(differing({ ...site, rating: 'nps' }, site)).toEqual({ rating: 'nps' })
  })

  test('the order of names is no difference, that of a list is', () => {
    expect(differing({ look: { radius: 4, accent: '#000000' } }, site)).toEqual({})
    expect(isSame({ kinds: ['question', 'idea'] }, site)).toBe(false)
  })

  test('a change that is there already is the same, and nothing is the same as what is gone', () => {
    expect(isSame({ name: 'Winkel', look: { radius: 4, accent: '#000000' } }, site)).toBe(true)
    expect(isSame({ name: 'Winkel' }, undefined)).toBe(false)
  })
})
