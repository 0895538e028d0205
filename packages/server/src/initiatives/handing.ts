import type { Db } from '../db/db.ts'
import { record } from '../db/events.ts'
import type { Scope } from '../db/scope.ts'
import type { Hands } from '../members/hand-over.ts'
import { listHeldInitiatives, listTakingPart } from './held-store.ts'
import { replacePeople } from './store.ts'

async function letTakePart(db: Db, scope: Scope, initiativeId: string, before: string[], after: string[], now: Date) {
  await replacePeople(db, scope, initiativeId, after)
  const detail = { initiativeId, from: { memberIds: before }, to: { memberIds: after } }
  await record(db, scope, [{ type: 'initiative.changed', aboutId: initiativeId, detail }], now)
}

/** The How that somebody takes part in: another of the team takes their place, or nobody does. */
export const sharedInitiatives: Hands = {
  list: listHeldInitiatives,
  async pass(db, scope, id, { from, to, teamIds }, now) {
    const [held] = await listHeldInitiatives(db, scope, from, id)
    const before = await listTakingPart(db, scope, id)
    const holder = held && teamIds.has(held.teamId) && !before.includes(to) ? to : null
    const rest = before.filter((memberId) => memberId !== from)
    await letTakePart(db, scope, id, before, holder ? [...rest, holder] : rest, now)
    return holder
  },
  async takeBack(db, scope, id, { owner, holder }, now) {
    const before = await listTakingPart(db, scope, id)
    if (before.includes(owner) || (holder !== null && !before.includes(holder))) return
    await letTakePart(db, scope, id, before, [...before.filter((memberId) => memberId !== holder), owner], now)
  },
}
