import type { Invitation, Role } from '@klankbord/shared/members'
import { transact } from '../db/db.ts'
import { record } from '../db/events.ts'
import { newId } from '../db/ids.ts'
import type { Scope } from '../db/scope.ts'
import type { Deps } from '../deps.ts'
import { enqueue } from '../outbox/outbox.ts'
import { notFound, ProblemError } from '../problem-error.ts'
import { insertInvitation, setWithdrawn, withdrawOpenTo } from './invitation-store.ts'
import { requireTeams } from './memberships.ts'
import { findByEmail, type Membership } from './store.ts'

const DAYS = 7

/** Where an invitation is accepted; written again into its e-mail from its id alone. */
export const invitationLink = ({ config, tokens }: Pick<Deps, 'config' | 'tokens'>, id: string) =>
  `${config.publicUrl}/admin/invitation/${tokens.sign('invitation', id)}`

/**
 * Invites an address by a link that works once, for seven days, and queues it as an e-mail. What was open to that address before is withdrawn.
 * Only an owner makes an owner (`forbidden`); who is a member already can't be invited (`conflict`).
 */
export async function invite(
  deps: Deps,
  scope: Scope,
  { email, role, teams }: { email: string; role: Role; teams: Membership[] },
): Promise<Invitation & { link: string }> {
  const { who } = scope
  if (role === 'owner' && who.kind !== 'system' && !('role' in who && who.role === 'owner'))
    throw new ProblemError('forbidden', 'Only an owner can invite an owner. Invite them as admin, or ask an owner.')
  const now = deps.clock()
  return transact(deps.db, async (db) => {
    const memberships = await requireTeams(db, scope, teams)
    const member = await findByEmail(db, email)
    // An account with another organisation is none of our business; accepting will say so to its owner alone.
    if (member?.organisationId === scope.organisationId) throw isMemberAlready(member.deactivatedAt !== null)
    await withdrawOpenTo(db, scope, email, now)
    const invitation = await insertInvitation(db, scope, {
      id: newId(),
      email,
      role,
      teams: memberships,
      invitedBy: 'id' in who ? who.id : who.kind,
      createdAt: now.toISOString(),
      expiresAt: new Date(now.getTime() + DAYS * 86_400_000).toISOString(),
    })
    const { id } = invitation
    await enqueue(
      db,
      scope,
      [{ kind: 'invitation', id: `invitation:${id}`, payload: { invitationId: id }, aboutId: id, customerId: null, receiver: email }],
      now,
    )
    await record(db, scope, [{ type: 'member.invited', detail: { invitationId: id, role } }], now)
    return { ...invitation, link: invitationLink(deps, id) }
  })
}

const isMemberAlready = (deactivated: boolean) =>
  new ProblemError(
    'conflict',
    deactivated
      ? 'This address belongs to a colleague who was deactivated. Activate them again under Members.'
      : 'This address belongs to a colleague who is a member already. Change their role or teams under Members.',
  )

export async function withdrawInvitation({ db, clock }: Deps, scope: Scope, id: string) {
  const now = clock()
  await transact(db, async (db) => {
    if (!(await setWithdrawn(db, scope, id, now))) throw notFound('invitation')
    await record(db, scope, [{ type: 'invitation.withdrawn', detail: { invitationId: id } }], now)
  })
}
