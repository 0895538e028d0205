import { record } from '../db/events.ts'
import type { LeaveTeam } from '../goals/remove-team.ts'
import { ProblemError } from '../problem-error.ts'
import { listStoredMeasures, updateMeasure } from './store.ts'

/** Measures of a team that goes, and those computed from what came in for it, are its heir's. Refused (`conflict`) where there is nobody to have them. */
export const measuresLeaveTeam: LeaveTeam = async (db, scope, { id, name, heirId }, now) => {
  const measures = (await listStoredMeasures(db, scope, {})).filter(({ ownTeamId, computed }) => ownTeamId === id || computed?.teamId === id)
  if (measures.length > 0 && heirId === null)
    throw new ProblemError(
      'conflict',
      `There are measures of ${name} (${measures.length}). Give them to another team first: name it in goalsTo; nothing was changed.`,
    )
  for (const { id: measureId, goalId, name, ownTeamId, computed } of measures) {
    const passedOn = computed?.teamId === id ? { ...computed, teamId: heirId ?? undefined } : null
    await updateMeasure(db, scope, measureId, {
      ...(ownTeamId === id && { teamId: heirId }),
      ...(passedOn && { computed: JSON.stringify(passedOn) }),
    })
    const changes = {
      ...(ownTeamId === id && { teamId: { from: id, to: heirId } }),
      ...(passedOn && { computed: { from: computed, to: passedOn } }),
    }
    await record(db, scope, [{ type: 'measure.changed', aboutId: measureId, detail: { measureId, goalId, name, changes } }], now)
  }
}
