import { describe, expect, test } from 'vitest'
import { weekdayOf } from '../members/local-time.ts'
import { replyBy } from './reply-by.ts'

const weekdays = (timeZone: string, ...free: string[]) => ({ timeZone, isWorkday: (day: string) => weekdayOf(day) < 6 && !free.includes(day) })

describe('the customer hears at the end of a working day', () => {
  test.each([
    ['Monday morning, 1 day: Tuesday', '2026-03-02T08:00:00Z', 1, 'Europe/Amsterdam', '2026-03-03T16:00:00.000Z'],
    ['Monday morning, 5 days: next Monday', '2026-03-02T08:00:00Z', 5, 'Europe/Amsterdam', '2026-03-09T16:00:00.000Z'],
    ['Friday, 1 day: Monday', '2026-03-06T08:00:00Z', 1, 'Europe/Amsterdam', '2026-03-09T16:00:00.000Z'],
    ['Saturday, 1 day: Monday', '2026-03-07T08:00:00Z', 1, 'Europe/Amsterdam', '2026-03-09T16:00:00.000Z'],
    ['Sunday, 1 day: Monday', '2026-03-08T08:00:00Z', 1, 'Europe/Amsterdam', '2026-03-09T16:00:00.000Z'],
    ['Sunday, 3 days: Wednesday', '2026-03-08T08:00:00Z', 3, 'Europe/Amsterdam', '2026-03-11T16:00:00.000Z'],
    ['Sunday in UTC that is Monday in Amsterdam', '2026-03-08T23:30:00Z', 1, 'Europe/Amsterdam', '2026-03-10T16:00:00.000Z'],
    ['over the change to summer time', '2026-03-27T09:00:00Z', 1, 'Europe/Amsterdam', '2026-03-30T15:00:00.000Z'],
    ['over the change to winter time', '2026-10-23T09:00:00Z', 1, 'Europe/Amsterdam', '2026-10-26T16:00:00.000Z'],
    ['in the hour that summer time leaves out', '2026-03-29T01:30:00Z', 1, 'Europe/Amsterdam', '2026-03-30T15:00:00.000Z'],
    ['Friday evening in New York is Saturday in UTC', '2026-03-07T02:00:00Z', 1, 'America/New_York', '2026-03-09T21:00:00.000Z'],
    ['Monday in Auckland is still Sunday in UTC', '2026-03-01T20:00:00Z', 1, 'Pacific/Auckland', '2026-03-03T04:00:00.000Z'],
    ['fourteen hours ahead', '2026-03-02T09:00:00Z', 1, 'Pacific/Kiritimati', '2026-03-03T03:00:00.000Z'],
    ['eleven hours behind', '2026-03-02T11:30:00Z', 1, 'Pacific/Pago_Pago', '2026-03-04T04:00:00.000Z'],
    ['a zone of a quarter of an hour', '2026-03-02T09:00:00Z', 2, 'Asia/Kathmandu', '2026-03-04T11:15:00.000Z'],
    ['a year of working days', '2026-03-02T09:00:00Z', 365, 'UTC', '2027-07-26T17:00:00.000Z'],
    ['over the end of the year', '2026-12-31T09:30:15.250Z', 1, 'UTC', '2027-01-01T17:00:00.000Z'],
  ])('%s', (_, now, days, timeZone, expected) => {
    expect(replyBy(new Date(now), days, weekdays(timeZone))).toBe(expected)
  })

  test('a free day counts as little as a Sunday', () => {
    const christmas = weekdays('Europe/Amsterdam', '2026-12-25')
    expect(replyBy(new Date('2026-12-23T09:00:00Z'), 2, christmas)).toBe('2026-12-28T16:00:00.000Z')
  })

  test('a calendar without any working day gives a date all the same', () => {
    const never = { timeZone: 'UTC', isWorkday: () => false }
    expect(replyBy(new Date('2026-12-23T09:00:00Z'), 2, never) > '2027').toBe(true)
  })
})
