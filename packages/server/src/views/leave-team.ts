import type { LeaveTeam } from '../goals/remove-team.ts'
import { deleteTeamsViews } from './store.ts'

/** Views that a team kept for itself go with it. */
export const viewsLeaveTeam: LeaveTeam = async (db, scope, { id }) => {
  await deleteTeamsViews(db, scope, id)
}
