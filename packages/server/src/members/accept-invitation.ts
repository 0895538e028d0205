import type { Role } from '@klankbord/shared/members'
import { type Db, transact } from '../db/db.ts'
import { record } from '../db/events.ts'
import { isDuplicate } from '../db/failure.ts'
import { newId } from '../db/ids.ts'
import { type Scope, systemScope } from '../db/scope.ts'
import type { Deps } from '../deps.ts'
import { badField, notFound, ProblemError } from '../problem-error.ts'
import { findOpen, setAccepted } from './invitation-store.ts'
import { hashPassword } from './password.ts'
import { type OpenedSession, openSession } from './session-store.ts'
import { existingTeams, insertMember, type Membership, replaceMemberships } from './store.ts'

/** The invitation behind a link that still works; refused (`not-found`) when it was used, withdrawn or is over. Reading uses nothing up. */
export async function readInvitation({ db, tokens, clock }: Deps, token: string) {
  const id = tokens.read('invitation', token)
  const open = id === null ? undefined : await findOpen(db, id, clock())
  if (id === null || !open) throw notFound('invitation')
  return { id, ...open, role: open.role as Role }
}

/** Makes the invited person a member and signs them in. However often and by however many the link is used at once: one member. */
export async function acceptInvitation(
  deps: Deps,
  { token, name, email, password }: { token: string; name: string; email?: string | undefined; password: string },
): Promise<OpenedSession> {
  const { id, organisationId, email: invited } = await readInvitation(deps, token)
  const address = invited || email
  if (!address) throw badField('email', 'This is not an e-mail address')
  const passwordHash = await hashPassword(password)
  const now = deps.clock()
  return transact(deps.db, async (db) => {
    const accepted = await setAccepted(db, systemScope(organisationId), id, now)
    if (!accepted) throw notFound('invitation')
    const memberId = newId()
    const scope: Scope = { organisationId, who: { kind: 'member', id: memberId, name, role: accepted.role as Role } }
    await insertMember(db, scope, { id: memberId, email: address, name, role: accepted.role, passwordHash }, now)
    await replaceMemberships(db, scope, memberId, await stillThere(db, scope, JSON.parse(accepted.teams)))
    await record(db, scope, [{ type: 'member.joined', detail: { memberId, invitationId: id, role: accepted.role } }], now)
    return openSession(db, scope, memberId, now)
  }).catch((error) => {
    if (isDuplicate(error))
      throw new ProblemError(
        'conflict',
        'There is an account with this address already. Sign in with it, or ask for an invitation to another address.',
      )
    throw error
  })
}

async function stillThere(db: Db, scope: Scope, teams: Membership[]): Promise<Membership[]> {
  const existing = await existingTeams(
    db,
    scope,
    teams.map(({ teamId }) => teamId),
  )
  return teams.filter(({ teamId }) => existing.has(teamId))
}
