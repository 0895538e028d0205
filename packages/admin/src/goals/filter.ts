import type { GoalNode } from '@klankbord/shared/goals'
import type { Me } from '@klankbord/shared/members'
import { folded } from '../ui/folded.ts'
import { type GoalIndex, isUnderWay, type Order, orders } from './tree.ts'

/** Which goals are shown; `current` are those that have not ended. */
export const shownStates = ['current', 'proposed', 'agreed', 'waits', 'ownerless', 'achieved', 'missed', 'stopped', 'all'] as const
export type ShownState = (typeof shownStates)[number]

export interface Filter {
  q: string
  state: ShownState
  mine: boolean
  order: Order
}

/** The filter as it stands in the address, so that it can be sent to a colleague. */
export function filterOf(query: Record<string, string>): Filter {
  return {
    q: query.q ?? '',
    state: shownStates.find((one) => one === query.state) ?? 'current',
    mine: query.mine === '1',
    order: orders.find((one) => one === query.by) ?? 'team',
  }
}

export function goalsAddress({ q, state, mine, order }: Filter): string {
  const query = new URLSearchParams()
  if (q) query.set('q', q)
  if (state !== 'current') query.set('state', state)
  if (mine) query.set('mine', '1')
  if (order !== 'team') query.set('by', order)
  const text = query.toString()
  return `/admin/goals${text ? `?${text}` : ''}`
}

/** True when only some are looked for; what is found is then shown unfolded. */
export const narrows = ({ q, state, mine }: Filter): boolean => q.trim() !== '' || mine || (state !== 'current' && state !== 'all')

const tests: Record<ShownState, (goal: GoalNode) => boolean> = {
  current: ({ state }) => isUnderWay(state),
  proposed: ({ state }) => state === 'proposed',
  agreed: ({ state }) => state === 'agreed',
  waits: ({ waits }) => waits,
  ownerless: ({ ownerId, state }) => ownerId === null && isUnderWay(state),
  achieved: ({ state }) => state === 'achieved',
  missed: ({ state }) => state === 'missed',
  stopped: ({ state }) => state === 'stopped',
  all: () => true,
}

/** A goal is mine when it is in my name, I answer for it, or it is my team's. */
const isMine = ({ memberId, ownerId, teamId }: GoalNode, me: Me['member']) =>
  me !== null && (memberId === me.id || ownerId === me.id || me.teams.some((team) => team.teamId === teamId))

/** The goals and teams that are looked for; null when that is all of them. */
export function foundIn(index: GoalIndex, filter: Filter, me: Me['member']): Set<string> | null {
  if (!narrows(filter) && filter.state === 'all') return null
  const words = folded(filter.q).split(/\s+/).filter(Boolean)
  const said = (id: string) => words.every((word) => index.words(id).includes(word))
  const found = new Set<string>()
  for (const goal of index.goals.values()) {
    if (tests[filter.state](goal) && (!filter.mine || isMine(goal, me)) && said(goal.id)) found.add(goal.id)
  }
  if (filter.mine || (filter.state !== 'current' && filter.state !== 'all')) return found
  for (const { id } of index.teams.values()) if (said(id)) found.add(id)
  return found
}
