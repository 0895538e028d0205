import type { FeedbackListItem } from '@klankbord/shared/feedback'
import { describe, expect, test } from 'vitest'
import { whole } from '../texts/whole.ts'
import { itemsIn, withPage } from './items.ts'
import { actNames, acts, keyGroups } from './keys.ts'
import { piecesOf } from './marked-words.tsx'
import { stretch } from './selection.ts'
import { movedTo } from './window.ts'

const { en } = whole

const named = (...ids: string[]) => ids.map((id) => ({ id })) as FeedbackListItem[]
const page = (next: string | null, ...ids: string[]) => ({ items: named(...ids), next })

describe('a long list', () => {
  test('shows an item once, though pages that were read at different moments overlap', () => {
    expect(itemsIn([page('c', 'a', 'b', 'c'), page(null, 'c', 'd')]).map(({ id }) => id)).toEqual(['a', 'b', 'c', 'd'])
  })

  test('takes a page that was read again in its place, with those after it', () => {
    const before = { pages: [page('b', 'a', 'b'), page(null, 'c')], pageParams: ['', 'b'] }
    const after = withPage(before, 0, page('b', 'new', 'a', 'b'))
    expect(itemsIn(after.pages).map(({ id }) => id)).toEqual(['new', 'a', 'b', 'c'])
  })

  test('reads anew what comes after a page in which so much came that it no longer meets the next', () => {
    const before = { pages: [page('b', 'a', 'b'), page(null, 'c')], pageParams: ['', 'b'] }
    const after = withPage(before, 0, page('z', 'x', 'y', 'z'))
    expect(after).toEqual({ pages: [page('z', 'x', 'y', 'z')], pageParams: [''] })
  })

  test('keeps what is read in its place when items come in above it, and tells how many', () => {
    const anchor = { id: 'c', by: 20, index: 2 }
    expect(movedTo(named('a', 'b', 'c'), named('y', 'z', 'a', 'b', 'c'), anchor)).toEqual({ place: 4, fresh: 2 })
  })

  test('stays with the next item when the one that is read has left the list', () => {
    const anchor = { id: 'b', by: 0, index: 1 }
    expect(movedTo(named('a', 'b', 'c'), named('a', 'c'), anchor)).toEqual({ place: 1, fresh: 0 })
    expect(movedTo(named('a', 'b'), named('y'), anchor)).toBeUndefined()
  })

  test('is chosen from one item to another, whichever comes first', () => {
    expect(stretch(named('a', 'b', 'c', 'd'), 'c', 'a')).toEqual(['a', 'b', 'c'])
    expect(stretch(named('a', 'b', 'c', 'd'), 'b', 'd')).toEqual(['b', 'c', 'd'])
    expect(stretch(named('a', 'b'), 'gone', 'b')).toEqual(['b'])
    expect(stretch(named('a', 'b'), 'a', 'gone')).toEqual([])
  })
})

describe('words that were searched for', () => {
  const marked = (text: string, marks: [number, number][]) =>
    piecesOf(text, marks)
      .map(({ text, hit }) => (hit ? `[${text}]` : text))
      .join('')

  test('are marked where they stand', () => {
    expect(
      marked('De fiets was te laat', [
        [3, 8],
        [16, 20],
      ]),
    ).toBe('De [fiets] was te [laat]')
  })

  test('come into sight when they stand far into a long text', () => {
    const text = `${'Een lang begin van een verhaal. '.repeat(6)}En toen brak de ketting.`
    const at = text.indexOf('ketting')
    expect(marked(text, [[at, at + 7]])).toMatch(/^… .{0,32}\[ketting\]\.$/)
  })

  test('that no longer fit the text are left out', () => {
    expect(marked('kort', [[2, 40]])).toBe('kort')
  })
})

describe('the keys', () => {
  test('each do one act', () => {
    const all = actNames.flatMap((act) => acts[act].keys as readonly string[])
    expect(new Set(all).size).toBe(all.length)
  })

  test('all have their words, and stand in a part of the list that has its own', () => {
    expect(actNames.filter((act) => !en.keys.acts[act] || !keyGroups.includes(acts[act].group))).toEqual([])
  })
})
