import { setImmediate } from 'node:timers/promises'
import { type Db, transact } from '../../db/db.ts'
import { record } from '../../db/events.ts'
import { newId } from '../../db/ids.ts'
import type { Scope } from '../../db/scope.ts'
import type { Deps } from '../../deps.ts'
import { notFound, ProblemError } from '../../problem-error.ts'
import { countMany, type Point, shownAt, takeValues, upsertPoints } from '../points-store.ts'
import { findMeasure, updateMeasure } from '../store.ts'
import { judgeFor, requireEntry } from '../who-may.ts'
import { discard, land, showAndLand, takingAway } from './land.ts'
import { insertLanding, type Landing, listLandingsOf } from './landing-store.ts'
import { type Change, findImport, listParts, readPart, setUndone } from './store.ts'

interface Undone {
  removed: number
  restored: number
  kept: number
}

/** Takes an import back: values that were new go, values that were replaced return. What somebody changed since is theirs and stays. */
export async function undoImport({ db, clock }: Deps, scope: Scope, importId: string): Promise<Undone> {
  const now = clock()
  for (const landing of await listLandingsOf(db, scope, importId)) await land(db, scope, landing)
  const found = await findImport(db, scope, importId)
  if (!found) throw notFound('import')
  const parts = await listParts(db, scope, importId)
  if (parts.length === 0) throw new ProblemError('conflict', 'This import is too long ago to be taken back, or its measures are gone.')
  const judge = await judgeFor(db, scope)
  for (const measureId of new Set(parts.map((part) => part.measureId))) {
    const measure = await findMeasure(db, scope, measureId)
    if (measure) requireEntry(judge, measure)
  }
  if (found.undoneAt !== null) throw undoneAlready()
  const staged: Staged[] = []
  for (const measureId of new Set(parts.map((part) => part.measureId))) {
    const pieces = parts.filter((part) => part.measureId === measureId).map(({ part }) => part)
    staged.push(await stage(db, scope, { importId, measureId, pieces, now }))
  }
  try {
    await showAndLand(db, scope, staged, now, async (db) => {
      if (!(await setUndone(db, scope, importId, now.toISOString()))) throw undoneAlready()
      for (const landing of staged) await tell(db, scope, landing, now)
    })
  } catch (error) {
    if (error instanceof ProblemError) for (const landing of staged) await discard(db, scope, landing)
    throw error
  }
  const sum = (what: keyof Undone) => staged.reduce((all, landing) => all + landing[what], 0)
  return { removed: sum('removed'), restored: sum('restored'), kept: sum('kept') }
}

const undoneAlready = () => new ProblemError('conflict', 'This import was taken back already.')

type Staged = Landing & Undone

/** Writes what the values of one measure are to be again where nobody sees it yet, piece by piece. */
async function stage(
  db: Db,
  scope: Scope,
  { importId, measureId, pieces, now }: { importId: string; measureId: string; pieces: number[]; now: Date },
): Promise<Staged> {
  const landing = { id: newId(), importId, measureId, kind: 'undo' }
  const undone = { removed: 0, restored: 0, kept: 0 }
  await insertLanding(db, scope, landing, now.toISOString())
  for (const part of pieces) {
    const changes = await readPart(db, scope, importId, measureId, part)
    // With the measure's values taken, so that a change of one is either seen here or takes away what is put here.
    const { removed, restored, kept } = await transact(db, async (db) => {
      await takeValues(db, scope, measureId)
      return takeBack(db, scope, landing, changes)
    })
    undone.removed += removed
    undone.restored += restored
    undone.kept += kept
    await setImmediate()
  }
  await countMany(db, undone.removed + undone.restored)
  return { ...landing, ...undone }
}

async function takeBack(db: Db, scope: Scope, { id, measureId }: Landing, changes: Change[]): Promise<Undone> {
  const times = changes.map(([at]) => at)
  const now = new Map((await shownAt(db, scope, measureId, times)).map((point) => [point.at, point]))
  const untouched = changes.filter(([at, value, n]) => now.get(at)?.value === value && now.get(at)?.n === n)
  const back = untouched.map(([at, , , value, n]): Point => (value === null ? takingAway(at) : { at, value, n }))
  await upsertPoints(db, scope, id, back)
  const restored = untouched.filter(([, , , before]) => before !== null).length
  return { removed: untouched.length - restored, restored, kept: changes.length - untouched.length }
}

async function tell(db: Db, scope: Scope, { importId, measureId, removed, restored, kept }: Staged, now: Date) {
  await updateMeasure(db, scope, measureId, { updatedAt: now.toISOString() })
  await record(db, scope, [{ type: 'measure.import-undone', aboutId: measureId, detail: { measureId, importId, removed, restored, kept } }], now)
}
