import { describe, expect, test } from 'vitest'
import { readCsv } from './csv.ts'

const columns = ['at', 'value']
const points = [
  { at: '2026-03-01', value: 3.5 },
  { at: '2026-03-02T12:00:00Z', value: -4 },
]

describe('rows of numbers are read', () => {
  test.each([
    ['without a header', '2026-03-01,3.5\n2026-03-02T12:00:00Z,-4'],
    ['with a header', 'at,value\n2026-03-01,3.5\n2026-03-02T12:00:00Z,-4\n'],
    ['with columns in another order and among others', 'Value,Note,AT\r\n3.5,"a, b",2026-03-01\r\n-4,,2026-03-02T12:00:00Z\r\n'],
    ['with semicolons and decimal commas', '\uFEFFat;value\n2026-03-01;3,5\n2026-03-02T12:00:00Z;-4'],
    ['as pasted from a spreadsheet', 'at\tvalue\n2026-03-01\t3,5\n\n2026-03-02T12:00:00Z\t-4'],
    ['in quotes', '"at","value"\n"2026-03-01", "3.5"\n"2026-03-02T12:00:00Z","-4"'],
  ])('%s', (_, text) => {
    expect(readCsv(text, columns)).toEqual(points)
  })
})

test('a decimal comma between commas is refused, not cut in two', () => {
  expect(() => readCsv('2026-03-01,3,5', columns)).toThrow(
    expect.objectContaining({ code: 'bad-input', fields: [expect.objectContaining({ path: 'line 1' })] }),
  )
})

test('what is no number stays text, for the contract to refuse', () => {
  expect(readCsv('2026-03-01,"1,234"\n2026-03-02,', columns)).toEqual([
    { at: '2026-03-01', value: '1,234' },
    { at: '2026-03-02', value: '' },
  ])
  expect(readCsv('', columns)).toEqual([])
})

test('a line of nothing but quotes and separators takes no time', () => {
  const start = performance.now()
  for (const line of ['"'.repeat(50_000), ',"'.repeat(50_000), '",'.repeat(50_000), ' '.repeat(50_000)]) {
    try {
      readCsv(`x,y\n${line}`, columns)
    } catch {
      // Refused or read: it is the time that counts.
    }
  }
  expect(performance.now() - start).toBeLessThan(500)
})
