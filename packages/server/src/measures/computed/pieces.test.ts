import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { cut } from './pieces.ts'

const DAY = 86_400_000
const length = ({ from, to, times = 1 }: { from: string; to: string; times?: number }) => times * (Date.parse(to) - Date.parse(from))
const at = (time: number) => new Date(time).toISOString()

describe('a period in pieces', () => {
  test('what the nearest whole days take too much is taken away again', () => {
    expect(cut({ from: '2025-11-28T23:00:00.000Z', to: '2026-11-27T23:00:00.000Z' })).toEqual({
      days: { from: '2025-11-29T00:00:00.000Z', to: '2026-11-28T00:00:00.000Z' },
      months: { from: '2025-12-01T00:00:00.000Z', to: '2026-12-01T00:00:00.000Z' },
      besideMonths: [
        { from: '2025-11-29T00:00:00.000Z', to: '2025-12-01T00:00:00.000Z', times: 1 },
        { from: '2026-11-28T00:00:00.000Z', to: '2026-12-01T00:00:00.000Z', times: -1 },
      ],
      ends: [
        { from: '2025-11-28T23:00:00.000Z', to: '2025-11-29T00:00:00.000Z', times: 1 },
        { from: '2026-11-27T23:00:00.000Z', to: '2026-11-28T00:00:00.000Z', times: -1 },
      ],
    })
  })

  test('one too short for a day is counted as it is, and one too short for a month has days alone', () => {
    const noon = { from: '2026-03-01T11:00:00.000Z', to: '2026-03-01T12:00:00.000Z' }
    expect(cut(noon)).toEqual({ days: null, months: null, besideMonths: [], ends: [{ ...noon, times: 1 }] })
    const week = { from: '2026-03-02T00:00:00.000Z', to: '2026-03-09T00:00:00.000Z' }
    expect(cut(week)).toEqual({ days: week, months: null, besideMonths: [{ ...week, times: 1 }], ends: [] })
  })

  test('the pieces last as long as the period, on whole days and months, and little is counted', () => {
    const moment = fc.integer({ min: Date.UTC(2024, 0), max: Date.UTC(2027, 0) })
    fc.assert(
      fc.property(moment, fc.integer({ min: 1, max: 900 * DAY }), (from, lasts) => {
        const period = { from: at(from), to: at(from + lasts) }
        const { days, months, besideMonths, ends } = cut(period)
        const total = (pieces: { from: string; to: string; times?: number }[]) => pieces.reduce((sum, piece) => sum + length(piece), 0)
        expect(total([...(days ? [days] : []), ...ends])).toBe(lasts)
        expect(total([...(months ? [months] : []), ...besideMonths])).toBe(days ? length(days) : 0)
        for (const whole of [...(days ? [days] : []), ...besideMonths]) expect(whole.from + whole.to).toMatch(/T00:00:00.000Z.*T00:00:00.000Z$/)
        if (months) expect(months.from + months.to).toMatch(/-01T.*-01T/)
        if (days) for (const end of ends) expect(Math.abs(length(end))).toBeLessThanOrEqual(DAY / 2)
        if (months) for (const beside of besideMonths) expect(Math.abs(length(beside))).toBeLessThanOrEqual(16 * DAY)
      }),
    )
  })
})
