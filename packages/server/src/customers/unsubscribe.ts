import { type Db, transact } from '../db/db.ts'
import { record } from '../db/events.ts'
import type { Deps } from '../deps.ts'
import { notFound } from '../problem-error.ts'
import { hashAddress } from './addresses.ts'
import { customerScope } from './confirm.ts'
import { findAnyCustomer, type KnownCustomer, setDeclined, setUnsubscribed } from './store.ts'

/** The customer whose mails hold this link. */
export async function readUnsubscription({ db, tokens }: Deps, token: string): Promise<KnownCustomer> {
  const id = tokens.read('unsubscribe', token)
  const customer = id ? await findAnyCustomer(db, id) : undefined
  if (!customer) throw notFound('link')
  return customer
}

/**
 * Stops all mail to the customer, and to whoever else uses their address, or resumes it. Who stops it before confirming the address
 * is not even asked again.
 */
export async function setMailed(deps: Deps, token: string, wanted: boolean): Promise<KnownCustomer> {
  const customer = await readUnsubscription(deps, token)
  return transact(deps.db, (db) => changeMailed(db, customer, wanted, deps.clock()))
}

/** The same, in the caller's transaction. */
export async function changeMailed(db: Db, customer: KnownCustomer, wanted: boolean, now: Date): Promise<KnownCustomer> {
  const { email } = customer
  if (!email || wanted === (customer.unsubscribedAt === null)) return customer
  const at = wanted ? null : now.toISOString()
  const scope = customerScope(customer)
  await setUnsubscribed(db, scope, email, at)
  if (wanted || !customer.emailConfirmedAt) await setDeclined(db, scope, hashAddress(email), at)
  await record(db, scope, [{ type: wanted ? 'customer.resumed' : 'customer.unsubscribed', detail: { customerId: customer.id } }], now)
  return { ...customer, unsubscribedAt: at }
}
