import { badField, ProblemError } from '../problem-error.ts'

const MOST_ROWS = 100_000

/**
 * The rows of a CSV text as objects with these columns. The first line may name the columns, in any order and among others; without
 * it each row has just these. Commas, semicolons and tabs separate; with the last two a number may have a decimal comma, as spreadsheets in much of Europe write it.
 */
export function readCsv(text: string, columns: readonly string[]): Record<string, string | number>[] {
  const lines = text
    .replace(/^\uFEFF/, '')
    .split(/\r\n|\n|\r/)
    .map((line, i) => ({ line, number: i + 1 }))
    .filter(({ line }) => line.trim() !== '')
  if (lines.length > MOST_ROWS) throw new ProblemError('too-large', `Send at most ${MOST_ROWS} rows at a time; nothing was stored.`)
  const separator = ['\t', ';'].find((one) => lines[0]?.line.includes(one)) ?? ','
  const named = cellsOf(lines[0]?.line ?? '', separator).map((name) => name.toLowerCase())
  const hasHeader = columns.every((column) => named.includes(column))
  const order = hasHeader ? named : columns
  return lines.slice(hasHeader ? 1 : 0).map(({ line, number }) => {
    const cells = cellsOf(line, separator)
    // One cell too many is a decimal comma more often than not, and half a number is worse than none.
    if (cells.length !== order.length)
      throw badField(`line ${number}`, `This line has ${cells.length} columns, not ${order.length}: ${order.join(', ')}`)
    return Object.fromEntries(columns.map((column) => [column, read(cells[order.indexOf(column)] ?? '', separator)]))
  })
}

const CELL = {
  ',': /(?:^|,)(?:\s*"((?:[^"]|"")*)"\s*|([^,]*))/g,
  ';': /(?:^|;)(?:\s*"((?:[^"]|"")*)"\s*|([^;]*))/g,
  '\t': /(?:^|\t)(?: *"((?:[^"]|"")*)" *|([^\t]*))/g,
}

const cellsOf = (line: string, separator: string) =>
  [...line.matchAll(CELL[separator as keyof typeof CELL])].map(([, quoted, plain]) => (quoted?.replaceAll('""', '"') ?? plain ?? '').trim())

function read(cell: string, separator: string): string | number {
  const plain = separator === ',' ? cell : cell.replace(/^([-+]?\d+),(\d+)$/, '$1.$2')
  return /^[-+]?\d+(\.\d+)?(e[-+]?\d+)?$/i.test(plain) ? Number(plain) : cell
}
