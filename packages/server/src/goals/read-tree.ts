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

/** The order of most languages, numbers by their value. */
const { compare } = new Intl.Collator('en', { numeric: true })

/** All teams and goals, each no more than its row, in the order of their names: putting them in order takes a browser longer than it takes us once for all. */
export const readTree = ({ db }: Deps, scope: Scope): Promise<Tree> =>
  trees(db, scope.organisationId, async () => {
    const [teams, goals] = [await listTreeTeams(db, scope), await listNodes(db, scope)]
    return { teams: teams.sort((a, b) => compare(a.name, b.name)), goals: goals.sort((a, b) => compare(a.title, b.title)) }
  })
