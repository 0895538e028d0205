import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { linesOf, reachingTop, topOf } from './chains.ts'

const goal = (id: string, teamId: string, parentId: string | null = null) => ({ id, teamId, parentId })
const reached = (...goals: ReturnType<typeof goal>[]) => [...reachingTop(goals, new Set(['top']))].sort()

describe('a goal reaches the top', () => {
  test('through each of its parents, up to a goal of a team at the top', () => {
    expect(reached(goal('a', 'top'), goal('b', 'sales', 'a'), goal('c', 'shop', 'b'), goal('d', 'shop'))).toEqual(['a', 'b', 'c'])
  })

  test('not past a goal that is not there: one that has ended, or that nobody agreed on yet', () => {
    expect(reached(goal('a', 'top'), goal('c', 'shop', 'ended'))).toEqual(['a'])
  })

  test('not by going round in a circle', () => {
    expect(reached(goal('a', 'x', 'b'), goal('b', 'x', 'c'), goal('c', 'x', 'a'), goal('d', 'x', 'a'), goal('e', 'x', 'e'))).toEqual([])
  })

  test('whatever the order in which goals come', () => {
    const parents = fc.array(fc.integer({ min: -1, max: 29 }), { minLength: 1, maxLength: 30 })
    fc.assert(
      fc.property(parents, fc.integer({ min: 0, max: 29 }), (chosen, turn) => {
        const goals = chosen.map((parent, i) => goal(`g${i}`, i % 7 === 0 ? 'top' : 'team', parent < 0 ? null : `g${parent}`))
        const byHand = ({ id, teamId, parentId }: (typeof goals)[number], steps = 0): boolean => {
          if (teamId === 'top') return true
          const parent = goals.find((other) => other.id === parentId)
          return parent !== undefined && parent.id !== id && steps < 40 && byHand(parent, steps + 1)
        }
        const turned = [...goals.slice(turn), ...goals.slice(0, turn)]
        expect(reached(...turned)).toEqual(
          goals
            .filter((one) => byHand(one))
            .map(({ id }) => id)
            .sort(),
        )
      }),
    )
  })
})

describe('the top', () => {
  const place = (id: string, level: string, parentId: string | null) => ({ id, level, parentId })

  test('is the organisation; a department that hangs under nothing is not', () => {
    expect([...topOf([place('a', 'organisation', null), place('b', 'department', null), place('c', 'team', 'a')])]).toEqual(['a'])
  })

  test('is every team without a parent where nobody made the organisation a team', () => {
    expect([...topOf([place('a', 'team', null), place('b', 'department', null), place('c', 'team', 'b')])]).toEqual(['a', 'b'])
  })

  test('stands above all below it, also where teams go round in a circle', () => {
    const lines = linesOf([
      place('a', 'organisation', null),
      place('b', 'department', 'a'),
      place('c', 'team', 'b'),
      place('d', 'team', 'e'),
      place('e', 'team', 'd'),
    ])
    expect(lines.get('c')).toEqual(['c', 'b', 'a'])
    expect(lines.get('d')).toContain('d')
  })
})
