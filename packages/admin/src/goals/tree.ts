import type { GoalNode } from '@klankbord/shared/goals'
import { once } from '../once.ts'
import { folded } from '../ui/folded.ts'
import { grouped } from '../ui/grouped.ts'

export interface TreeTeam {
  id: string
  name: string
  level: string
  parentId: string | null
}

export interface GoalTree {
  teams: TreeTeam[]
  goals: GoalNode[]
}

/** By which line the tree is drawn: who is part of whom, or which goal helps which. */
export const orders = ['team', 'goal'] as const
export type Order = (typeof orders)[number]

export type Branch = { kind: 'team'; id: string; team: TreeTeam } | { kind: 'goal'; id: string; goal: GoalNode }

/** The tree, ready to be asked: what hangs below what, and what can be searched for. */
export interface GoalIndex {
  teams: ReadonlyMap<string, TreeTeam>
  goals: ReadonlyMap<string, GoalNode>
  /** Goals by the goal that they help. */
  helping: ReadonlyMap<string | null, GoalNode[]>
  inTeam: ReadonlyMap<string, GoalNode[]>
  /** The folded words of a goal or a team: its own, its team's and its owner's. */
  words: (id: string) => string
  below: (order: Order, id: string | null) => Branch[]
  above: (order: Order, branch: Branch) => string | null
}

/** Those of a person after those of their team, both in the order in which the server has them: that of their names. */
const personalLast = (goals: readonly GoalNode[]) => [
  ...goals.filter(({ memberId }) => memberId === null),
  ...goals.filter(({ memberId }) => memberId !== null),
]

/** Teams and goals by what they hang under, in the order of their names; what hangs under something unknown stands at the top. */
export function indexOf({ teams, goals }: GoalTree): GoalIndex {
  const teamsById = new Map(teams.map((team) => [team.id, team]))
  const goalsById = new Map(goals.map((goal) => [goal.id, goal]))
  const helping = grouped(goals, ({ parentId }) => (parentId !== null && goalsById.has(parentId) ? parentId : null))
  const inTeam = grouped(goals, ({ teamId }) => teamId)
  const partOf = grouped(teams, ({ parentId }) => (parentId !== null && teamsById.has(parentId) ? parentId : null))
  const words = once((id: string) => {
    const goal = goalsById.get(id)
    const team = teamsById.get(goal?.teamId ?? id)?.name ?? ''
    return folded(goal ? `${goal.title} ${team} ${goal.owner ?? ''}` : team)
  })

  const besideItsParent = (goal: GoalNode) => goal.parentId !== null && goalsById.get(goal.parentId)?.teamId === goal.teamId
  const goalBranches = (found: readonly GoalNode[] = []): Branch[] => personalLast(found).map((goal) => ({ kind: 'goal', id: goal.id, goal }))
  const teamBranches = (id: string | null): Branch[] => (partOf.get(id) ?? []).map((team) => ({ kind: 'team', id: team.id, team }))
  const ways: Record<Order, (id: string | null) => Branch[]> = {
    goal: once((id) => goalBranches(helping.get(id))),
    team: once((id) => {
      if (id !== null && goalsById.has(id)) return goalBranches(helping.get(id)?.filter(besideItsParent))
      const own = id === null ? [] : (inTeam.get(id) ?? []).filter((goal) => !besideItsParent(goal))
      return [...goalBranches(own), ...teamBranches(id)]
    }),
  }
  const below = (order: Order, id: string | null): Branch[] => ways[order](id)
  const above = (order: Order, branch: Branch): string | null => {
    if (branch.kind === 'team') return branch.team.parentId
    if (order === 'goal' || besideItsParent(branch.goal)) return branch.goal.parentId
    return branch.goal.teamId
  }
  return { teams: teamsById, goals: goalsById, helping, inTeam, words, below, above }
}

export interface Row {
  branch: Branch
  /** From 0 at the top. */
  depth: number
  /** Its place among those beside it, from 1, and how many they are. */
  at: number
  of: number
  /** Null where nothing hangs below it. */
  open: boolean | null
  /** False for what only shows the way to what was looked for. */
  found: boolean
}

interface Shown {
  order: Order
  /** What is folded away. */
  closed: ReadonlySet<string>
  /** Null shows everything. */
  found: ReadonlySet<string> | null
}

/** The rows from top to bottom: what was found with all above it, less what is folded away. */
export function rowsOf(index: GoalIndex, { order, closed, found }: Shown): Row[] {
  const isKept = found ? leadingTo(index, order, found) : () => true
  const rows: Row[] = []
  const walk = (id: string | null, depth: number) => {
    const siblings = index.below(order, id).filter((branch) => isKept(branch.id))
    siblings.forEach((branch, place) => {
      const more = index.below(order, branch.id).some((one) => isKept(one.id))
      const open = more ? !closed.has(branch.id) : null
      rows.push({ branch, depth, at: place + 1, of: siblings.length, open, found: !found || found.has(branch.id) })
      if (open) walk(branch.id, depth + 1)
    })
  }
  walk(null, 0)
  return rows
}

/** Whether this was found, or leads to what was. Asked from the top down, so that of what is folded away no more than the first that was found is looked at. */
const leadingTo = (index: GoalIndex, order: Order, found: ReadonlySet<string>) => {
  const leads: (id: string) => boolean = once((id: string) => found.has(id) || index.below(order, id).some((below) => leads(below.id)))
  return leads
}

export function branchOf(index: GoalIndex, id: string): Branch | null {
  const goal = index.goals.get(id)
  if (goal) return { kind: 'goal', id, goal }
  const team = index.teams.get(id)
  return team ? { kind: 'team', id, team } : null
}

const MANY = 150

/** What is folded away to begin with: nothing of a small tree, all below the second level of a large one. */
export function closedAtFirst(index: GoalIndex, order: Order): Set<string> {
  if (index.goals.size + index.teams.size <= MANY) return new Set()
  const closed = new Set([...index.teams.keys(), ...index.goals.keys()])
  for (const { id } of index.below(order, null)) closed.delete(id)
  return closed
}

/** Goals that this one can be moved under: not itself, nothing below it, and none that has ended. */
export function placesFor(index: GoalIndex, goalId: string): Set<string> {
  const below = new Set<string>()
  const walk = (id: string) => {
    if (below.has(id)) return
    below.add(id)
    for (const goal of index.helping.get(id) ?? []) walk(goal.id)
  }
  walk(goalId)
  return new Set([...index.goals.values()].filter(({ id, state }) => !below.has(id) && isUnderWay(state)).map(({ id }) => id))
}

export const isUnderWay = (state: GoalNode['state']): boolean => state === 'proposed' || state === 'agreed'
