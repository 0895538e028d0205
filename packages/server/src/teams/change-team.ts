import type { Team } from '@klankbord/shared/teams'
import { transact } from '../db/db.ts'
import { record } from '../db/events.ts'
import type { Scope } from '../db/scope.ts'
import type { Deps } from '../deps.ts'
import { notFound } from '../problem-error.ts'
import { findTeam, renameTeam } from './store.ts'

/** Gives a team another name; customers read it from then on, also where an item came to it earlier. */
export function changeTeam({ db, clock }: Deps, scope: Scope, { id, name }: { id: string; name?: string | undefined }): Promise<Team> {
  return transact(db, async (db) => {
    const team = await findTeam(db, scope, id)
    if (!team) throw notFound('team')
    if (name === undefined || name === team.name) return team
    await renameTeam(db, scope, id, name)
    await record(db, scope, [{ type: 'team.changed', detail: { teamId: id, from: { name: team.name }, to: { name } } }], clock())
    return { ...team, name }
  })
}
