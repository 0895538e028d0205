import { describe, expect, test } from 'vitest'
import { readDate } from './read-date.ts'
import { type Decimal, guessDecimal, readNumber } from './read-number.ts'

const ZONE = 'Europe/Amsterdam'

describe('a date in a cell', () => {
  test.each([
    ['3-4-2026', '2026-04-03'],
    ['03/04/2026', '2026-04-03'],
    ['3.4.26', '2026-04-03'],
    ['31-12-99', '1999-12-31'],
    ['2026-04-03', '2026-04-03'],
    ['2026/4/3', '2026-04-03'],
    ['3 april 2026', '2026-04-03'],
    ['vr 3 apr. 2026', '2026-04-03'],
    ['1 mrt 2026', '2026-03-01'],
    ['12 Mei 2026', '2026-05-12'],
    ['1 oktober 2025', '2025-10-01'],
    ['April 3, 2026', '2026-04-03'],
    ['apr-26', '2026-04-01'],
    ["apr '26", '2026-04-01'],
    ['april 2026', '2026-04-01'],
    ['2026-04', '2026-04-01'],
    ['04/2026', '2026-04-01'],
    ['2026-W14', '2026-03-30'],
    ['week 14 2026', '2026-03-30'],
    ['2026-W01', '2025-12-29'],
    ['2026 wk 53', '2026-12-28'],
    ['2026-Q2', '2026-04-01'],
    ['Q2 2026', '2026-04-01'],
    ['2e kwartaal 2026', '2026-04-01'],
    ['K4-2025', '2025-10-01'],
    ['2025', '2025-01-01'],
    ['3-4-2026 14:30', '2026-04-03T12:30:00.000Z'],
    ['2026-01-03T14:30:00Z', '2026-01-03T14:30:00.000Z'],
    ['2026-01-03T14:30:00+01:00', '2026-01-03T13:30:00.000Z'],
  ])('%s is %s', (cell, day) => {
    expect(readDate(cell, 'dmy', ZONE)).toBe(day)
  })

  test.each([
    '',
    '30-2-2026',
    '13/13/2026',
    '2026-W54',
    '2025-W53',
    '2026-Q5',
    'gisteren',
    '=1+1',
    "=cmd|'/c calc'!A1",
    '1-1-0001',
    '32 april 2026',
    '25:00',
    '3-4-2026 25:00',
    '9'.repeat(500),
  ])('%s is none', (cell) => {
    expect(readDate(cell, 'dmy', ZONE)).toBeNull()
  })

  test('the month comes first where it is said to', () => {
    expect(readDate('4/13/2026', 'mdy', ZONE)).toBe('2026-04-13')
    expect(readDate('4/13/2026', 'dmy', ZONE)).toBeNull()
  })
})

describe('a number in a cell', () => {
  test.each<[string, Decimal, number]>([
    ['62,5', 'comma', 62.5],
    ['1.234,5', 'comma', 1234.5],
    ['1.234', 'comma', 1234],
    ['1.234.567', 'comma', 1_234_567],
    ['1 234,5', 'comma', 1234.5],
    ['€ 1.234,50', 'comma', 1234.5],
    ['-€ 3,20', 'comma', -3.2],
    ['12,5 %', 'comma', 12.5],
    ['\u22123,5', 'comma', -3.5],
    ['0', 'comma', 0],
    ['62.5', 'point', 62.5],
    ['1,234.5', 'point', 1234.5],
    ['1.5e3', 'point', 1500],
  ])('%s with a decimal %s is %d', (cell, decimal, value) => {
    expect(readNumber(cell, decimal)).toBe(value)
  })

  test.each<[string, Decimal]>([
    ['', 'comma'],
    ['veel', 'comma'],
    ['62.5', 'comma'],
    ['62,5', 'point'],
    ['1.23.4', 'comma'],
    ['=1+1', 'comma'],
    ['+A1', 'comma'],
    ['Infinity', 'point'],
    ['1e999', 'point'],
    ['0x10', 'point'],
    ['1'.repeat(400), 'comma'],
  ])('%s with a decimal %s is none', (cell, decimal) => {
    expect(readNumber(cell, decimal)).toBeNull()
  })

  test('one number without doubt decides for the others', () => {
    expect(guessDecimal(['1.234', '62,5'], 'point')).toBe('comma')
    expect(guessDecimal(['1.234', '62.5'], 'comma')).toBe('point')
    expect(guessDecimal(['0.125', '0.250'], 'comma')).toBe('point')
    expect(guessDecimal(['1.234', '5'], 'comma')).toBe('comma')
  })
})
