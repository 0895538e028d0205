import type { Db } from '../db/db.ts'
import { record } from '../db/events.ts'
import type { Scope } from '../db/scope.ts'
import type { Hands } from '../members/hand-over.ts'
import { findMeasureOwner, listHeldMeasures } from './held-store.ts'
import { updateMeasure } from './store.ts'

async function give(db: Db, scope: Scope, measureId: string, from: string, to: string, now: Date) {
  await updateMeasure(db, scope, measureId, { ownerId: to })
  const changes = { ownerId: { from, to } }
  await record(db, scope, [{ type: 'measure.changed', aboutId: measureId, detail: { measureId, changes } }], now)
}

/** Measures that somebody keeps. */
export const keptMeasures: Hands = {
  list: async (db, scope, memberId) => (await listHeldMeasures(db, scope, memberId)).map((held) => ({ ...held, team: null, teamId: null })),
  async pass(db, scope, id, { from, to }, now) {
    await give(db, scope, id, from, to, now)
    return to
  },
  async takeBack(db, scope, id, { owner, holder }, now) {
    if (holder !== null && (await findMeasureOwner(db, scope, id)) === holder) await give(db, scope, id, holder, owner, now)
  },
}
