import type { LeaveTeam } from '../goals/remove-team.ts'
import { passTemplatesOn } from './store.ts'

/** What a team wrote often is of use to who has its work now. */
export const templatesLeaveTeam: LeaveTeam = (db, scope, { id, heirId }) => passTemplatesOn(db, scope, id, heirId)
