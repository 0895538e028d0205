import type { GoalNode } from '@klankbord/shared/goals'
import type { Scope } from '../db/scope.ts'
import type { Deps } from '../deps.ts'
import { listTreeTeams, type TreeTeam } from '../teams/store.ts'
import { listNodes } from './store.ts'

/** All teams and goals, each no more than its row. */
export async function readTree({ db }: Deps, scope: Scope): Promise<{ teams: TreeTeam[]; goals: GoalNode[] }> {
  return { teams: await listTreeTeams(db, scope), goals: await listNodes(db, scope) }
}
