import type { Team } from '@klankbord/shared/teams'
import { transact } from '../db/db.ts'
import { record } from '../db/events.ts'
import type { Scope } from '../db/scope.ts'
import { takeTurn } from '../db/take-turn.ts'
import type { Deps } from '../deps.ts'
import { notFound } from '../problem-error.ts'
import { checkParent } from './create-team.ts'
import { findTeam, updateTeam } from './store.ts'

interface TeamChange {
  id: string
  name?: string | undefined
  parentId?: string | null | undefined
}

/**
 * Gives a team another name, which customers read from then on, also where an item came to it earlier; or moves it with all below it. A circle
 * can't arise: levels go down strictly, and a team keeps its level.
 */
export function changeTeam({ db, clock }: Deps, scope: Scope, { id, name, parentId }: TeamChange): Promise<Team> {
  return transact(db, async (db) => {
    await takeTurn(db, scope)
    const team = await findTeam(db, scope, id)
    if (!team) throw notFound('team')
    if (parentId) await checkParent(db, scope, team.level, parentId)
    const changes = {
      ...(name !== undefined && name !== team.name && { name }),
      ...(parentId !== undefined && parentId !== team.parentId && { parentId }),
    }
    const names = Object.keys(changes) as (keyof typeof changes)[]
    if (names.length === 0) return team
    await updateTeam(db, scope, id, changes)
    const from = Object.fromEntries(names.map((name) => [name, team[name]]))
    await record(db, scope, [{ type: 'team.changed', aboutId: id, detail: { teamId: id, from, to: changes } }], clock())
    return { ...team, ...changes }
  })
}
