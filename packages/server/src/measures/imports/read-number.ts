export type Decimal = 'comma' | 'point'

const NUMBERS: Record<Decimal, RegExp> = {
  comma: /^[-+]?(\d+|\d{1,3}([. ]\d{3})+)(,\d+)?$/,
  point: /^[-+]?(\d+|\d{1,3}([, ]\d{3})+)(\.\d+)?(e[-+]?\d{1,2})?$/i,
}

/** What stands around a number without being part of it: a currency, a percent sign, odd spaces, a long minus. */
const bare = (cell: string) =>
  cell
    .replaceAll(/[\u00a0\u202f\u2009']/g, ' ')
    .replace(/^\u2212/, '-')
    .replace(/^(?:€|\$|£|EUR)\s*/i, '')
    .replace(/^([-+])\s*(?:€|\$|£)\s*/, '$1')
    .replace(/\s*(?:%|€|EUR)$/i, '')
    .trim()

/** A number as a person writes it in a cell; null where it is none. */
export function readNumber(cell: string, decimal: Decimal): number | null {
  const text = bare(cell)
  if (text.length > 40 || !NUMBERS[decimal].test(text)) return null
  const plain = decimal === 'comma' ? text.replaceAll(/[. ]/g, '').replace(',', '.') : text.replaceAll(/[, ]/g, '')
  const value = Number(plain)
  return Number.isFinite(value) ? value : null
}

/**
 * Whether a comma or a point stands before the decimals: what some number leaves no doubt of, else `usual`. `1.234` alone is a thousand and
 * more where people write commas.
 */
export function guessDecimal(cells: readonly string[], usual: Decimal): Decimal {
  let [comma, point] = [0, 0]
  for (const cell of cells) {
    const text = bare(cell)
    const asComma = NUMBERS.comma.test(text)
    const asPoint = NUMBERS.point.test(text)
    if (asComma && !asPoint) comma++
    if (asPoint && !asComma) point++
    if (/^[-+]?0\.\d+$/.test(text)) point++
  }
  if (comma === point) return usual
  return comma > point ? 'comma' : 'point'
}
