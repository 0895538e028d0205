import { setImmediate } from 'node:timers/promises'
import type { ImportPreview, ImportProblem } from '@klankbord/shared/measures'
import { isFuture, momentOf } from '../moments.ts'
import type { Point } from '../points-store.ts'
import type { Layout } from './guess-layout.ts'
import { readDate } from './read-date.ts'
import { readNumber } from './read-number.ts'
import type { Table } from './read-table.ts'

const SHOWN_PROBLEMS = 100
const SHOWN_ROWS = 8
const AT_A_STRETCH = 1000

type Problem = ImportPreview['problems'][number]

export interface ReadPoints {
  /** The values of each measure, oldest first, no time twice: of two at one time the last counts. */
  points: Map<string, Point[]>
  rows: ImportPreview['rows']
  problems: Problem[]
  problemCount: number
}

/** Cells are shown to who imported them, and there is no use in a whole page of one. */
export const cut = (cell: string) => (cell.length > 40 ? `${cell.slice(0, 40)}…` : cell)

/** The values of a table, and every cell of it that can't be read. An empty cell has nothing to say. Lets others be served meanwhile. */
export async function readPoints(layout: Layout, { broken }: Table, now: Date, timeZone: string): Promise<ReadPoints> {
  const read = new Reading(layout, now, timeZone)
  for (const [i, { line, cells }] of layout.rows.entries()) {
    read.row(line, cells)
    if (i % AT_A_STRETCH === AT_A_STRETCH - 1) await setImmediate()
  }
  if (broken) read.problem({ line: broken.line, column: '', problem: broken.problem, text: '' })
  const points = new Map<string, Point[]>()
  for (const [id, values] of read.values)
    points.set(
      id,
      [...values.values()].sort((a, b) => (a.at < b.at ? -1 : 1)),
    )
  return { points, rows: read.rows, problems: read.problems, problemCount: read.problemCount }
}

class Reading {
  readonly values = new Map<string, Map<string, Point>>()
  readonly rows: ReadPoints['rows'] = []
  readonly problems: Problem[] = []
  problemCount = 0

  constructor(
    private readonly layout: Layout,
    private readonly now: Date,
    private readonly timeZone: string,
  ) {
    for (const id of layout.measures.values()) this.values.set(id, new Map())
  }

  row(line: number, cells: string[]) {
    const { measures, sample, names, width } = this.layout
    if (width !== null && cells.length > width && cells.slice(width).some((cell) => cell !== ''))
      return this.problem({ line, column: '', problem: 'columns', text: cut(cells.join(' | ')) })
    const columns = [...measures].filter(([column]) => (cells[column] ?? '') !== '')
    const at = columns.length > 0 ? this.at(line, cells) : null
    const n = sample === null || columns.length === 0 ? null : this.sample(line, cells[sample] ?? '', names[sample] ?? '')
    for (const [column, id] of columns) {
      const value = readNumber(cells[column] ?? '', this.layout.decimal)
      if (value === null) this.problem({ line, column: names[column] ?? '', problem: 'number', text: cut(cells[column] ?? '') })
      else if (at !== null) this.values.get(id)?.set(at, { at, value, n })
    }
    if (this.rows.length < SHOWN_ROWS)
      this.rows.push({
        line,
        at,
        text: cut(cells[this.layout.date ?? 0] ?? ''),
        values: [...measures.keys()].map((column) => readNumber(cells[column] ?? '', this.layout.decimal)),
      })
  }

  private at(line: number, cells: string[]): string | null {
    const { date, order, names } = this.layout
    const cell = date === null ? '' : (cells[date] ?? '')
    const day = readDate(cell, order, this.timeZone)
    const moment = day && momentOf(day)
    const problem: ImportProblem | null = day === null || moment === null ? 'date' : isFuture(day, this.now, this.timeZone) ? 'future' : null
    if (problem !== null) this.problem({ line, column: date === null ? '' : (names[date] ?? ''), problem, text: cut(cell) })
    return problem === null ? moment : null
  }

  private sample(line: number, cell: string, column: string): number | null {
    if (cell === '') return null
    const n = readNumber(cell, this.layout.decimal)
    if (n !== null && Number.isSafeInteger(n) && n >= 0) return n
    this.problem({ line, column, problem: 'sample', text: cut(cell) })
    return null
  }

  problem(problem: Problem) {
    this.problemCount++
    if (this.problems.length < SHOWN_PROBLEMS) this.problems.push(problem)
  }
}
