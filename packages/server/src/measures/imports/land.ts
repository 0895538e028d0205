import { setImmediate } from 'node:timers/promises'
import { type Db, transact } from '../../db/db.ts'
import type { Scope } from '../../db/scope.ts'
import { deleteOwn, ownAt, type Point, takeValues, upsertPoints } from '../points-store.ts'
import { type Landing, listShownLandings, removeLanding, setShown, takeSome } from './landing-store.ts'
import { type Change, insertPart } from './store.ts'

/** The sample size of a value that takes away the one at its time. */
const TAKES_AWAY = -1

export const takingAway = (at: string): Point => ({ at, value: 0, n: TAKES_AWAY })

/**
 * Lets everybody see what landings hold, all of it at once, together with `change`; then moves it to its measures in pieces that let others write in between.
 * Who dies meanwhile has shown all of it or nothing, and what is left to move is moved later.
 */
export async function showAndLand(db: Db, scope: Scope, landings: Landing[], now: Date, change: (db: Db) => Promise<void>) {
  for (;;) {
    const inTheWay = await transact(db, (db) => show(db, scope, landings, now, change))
    if (inTheWay.length === 0) break
    for (const landing of inTheWay) await land(db, scope, landing)
  }
  for (const landing of landings) await land(db, scope, landing)
}

/** Returns what has to land first: of one measure only one import at a time is seen before it is written. */
async function show(db: Db, scope: Scope, landings: Landing[], now: Date, change: (db: Db) => Promise<void>): Promise<Landing[]> {
  const inTheWay: Landing[] = []
  for (const { measureId } of [...landings].sort((a, b) => (a.measureId < b.measureId ? -1 : 1))) {
    await takeValues(db, scope, measureId)
    inTheWay.push(...(await listShownLandings(db, scope, measureId)))
  }
  if (inTheWay.length > 0) return inTheWay
  const ids = landings.map(({ id }) => id)
  await setShown(db, scope, ids, now.toISOString())
  await change(db)
  return []
}

/** Moves what is seen of a landing to its measure. Any number of processes may do so at once. */
export async function land(db: Db, scope: Scope, landing: Landing) {
  while (await transact(db, (db) => landSome(db, scope, landing))) await setImmediate()
}

async function landSome(db: Db, scope: Scope, { id, importId, measureId, kind }: Landing): Promise<boolean> {
  await takeValues(db, scope, measureId)
  const points = await takeSome(db, scope, id)
  if (points.length === 0) {
    await removeLanding(db, scope, id)
    return false
  }
  const stored = points.filter(({ n }) => n !== TAKES_AWAY)
  const gone = points.filter(({ n }) => n === TAKES_AWAY).map(({ at }) => at)
  if (kind === 'import') {
    const times = stored.map(({ at }) => at)
    const before = new Map((await ownAt(db, scope, measureId, times)).map((point) => [point.at, point]))
    const changes = stored.map(({ at, value, n }): Change => [at, value, n, before.get(at)?.value ?? null, before.get(at)?.n ?? null])
    await insertPart(db, scope, importId, measureId, changes)
  }
  await upsertPoints(db, scope, measureId, stored)
  await deleteOwn(db, scope, measureId, gone)
  return true
}

/** Throws away what a landing holds and nobody has seen. */
export async function discard(db: Db, scope: Scope, { id }: Pick<Landing, 'id'>) {
  while ((await takeSome(db, scope, id)).length > 0) await setImmediate()
  await removeLanding(db, scope, id)
}
