import { Readable } from 'node:stream'
import { setImmediate } from 'node:timers/promises'
import { IMPORT_MAX_LINES, type ImportProblem } from '@klankbord/shared/measures'
import { CsvError, parse } from 'csv-parse'
import { ProblemError } from '../../problem-error.ts'

export interface TableRow {
  /** In the file, from 1. */
  line: number
  cells: string[]
}

export interface Table {
  delimiter: string
  rows: TableRow[]
  /** Where the file could not be read further. */
  broken: { line: number; problem: ImportProblem } | null
}

/** Longest line, in characters. */
const LONGEST = 100_000
/** After so many lines others get their turn. */
const AT_A_STRETCH = 500
/** Read in pieces of this many characters. */
const PIECE = 64 * 1024

/** The cells of a text. Refused (`too-large`) when it has more lines than are taken at a time. Lets others be served meanwhile. */
export async function readTable(text: string): Promise<Table> {
  const delimiter = guessDelimiter(text)
  const options = { delimiter, info: true, relax_column_count: true, relax_quotes: true, skip_empty_lines: true, max_record_size: LONGEST }
  const parser = Readable.from(pieces(text.replace(/^\uFEFF/, ''))).pipe(parse(options))
  const rows: TableRow[] = []
  let broken: Table['broken'] = null
  try {
    for await (const { record, info } of parser as AsyncIterable<{ record: string[]; info: { lines: number } }>) {
      const cells = record.map((cell) => cell.trim())
      if (cells.some((cell) => cell !== '')) rows.push({ line: info.lines, cells })
      if (rows.length > IMPORT_MAX_LINES + 1) throw tooLong
      if (rows.length % AT_A_STRETCH === 0) await setImmediate()
    }
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    broken = { line: Number(error.lines ?? rows.length + 1), problem: error.code === 'CSV_QUOTE_NOT_CLOSED' ? 'quote' : 'too-long' }
  }
  return { delimiter, rows, broken }
}

const tooLong = new ProblemError('too-large', `Import at most ${IMPORT_MAX_LINES} lines at a time, and the rest after that; nothing was stored.`)

function* pieces(text: string) {
  for (let i = 0; i < text.length; i += PIECE) yield text.slice(i, i + PIECE)
}

/** What stands between the cells of most lines: a tab when they were copied from a spreadsheet, a semicolon where numbers have a comma. */
function guessDelimiter(text: string): string {
  const lines = text
    .slice(0, PIECE)
    .split(/\r\n|\n|\r/)
    .filter((line) => line.trim() !== '')
    .slice(0, 20)
    .map((line) => line.replaceAll(/"[^"]*"/g, ''))
  const shares = ['\t', ';', ',', '|'].map((delimiter) => ({
    delimiter,
    share: lines.filter((line) => line.includes(delimiter)).length / lines.length,
  }))
  return (shares.find(({ share }) => share >= 0.8) ?? shares.reduce((best, one) => (one.share > best.share ? one : best))).delimiter
}
