import { expect, test } from 'vitest'
import { addDays, atHour, dayAt, weekdayOf, weekOf } from './local-time.ts'

const AMSTERDAM = 'Europe/Amsterdam'

test.each([
  ['2026-03-28', 8, '2026-03-28T07:00:00.000Z'],
  ['2026-03-29', 0, '2026-03-28T23:00:00.000Z'],
  ['2026-03-29', 8, '2026-03-29T06:00:00.000Z'],
  ['2026-10-25', 0, '2026-10-24T22:00:00.000Z'],
  ['2026-10-25', 8, '2026-10-25T07:00:00.000Z'],
])('on %s at %i the moment is %s, whatever the clock does that night', (day, hour, at) => {
  expect(atHour(day, hour, AMSTERDAM).toISOString()).toBe(at)
})

test('an hour that the clock leaps over still has a moment, on the same day', () => {
  const at = atHour('2026-03-29', 2, AMSTERDAM)
  expect(dayAt(at, AMSTERDAM)).toBe('2026-03-29')
  expect(Math.abs(at.getTime() - Date.parse('2026-03-29T01:00:00.000Z'))).toBeLessThanOrEqual(3_600_000)
})

test('a day begins at midnight where the organisation is', () => {
  expect(dayAt(new Date('2026-03-01T22:59:00Z'), AMSTERDAM)).toBe('2026-03-01')
  expect(dayAt(new Date('2026-03-01T23:00:00Z'), AMSTERDAM)).toBe('2026-03-02')
  expect(addDays('2026-02-28', 1)).toBe('2026-03-01')
})

test.each([
  ['2026-01-01', 4, '2026-W01'],
  ['2026-11-26', 4, '2026-W48'],
  ['2026-12-31', 4, '2026-W53'],
  ['2027-01-03', 7, '2026-W53'],
  ['2027-01-04', 1, '2027-W01'],
  ['2024-12-30', 1, '2025-W01'],
])('%s is weekday %i of week %s', (day, weekday, week) => {
  expect([weekdayOf(day), weekOf(day)]).toEqual([weekday, week])
})
