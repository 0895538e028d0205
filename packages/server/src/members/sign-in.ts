import type { Deps } from '../deps.ts'
import { ProblemError } from '../problem-error.ts'
import { verifyPassword } from './password.ts'
import { type OpenedSession, openSession } from './session-store.ts'
import { findByEmail } from './store.ts'

/** Opens a session. An unknown address and a wrong password take the same time and get the same answer, so that nobody learns who has an account. */
export async function signIn({ db, clock }: Deps, { email, password }: { email: string; password: string }): Promise<OpenedSession> {
  const member = await findByEmail(db, email)
  const matches = await verifyPassword(member?.passwordHash, password)
  if (!member || !matches || member.deactivatedAt !== null)
    throw new ProblemError(
      'unauthenticated',
      'This address and password don’t belong together. Check both; if you forgot your password, ask who runs Klankbord at your organisation for a new one.',
    )
  const { id, name, organisationId } = member
  return openSession(db, { organisationId, who: { kind: 'member', id, name, role: 'viewer' } }, id, clock())
}
