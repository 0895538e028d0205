import { expect, test } from 'vitest'
import { type Decision, mayRoute, wilson } from './may-route.ts'

const history = (right: number, wrong: number): Decision[] => [
  ...Array.from({ length: right }, () => ({ suggested: 'a', confidence: 0.9, goalId: 'a' })),
  ...Array.from({ length: wrong }, () => ({ suggested: 'a', confidence: 0.9, goalId: 'b' })),
]

test.each([
  ['no history', history(0, 0), false],
  ['a few that were right', history(19, 0), false],
  ['enough that were right', history(40, 0), true],
  ['enough, with one wrong', history(40, 1), true],
  ['enough, with too many wrong', history(40, 6), false],
])('a goal with %s starts to be routed to: %o', (_, decisions, expected) => {
  expect(mayRoute(decisions, 'a', false).mayRoute).toBe(expected)
})

test('a goal goes off again when people overturn it lately, however well it went before', () => {
  expect(mayRoute(history(100, 3), 'a', true).mayRoute).toBe(true)
  expect(mayRoute(history(100, 20), 'a', true).mayRoute).toBe(false)
  expect(mayRoute(history(5000, 25), 'a', true).mayRoute).toBe(false)
})

test('what was below the threshold or meant for another goal does not count', () => {
  const unsure = history(40, 0).map((decision) => ({ ...decision, confidence: 0.2 }))
  expect(mayRoute(unsure, 'a', false)).toMatchObject({ mayRoute: false, count: 0 })
  expect(mayRoute(history(40, 0), 'b', false).count).toBe(0)
})

test('the interval of a share is that of Wilson', () => {
  expect(wilson(0, 0)).toEqual({ atLeast: 0, atMost: 1 })
  const { atLeast, atMost } = wilson(8, 10, 1.96)
  expect([atLeast, atMost].map((bound) => Number(bound.toFixed(3)))).toEqual([0.49, 0.943])
})
