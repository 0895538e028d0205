import type { Goal } from '@klankbord/shared/goals'
import type { Me } from '@klankbord/shared/members'
import { createContext } from 'preact'
import { useContext } from 'preact/hooks'

export const SignedInAs = createContext<Me | null>(null)

/** Who is signed in. Only for pages inside the frame, where this is always known. */
export function useMe(): Me {
  const me = useContext(SignedInAs)
  if (!me) throw new Error('No one is signed in')
  return me
}

export const mayAct = (me: Me): boolean => me.role !== 'viewer'
export const maySet = (me: Me): boolean => me.role === 'owner' || me.role === 'admin'

/** The How belongs to the team that owns the goal, and to nobody else. */
export const inTeamOf = (me: Me, goal: Pick<Goal, 'teamId'>): boolean => me.member?.teams.some(({ teamId }) => teamId === goal.teamId) ?? false
