import { transact } from '../db/db.ts'
import type { Deps } from '../deps.ts'
import { firstOrganisation, insertFirstOrganisation } from './founding-store.ts'
import { hashPassword } from './password.ts'
import { becomeOwner } from './set-up.ts'

export interface Founded {
  organisationId: string
  /** True when this start made the organisation. */
  created: boolean
  /** Where its owner signs up; null once there is one. */
  setUpUrl: string | null
}

interface FirstOwner {
  email: string
  password: string
}

/**
 * Sees to it, at each start, that there is an organisation: on an empty database it makes one. Until it is set up, `firstOwner` becomes its owner;
 * without one the set-up link is returned. Several processes may start at once.
 */
export async function foundOrganisation(deps: Deps, { firstOwner }: { firstOwner?: FirstOwner } = {}): Promise<Founded> {
  const { db, clock, tokens, config } = deps
  const created = (await firstOrganisation(db)) === undefined && (await transact(db, (db) => insertFirstOrganisation(db, neutral, clock())))
  const organisation = await firstOrganisation(db)
  if (!organisation) throw new Error('No organisation was found, though one was founded before. Restore a backup, or start on an empty database.')
  const { id, setUpAt } = organisation
  if (setUpAt !== null) return { organisationId: id, created, setUpUrl: null }
  if (!firstOwner) return { organisationId: id, created, setUpUrl: `${config.publicUrl}/admin/set-up/${tokens.sign('set-up', id)}` }
  await createFirstOwner(deps, id, firstOwner)
  return { organisationId: id, created, setUpUrl: null }
}

/** Until its owner names it. */
const neutral = { name: 'Klankbord', locale: 'nl', timeZone: 'Europe/Amsterdam' }

async function createFirstOwner({ db, clock }: Deps, organisationId: string, { email, password }: FirstOwner) {
  const passwordHash = await hashPassword(password)
  const name = email.slice(0, email.indexOf('@'))
  await transact(db, (db) => becomeOwner(db, organisationId, {}, { email, name, passwordHash }, clock()))
}
