import type { Selectable, Updateable } from 'kysely'
import type { CustomerRow } from '../db/customer-rows.ts'
import type { Db } from '../db/db.ts'
import type { Scope } from '../db/scope.ts'

export type IdentifiedCustomer = Selectable<CustomerRow>

export const findIdentified = (db: Db, scope: Scope, siteId: string, externalId: string): Promise<IdentifiedCustomer | undefined> =>
  db.within(scope).selectFrom('customers').selectAll().where('siteId', '=', siteId).where('externalId', '=', externalId).executeTakeFirst()

interface NewIdentified {
  id: string
  siteId: string
  externalId: string
  name: string | null
  locale: string | null
  createdAt: string
}

/** Adds the customer, unless another request did so in the meantime: the index settles who was first. */
export const addIdentified = (db: Db, scope: Scope, customer: NewIdentified) =>
  db
    .within(scope)
    .insertInto('customers', customer)
    .onConflict((conflict) => conflict.doNothing())
    .execute()

type Change = Pick<
  Updateable<CustomerRow>,
  'name' | 'locale' | 'email' | 'vouchedEmail' | 'emailConfirmedAt' | 'confirmationSentAt' | 'unsubscribedAt'
>

export const setIdentity = (db: Db, scope: Scope, id: string, change: Change) =>
  db.within(scope).updateTable('customers').set(change).where('id', '=', id).execute()

/** When the owner of an address said that no mail may come, as whichever customer; null when they did not. */
export async function whenStopped(db: Db, scope: Scope, email: string, addressHash: string): Promise<string | null> {
  const declined = await db
    .within(scope)
    .selectFrom('confirmations')
    .select('declinedAt')
    .where('addressHash', '=', addressHash)
    .where('declinedAt', 'is not', null)
    .executeTakeFirst()
  if (declined) return declined.declinedAt
  const stopped = await db
    .within(scope)
    .selectFrom('customers')
    .select('unsubscribedAt')
    .where('email', '=', email)
    .where('unsubscribedAt', 'is not', null)
    .limit(1)
    .executeTakeFirst()
  return stopped?.unsubscribedAt ?? null
}
