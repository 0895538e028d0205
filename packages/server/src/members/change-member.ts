import type { Member, Role } from '@klankbord/shared/members'
import { type Db, transact } from '../db/db.ts'
import { record } from '../db/events.ts'
import type { Scope } from '../db/scope.ts'
import { takeTurn } from '../db/take-turn.ts'
import type { Deps } from '../deps.ts'
import { notFound, ProblemError } from '../problem-error.ts'
import { requireTeams } from './memberships.ts'
import { endSessions } from './session-store.ts'
import { findMember, hasOtherOwner, type Membership, replaceMemberships, updateMember } from './store.ts'

interface MemberChange {
  id: string
  role?: Role
  teams?: Membership[]
  deactivated?: boolean
}

/**
 * Changes what a colleague may do. Only an owner changes an owner or makes one (`forbidden`), and the last one stays (`conflict`).
 * Who is deactivated is signed out everywhere.
 */
export async function changeMember({ db, clock }: Deps, scope: Scope, { id, role, teams, deactivated }: MemberChange): Promise<Member> {
  const now = clock()
  return transact(db, async (db) => {
    await takeTurn(db, scope)
    const before = await findMember(db, scope, id)
    if (!before) throw notFound('member')
    requireOwnerFor(scope, before.role, role)
    const leaves = deactivated === true || (role !== undefined && role !== 'owner')
    if (before.role === 'owner' && before.deactivatedAt === null && leaves) await requireOtherOwner(db, scope, id)

    await updateMember(db, scope, id, { role, deactivatedAt: deactivatedAt(deactivated, before.deactivatedAt, now) })
    if (teams) await replaceMemberships(db, scope, id, await requireTeams(db, scope, teams))
    if (deactivated) await endSessions(db, scope, id)
    await record(db, scope, [{ type: 'member.changed', detail: { memberId: id, role, deactivated, teams: teams?.map(({ teamId }) => teamId) } }], now)
    const member = await findMember(db, scope, id)
    if (!member) throw notFound('member')
    const { locale, ...shown } = member
    return shown
  })
}

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
