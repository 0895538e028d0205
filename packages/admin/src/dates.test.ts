import { describe, expect, test } from 'vitest'
import { datesOf } from './dates.ts'
import { whole } from './texts/whole.ts'

const { nl, en } = whole

const at = (iso: string) => () => new Date(iso)
const dutch = (now: string) => datesOf('nl', 'Europe/Amsterdam', nl.dates, at(now))

describe('dates in words', () => {
  test('a promised day is said as one says it, with the year only when it is another', () => {
    expect(dutch('2026-11-24T12:00:00Z').day('2026-12-04T16:00:00.000Z')).toBe('vrijdag 4 december')
    expect(dutch('2026-11-24T12:00:00Z').day('2027-01-04T16:00:00.000Z')).toBe('4 januari 2027')
    expect(datesOf('en', 'Europe/Amsterdam', en.dates, at('2026-11-24T12:00:00Z')).day('2026-12-04T16:00:00.000Z')).toBe('Friday 4 December')
  })

  test.each([
    ['2026-11-24T22:59:00Z', 'vandaag'],
    ['2026-11-24T23:01:00Z', 'morgen'],
    ['2026-11-23T22:00:00Z', 'gisteren'],
    ['2026-11-27T09:00:00Z', 'over 3 dagen'],
    ['2026-11-20T09:00:00Z', '4 dagen geleden'],
  ])("%s is %s on the organisation's own calendar, not on that of UTC", (iso, words) => {
    expect(dutch('2026-11-24T12:00:00Z').relative(iso)).toBe(words)
  })

  test('the night the clock goes back still counts as one day', () => {
    expect(dutch('2026-10-24T12:00:00Z').relative('2026-10-26T12:00:00Z')).toBe('over 2 dagen')
  })

  test('a list says the time today and the day before that', () => {
    expect(dutch('2026-11-24T12:00:00Z').brief('2026-11-24T08:05:00Z')).toBe('09:05')
    expect(dutch('2026-11-24T12:00:00Z').brief('2026-11-23T08:05:00Z')).toBe('23 nov')
  })
})
