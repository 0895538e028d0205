import { record } from '../db/events.ts'
import type { LeaveTeam } from '../goals/remove-team.ts'
import { listLiveOf, revokeLink } from './link-store.ts'

/** Links to the story and to the page of a team that goes are worth nothing from then on. */
export const linksLeaveTeam: LeaveTeam = async (db, scope, { id }, now) => {
  for (const link of await listLiveOf(db, scope, id)) {
    await revokeLink(db, scope, link.id, now.toISOString())
    await record(db, scope, [{ type: 'share-link.revoked', aboutId: id, detail: { linkId: link.id, kind: link.kind } }], now)
  }
}
