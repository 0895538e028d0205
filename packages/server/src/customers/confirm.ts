import { type Db, transact } from '../db/db.ts'
import { record } from '../db/events.ts'
import type { Scope } from '../db/scope.ts'
import type { Deps } from '../deps.ts'
import { notFound } from '../problem-error.ts'
import { findAnyCustomer, type KnownCustomer, setConfirmed } from './store.ts'

/** A customer with an address. */
export type Reachable = KnownCustomer & { email: string }

/** Asks as a customer. */
export const customerScope = ({ id, siteId, organisationId }: Pick<KnownCustomer, 'id' | 'siteId' | 'organisationId'>): Scope => ({
  organisationId,
  who: { kind: 'customer', id, siteId },
})

/** The customer whom a confirmation was sent to; refused once they have another address. */
export async function readConfirmation({ db, tokens }: Deps, token: string): Promise<Reachable> {
  const id = tokens.claimedId(token)
  const customer = id ? await findAnyCustomer(db, id) : undefined
  if (!customer?.email || !tokens.confirms('confirm', token, customer.email)) throw notFound('link')
  return { ...customer, email: customer.email }
}

/** Tells a customer, who can be mailed from now on, what happened before they could be. In the transaction that confirms their address. */
export type TellConfirmed = (db: Db, scope: Scope, customerId: string, now: Date) => Promise<void>

/** The owner of an address says that they want to hear: from now on the customer is mailed. */
export async function confirmAddress(deps: Deps, token: string, tell: TellConfirmed): Promise<Reachable> {
  const customer = await readConfirmation(deps, token)
  const now = deps.clock()
  const scope = customerScope(customer)
  await transact(deps.db, async (db) => {
    if (!(await setConfirmed(db, scope, customer, now.toISOString()))) throw notFound('link')
    if (customer.emailConfirmedAt) return
    await record(db, scope, [{ type: 'customer.confirmed', detail: { customerId: customer.id } }], now)
    await tell(db, scope, customer.id, now)
  })
  return customer
}
