import { setImmediate } from 'node:timers/promises'
import type { ImportPreview, ImportProblem } from '@klankbord/shared/measures'
import { type Db, transact } from '../../db/db.ts'
import { record } from '../../db/events.ts'
import { newId } from '../../db/ids.ts'
import type { Scope } from '../../db/scope.ts'
import type { Deps } from '../../deps.ts'
import { badField, ProblemError } from '../../problem-error.ts'
import { type Point, pointsBetween, updateMeasure, upsertPoints } from '../store.ts'
import { requireEntry } from '../who-may.ts'
import { type Asked, readImport } from './read-import.ts'
import { type Change, deleteOldParts, insertImport, insertPart } from './store.ts'

/** So long an import can be taken back. */
export const UNDO_DAYS = 30

const words: Record<ImportProblem, string> = {
  date: 'this is not a date or a period',
  future: 'this is still to come',
  number: 'this is not a number',
  sample: 'this is not a whole number from 0',
  columns: 'this line has more cells than there are columns; put numbers with a comma between quotes, or use semicolons',
  'too-long': 'this line is too long',
  quote: 'a quotation mark is opened and never closed',
}

interface Imported {
  id: string
  stored: number
  replaced: number
}

/** Stores every value of a file, or, where any of it can't be read, nothing. */
export async function importPoints({ db, clock }: Deps, scope: Scope, bytes: Uint8Array, asked: Asked): Promise<Imported> {
  const now = clock()
  const { layout, measures, judge, points, problems, problemCount } = await readImport(db, scope, bytes, now, asked)
  for (const measure of measures) requireEntry(judge, measure)
  if (layout.date === null) throw badField('date', 'No column has dates; say which one')
  if (problemCount > 0) throw refusal(problems, problemCount)
  if ([...points.values()].every((values) => values.length === 0)) throw badField('file', 'There are no values in this file')
  return transact(db, async (db) => {
    const id = newId()
    await deleteOldParts(db, scope, new Date(now.getTime() - UNDO_DAYS * 86_400_000).toISOString())
    await insertImport(db, scope, { id, importedBy: scope.who.kind === 'member' ? scope.who.id : null, importedAt: now.toISOString() })
    let [stored, replaced] = [0, 0]
    for (const [measureId, values] of points) {
      if (values.length === 0) continue
      stored += values.length
      replaced += await storeValues(db, scope, { importId: id, measureId, values, now })
    }
    return { id, stored, replaced }
  })
}

/** Stores the values of one measure with the way back. Returns how many replaced another. */
async function storeValues(
  db: Db,
  scope: Scope,
  { importId, measureId, values, now }: { importId: string; measureId: string; values: Point[]; now: Date },
) {
  const [from, to] = [values[0]?.at ?? '', values.at(-1)?.at ?? '']
  const before = new Map((await pointsBetween(db, scope, measureId, from, `${to}~`)).map((point) => [point.at, point]))
  const changes = values.map(({ at, value, n }): Change => [at, value, n, before.get(at)?.value ?? null, before.get(at)?.n ?? null])
  await insertPart(db, scope, importId, measureId, changes)
  await upsertPoints(db, scope, measureId, values, () => setImmediate())
  await updateMeasure(db, scope, measureId, { updatedAt: now.toISOString() })
  const replaced = values.filter(({ at }) => before.has(at)).length
  const detail = { measureId, importId, count: values.length, replaced, from, to }
  await record(db, scope, [{ type: 'measure.imported', aboutId: measureId, detail }], now)
  return replaced
}

function refusal(problems: ImportPreview['problems'], count: number): ProblemError {
  const fields = problems.slice(0, 20).map(({ line, column, problem, text }) => ({
    path: `line ${line}`,
    message: `${column ? `${column}: ` : ''}${words[problem]}${text ? `: ${text}` : ''}`,
  }))
  return new ProblemError('bad-input', `${count === 1 ? 'One cell' : `${count} cells`} of this file can’t be read, so nothing was stored.`, {
    fields,
  })
}
