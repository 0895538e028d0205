import type { Invitation, Role } from '@klankbord/shared/members'
import { type Db, transact } from '../db/db.ts'
import { record } from '../db/events.ts'
import { newId } from '../db/ids.ts'
import type { Scope } from '../db/scope.ts'
import type { Deps } from '../deps.ts'
import { enqueue } from '../outbox/outbox.ts'
import { notFound, ProblemError } from '../problem-error.ts'
import { deliveryOf, findInvitation, findUnused, insertInvitation, setWithdrawn, withdrawOpenTo } from './invitation-store.ts'
import { requireTeams } from './memberships.ts'
import { findByEmail, type Membership } from './store.ts'

const DAYS = 7

/** Where an invitation is accepted; written again into its e-mail from its id alone. */
export const invitationLink = ({ config, tokens }: Pick<Deps, 'config' | 'tokens'>, id: string) =>
  `${config.publicUrl}/admin/invitation/${tokens.sign('invitation', id)}`

export type SentInvitation = Invitation & { link: string }

interface Wanted {
  /** Null: whoever has the link may come. */
  email: string | null
  name?: string | null
  role: Role
  teams: Membership[]
  /** False: the link is handed over by who invites. */
  mailed?: boolean
}

/**
 * Invites a colleague by a link that works once, for seven days, and mails it where there is an address. What was open to that address before is withdrawn.
 * Only an owner makes an owner, and only by their address (`forbidden`); who is a member already can't be invited (`conflict`).
 */
export function invite(deps: Deps, scope: Scope, { email, name = null, role, teams, mailed = true }: Wanted): Promise<SentInvitation> {
  requireMayInvite(scope, email, role)
  const now = deps.clock()
  return transact(deps.db, async (db) => {
    const memberships = await requireTeams(db, scope, teams)
    if (email !== null) {
      await requireNoMember(db, scope, email)
      await withdrawOpenTo(db, scope, email, now)
    }
    const id = newId()
    const expiresAt = new Date(now.getTime() + DAYS * 86_400_000).toISOString()
    const invitedBy = 'id' in scope.who ? scope.who.id : scope.who.kind
    await insertInvitation(db, scope, { id, email: email ?? '', name, role, teams: memberships, invitedBy, createdAt: now.toISOString(), expiresAt })
    if (email !== null && mailed) await enqueue(db, scope, [mailTo(id, email)], now)
    await record(db, scope, [{ type: 'member.invited', detail: { invitationId: id, role } }], now)
    return { ...((await findInvitation(db, scope, id)) as Invitation), link: invitationLink(deps, id) }
  })
}

function requireMayInvite({ who }: Scope, email: string | null, role: Role) {
  if (role !== 'owner' || who.kind === 'system') return
  if (!('role' in who && who.role === 'owner'))
    throw new ProblemError('forbidden', 'Only an owner can invite an owner. Invite them as admin, or ask an owner.')
  if (email === null)
    throw new ProblemError(
      'forbidden',
      'An owner is invited by their address, since a link alone can be passed on. Give their address, or another role.',
    )
}

async function requireNoMember(db: Db, scope: Scope, email: string) {
  const member = await findByEmail(db, email)
  // An account with another organisation is none of our business; accepting will say so to its owner alone.
  if (member?.organisationId !== scope.organisationId) return
  throw new ProblemError(
    'conflict',
    member.deactivatedAt === null
      ? 'This address belongs to a colleague who is a member already. Change their role or teams under Members.'
      : 'This address belongs to a colleague who was deactivated. Activate them again under Members.',
  )
}

const mailTo = (id: string, receiver: string) => ({
  kind: 'invitation' as const,
  id: deliveryOf(id),
  payload: { invitationId: id },
  aboutId: id,
  customerId: null,
  receiver,
})

/** Sends an invitation again that nobody used, also one that is over: another link, seven new days. The link before it is dead. */
export function renewInvitation(deps: Deps, scope: Scope, id: string): Promise<SentInvitation> {
  return transact(deps.db, async (db) => {
    const unused = await findUnused(db, scope, id)
    if (!unused || !(await setWithdrawn(db, scope, id, deps.clock()))) throw notFound('invitation')
    return invite({ ...deps, db }, scope, unused)
  })
}

export async function withdrawInvitation({ db, clock }: Deps, scope: Scope, id: string) {
  const now = clock()
  await transact(db, async (db) => {
    if (!(await setWithdrawn(db, scope, id, now))) throw notFound('invitation')
    await record(db, scope, [{ type: 'invitation.withdrawn', detail: { invitationId: id } }], now)
  })
}
