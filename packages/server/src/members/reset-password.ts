import { transact } from '../db/db.ts'
import { record } from '../db/events.ts'
import { systemScope } from '../db/scope.ts'
import type { Deps } from '../deps.ts'
import { hashPassword, temporaryPassword } from './password.ts'
import { endSessions } from './session-store.ts'
import { findByEmail, updateMember } from './store.ts'

/** Gives a member a new password to hand over and ends all their sessions; undefined when nobody has this address. */
export async function resetPassword({ db, clock }: Pick<Deps, 'db' | 'clock'>, email: string): Promise<string | undefined> {
  const member = await findByEmail(db, email)
  if (!member) return undefined
  const password = temporaryPassword()
  const passwordHash = await hashPassword(password)
  const scope = systemScope(member.organisationId)
  await transact(db, async (db) => {
    await updateMember(db, scope, member.id, { passwordHash })
    await endSessions(db, scope, member.id)
    await record(db, scope, [{ type: 'password.reset', detail: { memberId: member.id } }], clock())
  })
  return password
}
