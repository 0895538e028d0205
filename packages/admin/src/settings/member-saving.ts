import { type Member, memberEndpoints, type Role } from '@klankbord/shared/members'
import { call } from '../api.ts'
import { useSaving } from './saving.ts'
import type { Membership } from './team-choice.tsx'
import { teamsChanged } from './teams-changed.ts'

export interface MemberChange {
  role?: Role
  teams?: Membership[]
  deactivated?: boolean
  handOverTo?: string
}

/** How a colleague stands now, by the names of what can be changed. */
async function readMember(id: string) {
  const [now] = (await call(memberEndpoints.listMembers, { ids: id })).items
  return now && { ...now, deactivated: now.deactivatedAt !== null }
}

/** Saves what a colleague may do; `said` is what the notice says then. */
export const useMemberSaving = ({ id }: Member, onSaved: () => void, said?: (change: MemberChange) => string) =>
  useSaving<MemberChange>({
    about: id,
    send: (change, version) => call(memberEndpoints.changeMember, { id, version, ...change }),
    read: () => readMember(id),
    refresh: teamsChanged,
    onSaved,
    ...(said && { said }),
  })
