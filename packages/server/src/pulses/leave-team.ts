import { record } from '../db/events.ts'
import type { LeaveTeam } from '../goals/remove-team.ts'
import { closeRound } from './close-round.ts'
import { listPulses, updatePulse } from './store.ts'

/** The pulse of a team that goes asks nobody any more. What was answered until then is kept and can be read, as after any round. */
export const pulsesLeaveTeam: LeaveTeam = async (db, scope, { id }, now) => {
  for (const pulse of await listPulses(db, scope)) {
    if (pulse.teamId !== id) continue
    if (pulse.openRound) await closeRound(db, scope, pulse, pulse.openRound.id, now)
    if (pulse.nextAt === null) continue
    await updatePulse(db, scope, pulse.id, { nextAt: null })
    await record(db, scope, [{ type: 'pulse.changed', detail: { pulseId: pulse.id, nextAt: null } }], now)
  }
}
