import type { IdentityClaims } from '@klankbord/shared/identity'
import type { Db } from '../db/db.ts'
import { newId } from '../db/ids.ts'
import type { Scope } from '../db/scope.ts'
import { ProblemError } from '../problem-error.ts'
import { hashAddress } from './addresses.ts'
import { addIdentified, findIdentified, type IdentifiedCustomer, setIdentity, whenStopped } from './identity-store.ts'

/**
 * The customer whom a host site names, added when it names them first; also when it does so twice at once. Their name and address follow what the host site says.
 * Runs in the caller's transaction.
 */
export async function identify(db: Db, scope: Scope, siteId: string, claims: IdentityClaims, now: Date): Promise<IdentifiedCustomer> {
  const { externalId, name, locale } = claims
  if (!(await findIdentified(db, scope, siteId, externalId)))
    await addIdentified(db, scope, { id: newId(), siteId, externalId, name, locale, createdAt: now.toISOString() })
  const customer = await findIdentified(db, scope, siteId, externalId)
  if (!customer) throw new ProblemError('conflict', 'This customer was erased a moment ago. Ask once more.')
  const change = {
    ...(name !== null && name !== customer.name && { name }),
    ...(locale !== null && locale !== customer.locale && { locale }),
    ...(await addressVouchedFor(db, scope, customer, claims.email, now)),
  }
  if (Object.keys(change).length > 0) await setIdentity(db, scope, customer.id, change)
  return { ...customer, ...change }
}

/**
 * What changes when the host site vouches for an address. Only when it names another than before, so that an address which the customer
 * gave us since is left alone; and who stopped the mail or declined it stays out of reach until they ask for it themselves.
 */
async function addressVouchedFor(db: Db, scope: Scope, customer: IdentifiedCustomer, email: string | null, now: Date) {
  if (email === null || email === customer.vouchedEmail) return {}
  const isOwn = email === customer.email
  const stoppedAt = customer.unsubscribedAt ?? (await whenStopped(db, scope, email, hashAddress(email)))
  return {
    email,
    vouchedEmail: email,
    emailConfirmedAt: stoppedAt ? null : (isOwn && customer.emailConfirmedAt) || now.toISOString(),
    confirmationSentAt: isOwn ? customer.confirmationSentAt : null,
    unsubscribedAt: stoppedAt,
  }
}
