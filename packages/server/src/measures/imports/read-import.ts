import type { Db } from '../../db/db.ts'
import type { Scope } from '../../db/scope.ts'
import { readOrganisation } from '../../members/store.ts'
import { badField, notFoundAt } from '../../problem-error.ts'
import { listStoredMeasures, type StoredMeasure } from '../store.ts'
import { type Judge, judgeFor } from '../who-may.ts'
import { guessLayout, type Layout, type Told } from './guess-layout.ts'
import { type ReadPoints, readPoints } from './read-points.ts'
import { readTable, type Table } from './read-table.ts'
import { type ReadText, readText } from './read-text.ts'

/** How a file is to be read, as it was sent. */
export interface Asked extends Omit<Told, 'measures'> {
  measures?: string | undefined
}

export interface ReadImport extends ReadPoints, Pick<ReadText, 'encoding'> {
  table: Table
  layout: Layout
  /** The measures that values go to. */
  measures: StoredMeasure[]
  judge: Judge
}

/** Reads a file with values of measures: what is in it, where it goes, and what can't be read. Stores nothing. */
export async function readImport(db: Db, scope: Scope, bytes: Uint8Array, now: Date, { measures: columns, ...told }: Asked): Promise<ReadImport> {
  const { encoding, text } = readText(bytes)
  const { timeZone } = await readOrganisation(db, scope)
  const judge = await judgeFor(db, scope)
  const known = await listStoredMeasures(db, scope, {})
  const chosen = columns === undefined ? undefined : readColumns(columns, known)
  if (told.measureId !== undefined && !known.some(({ id }) => id === told.measureId)) throw notFoundAt('measureId', 'measure')
  const table = await readTable(text)
  const mine = known.filter((measure) => judge(measure).enter)
  const layout = guessLayout(table, mine, { ...told, measures: chosen })
  const read = await readPoints(layout, table, now, timeZone)
  const targets = new Set(layout.measures.values())
  return { ...read, encoding, table, layout, judge, measures: known.filter(({ id }) => targets.has(id)) }
}

/** `1:<id>,2:<id>`; refused (`not-found`) where a measure is not here. */
function readColumns(text: string, known: StoredMeasure[]): Map<number, string> {
  const columns = new Map<number, string>()
  for (const one of text.split(',')) {
    const [column = '', id = ''] = one.split(':')
    if (!known.some((measure) => measure.id === id)) throw notFoundAt('measures', 'measure')
    if ([...columns.values()].includes(id)) throw badField('measures', 'Give each measure one column')
    columns.set(Number(column), id)
  }
  return columns
}
