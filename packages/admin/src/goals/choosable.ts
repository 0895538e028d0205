import type { GoalState } from '@klankbord/shared/goals'
import { useQuery } from '@tanstack/preact-query'
import { useMemo } from 'preact/hooks'
import { goalTreeQuery } from '../queries.ts'
import type { ChoosableGoal } from '../ui/goal-choice.tsx'
import { type GoalTree, isUnderWay } from './tree.ts'

/** A goal with the name of its team. */
export interface NamedGoal extends ChoosableGoal {
  state: GoalState
}

export function namedGoals({ goals, teams }: GoalTree): NamedGoal[] {
  const names = new Map(teams.map(({ id, name }) => [id, name]))
  return goals.map(({ id, title, teamId, state }) => ({ id, title, state, team: names.get(teamId) ?? '' }))
}

export const choosable = (goals: readonly NamedGoal[]): NamedGoal[] => goals.filter(({ state }) => isUnderWay(state))

/** Every goal by its name, from the tree's rows. */
export function useNamedGoals() {
  const { data, error, refetch } = useQuery(goalTreeQuery)
  return { data: useMemo(() => data && namedGoals(data), [data]), error, refetch }
}

/** Goals that feedback can be given to: those that have not ended. */
export function useChoosableGoals() {
  const { data, ...rest } = useNamedGoals()
  return { ...rest, data: useMemo(() => data && choosable(data), [data]) }
}
