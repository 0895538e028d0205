import { type Team, teamEndpoints } from '@klankbord/shared/teams'
import { recordChange } from '../changes/record-change.ts'
import { requireSeen, type Setting } from '../changes/setting.ts'
import { transact } from '../db/db.ts'
import type { Scope } from '../db/scope.ts'
import { takeTurn } from '../db/take-turn.ts'
import type { Deps } from '../deps.ts'
import { notFound } from '../problem-error.ts'
import { checkParent } from './create-team.ts'
import { findTeam, teamSettings, updateTeam } from './store.ts'

interface TeamChange {
  id: string
  name?: string | undefined
  parentId?: string | null | undefined
  version?: string | undefined
}

/**
 * Gives a team another name, which customers read from then on, also where an item came to it earlier; or moves it with all below it. A circle
 * can't arise: levels go down strictly, and a team keeps its level.
 */
export function changeTeam({ db, clock }: Deps, scope: Scope, { id, name, parentId, version }: TeamChange): Promise<Team> {
  return transact(db, async (db) => {
    await takeTurn(db, scope)
    const team = await findTeam(db, scope, id)
    if (!team) throw notFound('team')
    const before = teamSettings(team)
    requireSeen(version, before)
    if (parentId) await checkParent(db, scope, team.level, parentId)
    const after = { name: name ?? team.name, parentId: parentId === undefined ? team.parentId : parentId }
    if (!(await recordChange(db, scope, { type: 'team.changed', aboutId: id, name: team.name, before, after, more: { teamId: id } }, clock())))
      return team
    await updateTeam(db, scope, id, after)
    return (await findTeam(db, scope, id)) as Team
  })
}

export const teamSetting: Setting = {
  read: async (db, scope, id) => {
    const team = await findTeam(db, scope, id)
    return team && teamSettings(team)
  },
  change: (deps, scope, id, values) => changeTeam(deps, scope, teamEndpoints.changeTeam.input.parse({ ...values, id })),
}
