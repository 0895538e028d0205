import { type Db, transact } from '../../db/db.ts'
import { record } from '../../db/events.ts'
import type { Scope } from '../../db/scope.ts'
import type { Deps } from '../../deps.ts'
import { notFound, ProblemError } from '../../problem-error.ts'
import { deletePoints, findMeasure, type Point, pointsBetween, updateMeasure, upsertPoints } from '../store.ts'
import { judgeFor, requireEntry } from '../who-may.ts'
import { type Change, findImport, listParts, setUndone } from './store.ts'

interface Undone {
  removed: number
  restored: number
  kept: number
}

/** Takes an import back: values that were new go, values that were replaced return. What somebody changed since is theirs and stays. */
export function undoImport({ db, clock }: Deps, scope: Scope, importId: string): Promise<Undone> {
  const now = clock()
  return transact(db, async (db) => {
    if (!(await findImport(db, scope, importId))) throw notFound('import')
    const parts = await listParts(db, scope, importId)
    if (parts.length === 0) throw new ProblemError('conflict', 'This import is too long ago to be taken back, or its measures are gone.')
    const judge = await judgeFor(db, scope)
    for (const { measureId } of parts) {
      const measure = await findMeasure(db, scope, measureId)
      if (measure) requireEntry(judge, measure)
    }
    if (!(await setUndone(db, scope, importId, now.toISOString()))) throw new ProblemError('conflict', 'This import was taken back already.')
    const undone = { removed: 0, restored: 0, kept: 0 }
    for (const { measureId, changes } of parts) {
      const { removed, restored, kept } = await takeBack(db, scope, measureId, changes)
      undone.removed += removed
      undone.restored += restored
      undone.kept += kept
      await updateMeasure(db, scope, measureId, { updatedAt: now.toISOString() })
      await record(db, scope, [{ type: 'measure.import-undone', aboutId: measureId, detail: { measureId, importId, removed, restored, kept } }], now)
    }
    return undone
  })
}

async function takeBack(db: Db, scope: Scope, measureId: string, changes: Change[]): Promise<Undone> {
  const now = new Map(
    (await pointsBetween(db, scope, measureId, changes[0]?.[0] ?? '', `${changes.at(-1)?.[0] ?? ''}~`)).map((point) => [point.at, point]),
  )
  const untouched = changes.filter(([at, value, n]) => now.get(at)?.value === value && now.get(at)?.n === n)
  const added = untouched.filter(([, , , before]) => before === null).map(([at]) => at)
  const back = untouched.flatMap(([at, , , value, n]): Point[] => (value === null ? [] : [{ at, value, n }]))
  await deletePoints(db, scope, measureId, added)
  await upsertPoints(db, scope, measureId, back)
  return { removed: added.length, restored: back.length, kept: changes.length - untouched.length }
}
