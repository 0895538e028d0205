import { setImmediate } from 'node:timers/promises'
import type { ImportPreview, ImportProblem } from '@klankbord/shared/measures'
import type { Db } from '../../db/db.ts'
import { record } from '../../db/events.ts'
import { newId } from '../../db/ids.ts'
import type { Scope } from '../../db/scope.ts'
import type { Deps } from '../../deps.ts'
import { badField, ProblemError } from '../../problem-error.ts'
import { AT_ONCE, countMany, type Point, shownAt, upsertPoints } from '../points-store.ts'
import { updateMeasure } from '../store.ts'
import { requireEntry } from '../who-may.ts'
import { discard, showAndLand } from './land.ts'
import { insertLanding, type Landing } from './landing-store.ts'
import { type Asked, readImport } from './read-import.ts'
import { deleteOldParts, insertImport } from './store.ts'

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

/** Stores every value of a file, or, where any of it can't be read, nothing; nobody ever sees a part of it. */
export async function importPoints({ db, clock }: Deps, scope: Scope, bytes: Uint8Array, asked: Asked): Promise<Imported> {
  const now = clock()
  const { layout, measures, judge, points, problems, problemCount } = await readImport(db, scope, bytes, now, asked)
  for (const measure of measures) requireEntry(judge, measure)
  if (layout.date === null) throw badField('date', 'No column has dates; say which one')
  if (problemCount > 0) throw refusal(problems, problemCount)
  if ([...points.values()].every((values) => values.length === 0)) throw badField('file', 'There are no values in this file')
  await deleteOldParts(db, scope, new Date(now.getTime() - UNDO_DAYS * 86_400_000).toISOString(), () => setImmediate())
  const id = newId()
  const staged: Staged[] = []
  try {
    for (const [measureId, values] of points) if (values.length > 0) staged.push(await stage(db, scope, { importId: id, measureId, values, now }))
  } catch (error) {
    for (const landing of staged) await discard(db, scope, landing)
    throw error
  }
  await showAndLand(db, scope, staged, now, async (db) => {
    await insertImport(db, scope, { id, importedBy: scope.who.kind === 'member' ? scope.who.id : null, importedAt: now.toISOString() })
    for (const landing of staged) await tell(db, scope, landing, now)
  })
  const sum = (count: (landing: Staged) => number) => staged.reduce((all, landing) => all + count(landing), 0)
  return { id, stored: sum(({ values }) => values.length), replaced: sum(({ replaced }) => replaced) }
}

interface Values {
  importId: string
  measureId: string
  values: Point[]
}

interface Staged extends Landing, Values {
  /** How many of the values stand in the place of another. */
  replaced: number
}

/** Writes the values of one measure where nobody sees them yet, in pieces that let others write in between. */
async function stage(db: Db, scope: Scope, { now, ...values }: Values & { now: Date }): Promise<Staged> {
  const landing = { id: newId(), kind: 'import', replaced: 0, ...values }
  await insertLanding(db, scope, { id: landing.id, importId: landing.importId, measureId: landing.measureId, kind: landing.kind }, now.toISOString())
  for (let i = 0; i < landing.values.length; i += AT_ONCE) {
    const some = landing.values.slice(i, i + AT_ONCE)
    await upsertPoints(db, scope, landing.id, some)
    const times = some.map(({ at }) => at)
    landing.replaced += (await shownAt(db, scope, landing.measureId, times)).length
    await setImmediate()
  }
  await countMany(db, landing.values.length)
  return landing
}

async function tell(db: Db, scope: Scope, { importId, measureId, values, replaced }: Staged, now: Date) {
  await updateMeasure(db, scope, measureId, { updatedAt: now.toISOString() })
  const detail = { measureId, importId, count: values.length, replaced, from: values[0]?.at, to: values.at(-1)?.at }
  await record(db, scope, [{ type: 'measure.imported', aboutId: measureId, detail }], now)
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
