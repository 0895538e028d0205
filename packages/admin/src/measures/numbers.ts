/**
 * A number as somebody types it: with a decimal comma or a point, with points or spaces between thousands, with a percent sign or not. Null when it is none.
 * `1.234` is a thousand and more only where a comma follows; typed alone it is a number with decimals.
 */
export function typedNumber(text: string): number | null {
  const bare = text
    .trim()
    .replace(/^\u2212/, '-')
    .replace(/^€\s*/, '')
    .replace(/\s*%$/, '')
    .replaceAll(/[\s\u00a0']/g, '')
  const plain = bare.includes(',') ? bare.replaceAll('.', '').replace(',', '.') : bare
  if (!/^[-+]?(\d+\.?\d*|\.\d+)$/.test(plain)) return null
  const value = Number(plain)
  return Number.isFinite(value) ? value : null
}

/** The units that the app offers; any other text is one as well. */
export const UNITS = ['count', '%', 'days', 'score', '€'] as const
export type Unit = (typeof UNITS)[number]

export const isUnit = (unit: string): unit is Unit => (UNITS as readonly string[]).includes(unit)

interface UnitTexts {
  days: (count: string, one: boolean) => string
}

const money = (code: string, value: number) =>
  new Intl.NumberFormat(code, { style: 'currency', currency: 'EUR', minimumFractionDigits: Number.isInteger(value) ? 0 : 2 }).format(value)

/** A value with its unit, as it is read in a sentence. */
export function withUnit(value: number, unit: string, code: string, texts: UnitTexts): string {
  const digits = Math.abs(value) >= 100 ? 0 : Math.abs(value) >= 10 ? 1 : 2
  const number = new Intl.NumberFormat(code, { maximumFractionDigits: digits }).format(value)
  if (unit === '%') return `${number}%`
  if (unit === '€') return money(code, value)
  if (unit === 'days') return texts.days(number, value === 1)
  if (unit === 'count' || unit === 'score') return number
  return `${number} ${unit}`
}
