import { describe, expect, test } from 'vitest'
import { csvOf } from './csv.ts'
import { typedNumber, withUnit } from './numbers.ts'
import { dayOf, firstDay, periodLabel, waiting } from './periods.ts'
import { plotOf } from './plot.ts'

describe('a number that somebody types', () => {
  test.each([
    ['62,5', 62.5],
    ['62.5', 62.5],
    ['1.234,5', 1234.5],
    ['1 234', 1234],
    ['12%', 12],
    ['€ 3,20', 3.2],
    ['-4', -4],
    ['\u22124', -4],
    ['0', 0],
  ])('%s is %d', (text, value) => {
    expect(typedNumber(text)).toBe(value)
  })

  test.each(['', 'veel', '1,2,3', '1e5', '=1+1', '--1'])('%s is none', (text) => {
    expect(typedNumber(text)).toBeNull()
  })
})

describe('a value with its unit', () => {
  const texts = { days: (count: string, one: boolean) => (one ? `${count} dag` : `${count} dagen`) }
  test.each([
    [62.456, '%', '62,5%'],
    [1, 'days', '1 dag'],
    [2.5, 'days', '2,5 dagen'],
    [1234, 'count', '1.234'],
    [12.5, '€', '€ 12,50'],
    [7, 'minuten', '7 minuten'],
  ])('%d in %s reads %s', (value, unit, words) => {
    expect(withUnit(value, unit, 'nl', texts).replaceAll('\u00a0', ' ')).toBe(words)
  })
})

describe('the period of a value', () => {
  test('what was given as a day stays that day everywhere; a moment is on the organisation’s calendar', () => {
    expect(dayOf('2026-03-01T00:00:00.000Z', 'America/New_York')).toBe('2026-03-01')
    expect(dayOf('2026-02-28T23:00:00.000Z', 'Europe/Amsterdam')).toBe('2026-03-01')
  })

  test('it is named as people name it', () => {
    expect(firstDay('2026-04-03', 'week')).toBe('2026-03-30')
    expect(periodLabel('2026-03-30', 'week', 'nl', 'week')).toBe('week 14, 2026')
    expect(periodLabel('2024-12-30', 'week', 'nl', 'week')).toBe('week 1, 2025')
    expect(periodLabel('2026-04-01', 'month', 'nl', 'week')).toBe('apr 2026')
    expect(periodLabel('2026-04-01', 'quarter', 'nl', 'week')).toBe('Q2 2026')
    expect(periodLabel('2026-04-03', 'day', 'en', 'week')).toBe('3 Apr 2026')
  })

  test('the one after the last value waits, and none that has still to come', () => {
    expect(waiting(null, '2026-11-26', 'month')).toBe('2026-11-01')
    expect(waiting('2026-09-01', '2026-11-26', 'month')).toBe('2026-10-01')
    expect(waiting('2026-11-01', '2026-11-26', 'month')).toBe('2026-11-01')
    expect(waiting('2026-07-01', '2026-11-26', 'quarter')).toBe('2026-10-01')
  })
})

describe('a measure as a line', () => {
  const frame = { width: 100, height: 50, pad: { top: 0, right: 0, bottom: 0, left: 0 } }
  const points = [
    { at: '2026-01-01', value: 10 },
    { at: '2026-01-03', value: 20 },
  ]

  test('time runs from left to right and values from bottom to top, with baseline and target in view', () => {
    const plot = plotOf({ points, baseline: 0, target: 40 }, frame)
    expect(plot).toMatchObject({
      dots: [
        { x: 0, y: 37.5 },
        { x: 100, y: 25 },
      ],
      baseline: 50,
      target: 0,
      line: 'M0,37.5L100,25',
    })
  })

  test('one point stands in the middle', () => {
    expect(plotOf({ points: points.slice(0, 1), baseline: null, target: null }, frame).dots).toEqual([{ x: 50, y: 25 }])
  })

  test('outcomes are marked where they fell, not outside of what is shown', () => {
    const marks = ['2025-12-31', '2026-01-02', '2026-01-04'].map((at) => ({ at, title: at }))
    expect(plotOf({ points, baseline: null, target: null, marks }, frame).marks).toEqual([{ x: 50, title: '2026-01-02' }])
  })
})

describe('a file to take along', () => {
  test('what a spreadsheet would run is written as words, and a number stays one', () => {
    expect(
      csvOf([
        ['naam', '=cmd|calc'],
        ['@SUM(1)', -3],
        ['+31', null],
        ['a "b", c', '-x'],
      ]),
    ).toBe('naam,\'=cmd|calc\r\n\'@SUM(1),-3\r\n\'+31,\r\n"a ""b"", c",\'-x\r\n')
  })
})
