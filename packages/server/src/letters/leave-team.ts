import type { LeaveTeam } from '../goals/remove-team.ts'
import { removeChoice } from './choice-store.ts'

/** What a team that goes chose for its letter is of use to nobody. */
export const lettersLeaveTeam: LeaveTeam = async (db, scope, { id }) => {
  await removeChoice(db, scope, id)
}
