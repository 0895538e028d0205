import { type Team, TeamLevel } from '@klankbord/shared/teams'
import { type Db, transact } from '../db/db.ts'
import { record } from '../db/events.ts'
import { newId } from '../db/ids.ts'
import type { Scope } from '../db/scope.ts'
import { versionOfSetting } from '../db/setting-version.ts'
import { takeTurn } from '../db/take-turn.ts'
import type { Deps } from '../deps.ts'
import { badField, notFoundAt } from '../problem-error.ts'
import { findTeam, insertTeam, teamSettings } from './store.ts'

interface NewTeam {
  name: string
  level: TeamLevel
  parentId?: string | null | undefined
}

/** Adds a team to the tree, under a team of a higher level or at the top. */
export function createTeam({ db, clock }: Deps, scope: Scope, { name, level, parentId = null }: NewTeam): Promise<Team> {
  const now = clock()
  const team = { id: newId(), name, level, parentId, createdAt: now.toISOString() }
  return transact(db, async (db) => {
    if (parentId !== null) {
      // The team above may not be taken away meanwhile.
      await takeTurn(db, scope)
      await checkParent(db, scope, level, parentId)
    }
    await insertTeam(db, scope, team)
    await record(db, scope, [{ type: 'team.created', aboutId: team.id, detail: { teamId: team.id, name, level, parentId } }], now)
    return { ...team, members: 0, leads: [], version: versionOfSetting(teamSettings(team)) }
  })
}

/** Refuses a team above that does not exist, or is not of a higher level. */
export async function checkParent(db: Db, scope: Scope, level: TeamLevel, parentId: string) {
  const parent = await findTeam(db, scope, parentId)
  if (!parent) throw notFoundAt('parentId', 'team')
  if (!isBelow(level, parent.level)) throw badField('parentId', belowWhat(level, parent))
}

const isBelow = (level: TeamLevel, above: TeamLevel) => TeamLevel.options.indexOf(level) > TeamLevel.options.indexOf(above)

const belowWhat = (level: TeamLevel, { name, level: above }: Team) =>
  `The levels go down from organisation to department to team; ${name} is of the level ${above}, so the level ${level} does not come under it`
