import { type Order, readDate } from './read-date.ts'
import { guessDecimal, readNumber } from './read-number.ts'
import type { Table, TableRow } from './read-table.ts'

/** Which column is what, and how its cells are read. */
export interface Layout {
  /** The rows below the names of the columns. */
  rows: TableRow[]
  names: string[]
  date: number | null
  sample: number | null
  decimal: 'comma' | 'point'
  order: Order
  /** The measure of each column with values. */
  measures: Map<number, string>
  /** How many columns have a name; null where none has. A line with more has a comma too many, most often inside a number. */
  width: number | null
}

/** What is known already, and need not be guessed. */
export interface Told {
  date?: number | undefined
  sample?: number | undefined
  decimal?: Layout['decimal'] | undefined
  order?: Order | undefined
  measures?: Map<number, string> | undefined
  /** The measure that the only column of values is for. */
  measureId?: string | undefined
}

interface Known {
  id: string
  name: string
}

/** Lines that are looked at to see what a column is. */
const LOOKED_AT = 200
const MOST_COLUMNS = 1000

/** Finds out which column has the dates, which have values, and whose. What was told is taken as it is. */
export function guessLayout({ rows, delimiter }: Table, known: readonly Known[], told: Told): Layout {
  const width = Math.min(MOST_COLUMNS, Math.max(0, ...rows.slice(0, LOOKED_AT).map(({ cells }) => cells.length)))
  const columns = Array.from({ length: width }, (_, i) => rows.slice(0, LOOKED_AT).map(({ cells }) => cells[i] ?? ''))
  const date = told.date ?? dateColumn(columns)
  const order = told.order ?? orderOf(date === null ? [] : (columns[date] ?? []))
  const named = hasNames(rows[0], date, order)
  const names = columns.map((cells, i) => (named && cells[0]) || letterOf(i))
  const values = columns.map((cells, i) => (i === date ? [] : cells.slice(named ? 1 : 0).filter((cell) => cell !== '')))
  const decimal = told.decimal ?? guessDecimal(values.flat(), delimiter === ',' ? 'point' : 'comma')
  const shares = values.map((cells) => shareOf(cells, (cell) => readNumber(cell, decimal) !== null))
  const numeric = shares.flatMap((share, i) => (share >= 0.5 ? [i] : []))
  const sample = told.sample ?? numeric.find((i) => /^(n|aantal|respons|respondenten|responses|sample)$/i.test(names[i] ?? '')) ?? null
  // Who says for which measure a file is wants to hear what is wrong with its column, also when that is all of it.
  const only = numeric.length === 0 && told.measureId !== undefined ? values.findIndex((cells) => cells.length > 0) : -1
  const measures = told.measures ?? measuresOf(only < 0 ? numeric.filter((i) => i !== sample) : [only], names, known, told.measureId)
  return { rows: named ? rows.slice(1) : rows, names, date, sample, decimal, order, measures, width: named ? (rows[0]?.cells.length ?? null) : null }
}

const shareOf = (cells: string[], is: (cell: string) => boolean) => (cells.length === 0 ? 0 : cells.filter(is).length / cells.length)

const isDate = (cell: string) => readDate(cell, 'dmy', 'UTC') !== null || readDate(cell, 'mdy', 'UTC') !== null

/** The column that is called so, else the first most of which are dates. A year alone is a number more often than not. */
function dateColumn(columns: string[][]): number | null {
  const shares = columns.map((cells) =>
    shareOf(
      cells.slice(1).filter((cell) => cell !== ''),
      isDate,
    ),
  )
  const called = columns.findIndex(
    ([name = ''], i) => /^(datum|date|dag|day|week|maand|month|kwartaal|quarter|periode|period|at|tijd|time)$/i.test(name) && (shares[i] ?? 0) >= 0.5,
  )
  if (called >= 0) return called
  const plain = columns.findIndex((cells, i) => (shares[i] ?? 0) >= 0.6 && cells.slice(1).some((cell) => isDate(cell) && !/^\d{4}$/.test(cell)))
  if (plain >= 0) return plain
  // One line of values has nothing to compare it with.
  const single = columns.findIndex((cells) => cells.some(isDate))
  return single >= 0 ? single : null
}

/** Day before month, unless the column says otherwise. */
function orderOf(cells: string[]): Order {
  const [dmy, mdy] = (['dmy', 'mdy'] as const).map((order) => cells.filter((cell) => readDate(cell, order, 'UTC') !== null).length)
  return (mdy ?? 0) > (dmy ?? 0) ? 'mdy' : 'dmy'
}

const hasNames = (first: TableRow | undefined, date: number | null, order: Order) =>
  first !== undefined && (date === null || readDate(first.cells[date] ?? '', order, 'UTC') === null)

/** As spreadsheets call their columns. */
const letterOf = (i: number): string => (i < 26 ? '' : letterOf(Math.floor(i / 26) - 1)) + String.fromCharCode(65 + (i % 26))

const folded = (name: string) => name.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase().replaceAll(/\s+/g, ' ').trim()

function measuresOf(numeric: number[], names: string[], known: readonly Known[], measureId: string | undefined): Map<number, string> {
  const byName = new Map(known.map(({ id, name }) => [folded(name), id]))
  const found = new Map<number, string>()
  for (const i of numeric) {
    const id = byName.get(folded(names[i] ?? ''))
    if (id !== undefined && ![...found.values()].includes(id)) found.set(i, id)
  }
  const [first] = numeric
  if (measureId !== undefined)
    return first === undefined ? new Map() : new Map([[[...found].find(([, id]) => id === measureId)?.[0] ?? first, measureId]])
  return found
}
