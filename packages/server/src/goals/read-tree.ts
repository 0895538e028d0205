import type { GoalNode } from '@klankbord/shared/goals'
import type { Scope } from '../db/scope.ts'
import { whileUnchanged } from '../db/while-unchanged.ts'
import type { Deps } from '../deps.ts'
import { listTreeTeams, type TreeTeam } from '../teams/store.ts'
import { listNodes } from './store.ts'

interface Tree {
  teams: TreeTeam[]
  goals: GoalNode[]
}

const trees = whileUnchanged<Tree>()

/** All teams and goals, each no more than its row. */
export const readTree = ({ db }: Deps, scope: Scope): Promise<Tree> =>
  trees(db, scope.organisationId, async () => ({ teams: await listTreeTeams(db, scope), goals: await listNodes(db, scope) }))
