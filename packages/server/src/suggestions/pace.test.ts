import { expect, test } from 'vitest'
import { createPace } from './pace.ts'

/** Asks once for each stretch of so many milliseconds, of which a share was busy. */
function asked(...stretches: [milliseconds: number, busy: number][]): boolean[] {
  const hands = { active: 0, idle: 0 }
  const isOurTurn = createPace(() => ({ ...hands }))
  return stretches.map(([milliseconds, busy]) => {
    hands.active += milliseconds * busy
    hands.idle += milliseconds * (1 - busy)
    return isOurTurn()
  })
}

test('suggestions wait while the process has its hands full, and come once it has not', () => {
  expect(asked([400, 0.1], [400, 0.95], [400, 0.8], [400, 0.3])).toEqual([true, false, false, true])
})

test('however busy it stays, something is done every five seconds', () => {
  expect(asked([2000, 1], [2000, 1], [2000, 1], [2000, 1], [2000, 1])).toEqual([false, false, false, true, false])
})
