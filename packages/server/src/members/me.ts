import { type Me, memberEndpoints, type Organisation } from '@klankbord/shared/members'
import type * as z from 'zod'
import { recordChange } from '../changes/record-change.ts'
import { requireSeen, type Setting } from '../changes/setting.ts'
import { transact } from '../db/db.ts'
import type { Scope } from '../db/scope.ts'
import { takeTurn } from '../db/take-turn.ts'
import type { Deps } from '../deps.ts'
import { badField, ProblemError } from '../problem-error.ts'
import { hashPassword, verifyPassword } from './password.ts'
import { endSessions } from './session-store.ts'
import { findMember, organisationSettings, passwordHashOf, readOrganisation, updateMember, updateOrganisation } from './store.ts'
import { knownTimeZone } from './time-zone.ts'

export async function readMe({ db, config }: Deps, scope: Scope): Promise<Me> {
  const { who } = scope
  const member = who.kind === 'member' ? ((await findMember(db, scope, who.id)) ?? null) : null
  const role = who.kind === 'member' || who.kind === 'api-key' ? who.role : 'viewer'
  return { member, role, organisation: await readOrganisation(db, scope), mailCaptured: config.smtpUrl === undefined }
}

/** The member who asks. An API key has neither a name, a language nor a password of its own. */
function askingMember({ who }: Scope): string {
  if (who.kind === 'member') return who.id
  throw new ProblemError('forbidden', 'Only a colleague who is signed in can change this; an API key has no account of its own.')
}

export async function changeMe(deps: Deps, scope: Scope, change: { name?: string; locale?: string | null }): Promise<Me> {
  await updateMember(deps.db, scope, askingMember(scope), { name: change.name, locale: change.locale })
  return readMe(deps, scope)
}

/** Changes the password of who asks, and ends their other sessions: whoever knew the old one is out. */
export async function changePassword(
  { db }: Deps,
  scope: Scope,
  { currentPassword, newPassword }: { currentPassword: string; newPassword: string },
  sessionToken: string | undefined,
) {
  const id = askingMember(scope)
  if (!(await verifyPassword(await passwordHashOf(db, scope, id), currentPassword)))
    throw badField('currentPassword', 'This is not your password now; nothing was changed')
  const passwordHash = await hashPassword(newPassword)
  await transact(db, async (db) => {
    await updateMember(db, scope, id, { passwordHash })
    await endSessions(db, scope, id, sessionToken)
  })
}

export async function changeOrganisation(
  { db, clock }: Deps,
  scope: Scope,
  { name, locale, timeZone, version }: z.output<typeof memberEndpoints.changeOrganisation.input>,
): Promise<Organisation> {
  return transact(db, async (db) => {
    await takeTurn(db, scope)
    const organisation = await readOrganisation(db, scope)
    const before = organisationSettings(organisation)
    requireSeen(version, before)
    const after = {
      name: name ?? before.name,
      locale: locale ?? before.locale,
      timeZone: timeZone === undefined ? before.timeZone : knownTimeZone(timeZone),
    }
    const change = { type: 'organisation.changed', aboutId: organisation.id, name: before.name, before, after }
    if (await recordChange(db, scope, change, clock())) await updateOrganisation(db, scope, after)
    return readOrganisation(db, scope)
  })
}

export const organisationSetting: Setting = {
  read: async (db, scope, id) => (id === scope.organisationId ? organisationSettings(await readOrganisation(db, scope)) : undefined),
  change: (deps, scope, _, values) => changeOrganisation(deps, scope, memberEndpoints.changeOrganisation.input.parse(values)),
}
