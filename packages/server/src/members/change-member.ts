import { type Member, memberEndpoints, type Role } from '@klankbord/shared/members'
import { recordChange } from '../changes/record-change.ts'
import { requireSeen, type Setting } from '../changes/setting.ts'
import { type Db, transact } from '../db/db.ts'
import type { Scope } from '../db/scope.ts'
import { takeTurn } from '../db/take-turn.ts'
import type { Deps } from '../deps.ts'
import { notFound, ProblemError } from '../problem-error.ts'
import { type AllHands, giveBack, handOver } from './hand-over.ts'
import { requireTeams } from './memberships.ts'
import { endSessions } from './session-store.ts'
import { findMember, hasOtherOwner, type Membership, memberSettings, replaceMemberships, updateMember } from './store.ts'

interface MemberChange {
  id: string
  role?: Role | undefined
  teams?: Membership[] | undefined
  deactivated?: boolean | undefined
  handOverTo?: string | undefined
  version?: string | undefined
}

/**
 * Changes what a colleague may do. Only an owner changes an owner or makes one (`forbidden`), and the last one stays (`conflict`). Who is deactivated is signed out everywhere,
 * and what they held goes to who is named; who comes back gets it back.
 */
export function changeMember({ db, clock }: Deps, scope: Scope, hands: AllHands, input: MemberChange): Promise<Member> {
  const now = clock()
  const { id, role, teams, deactivated } = input
  return transact(db, async (db) => {
    await takeTurn(db, scope)
    const member = await findMember(db, scope, id)
    if (!member) throw notFound('member')
    requireOwnerFor(scope, member.role, role)
    const before = memberSettings(member)
    requireSeen(input.version, before)
    const leaves = deactivated === true || (role !== undefined && role !== 'owner')
    if (member.role === 'owner' && member.deactivatedAt === null && leaves) await requireOtherOwner(db, scope, id)
    const goes = deactivated === true && member.deactivatedAt === null
    // Before they are gone: afterwards nobody finds what they hold.
    const handedOver = goes && input.handOverTo ? await handOver(db, scope, hands, id, input.handOverTo, now) : undefined
    await updateMember(db, scope, id, { role, deactivatedAt: deactivatedAt(deactivated, member.deactivatedAt, now) })
    if (teams) await replaceMemberships(db, scope, id, await requireTeams(db, scope, teams))
    if (deactivated) await endSessions(db, scope, id)
    if (deactivated === false && member.deactivatedAt !== null) await giveBack(db, scope, hands, id, now)
    const after = await findMember(db, scope, id)
    if (!after) throw notFound('member')
    const more = { memberId: id, ...(handedOver && { handedOver, handedTo: input.handOverTo }) }
    await recordChange(db, scope, { type: 'member.changed', aboutId: id, name: member.name, before, after: memberSettings(after), more }, now)
    const { locale, ...shown } = after
    return shown
  })
}

export const memberSetting = (hands: AllHands): Setting => ({
  read: async (db, scope, id) => {
    const member = await findMember(db, scope, id)
    return member && memberSettings(member)
  },
  change: (deps, scope, id, values) => changeMember(deps, scope, hands, memberEndpoints.changeMember.input.parse({ ...values, id })),
})

function deactivatedAt(deactivated: boolean | undefined, before: string | null, now: Date) {
  if (deactivated === undefined) return undefined
  return deactivated ? (before ?? now.toISOString()) : null
}

function requireOwnerFor({ who }: Scope, before: Role, after: Role | undefined) {
  if (before !== 'owner' && after !== 'owner') return
  if ('role' in who && who.role === 'owner') return
  throw new ProblemError('forbidden', 'Only an owner can change an owner, or make someone one. Ask an owner of your organisation.')
}

async function requireOtherOwner(db: Db, scope: Scope, id: string) {
  if (await hasOtherOwner(db, scope, id)) return
  throw new ProblemError('conflict', 'This is the only owner. Make another colleague owner first; nothing was changed.')
}
