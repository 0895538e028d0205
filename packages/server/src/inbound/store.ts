import type { Db } from '../db/db.ts'
import type { Scope } from '../db/scope.ts'

/** What was sent to a customer, or may have been. */
export const listSent = (db: Db, scope: Scope, customerId: string) =>
  db
    .within(scope)
    .selectFrom('deliveries')
    .select(['id', 'receiver', 'state'])
    .where('customerId', '=', customerId)
    .where('state', 'in', ['sent', 'unknown', 'bounced'])
    .execute()

/** False when somebody settled it otherwise since. */
export async function setNotDelivered(db: Db, scope: Scope, id: string, state: 'bounced' | 'failed', reason: string, at: string): Promise<boolean> {
  const { numUpdatedRows } = await db
    .within(scope)
    .updateTable('deliveries')
    .set({ state, reason, updatedAt: at })
    .where('id', '=', id)
    .where('state', 'in', ['sent', 'unknown'])
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

/** Stops (or, with null, resumes) the mail to everyone with this address. */
export const setBounced = (db: Db, scope: Scope, email: string, at: string | null) =>
  db.within(scope).updateTable('customers').set({ bouncedAt: at, softBounces: 0 }).where('email', '=', email).execute()

export const countSoftBounce = (db: Db, scope: Scope, email: string) =>
  db
    .within(scope)
    .updateTable('customers')
    .set((eb) => ({ softBounces: eb('softBounces', '+', 1) }))
    .where('email', '=', email)
    .execute()

/** From then on nothing says any more that the address takes no mail. */
export const forgetBounces = (db: Db, scope: Scope, email: string, at: string) =>
  db
    .within(scope)
    .updateTable('deliveries')
    .set({ state: 'failed', updatedAt: at })
    .where('receiver', '=', email)
    .where('state', '=', 'bounced')
    .execute()

export const findBounced = (db: Db, scope: Scope, customerId: string) =>
  db.within(scope).selectFrom('customers').select(['id', 'email']).where('id', '=', customerId).where('bouncedAt', 'is not', null).executeTakeFirst()

export async function listBounced(db: Db, scope: Scope) {
  const rows = await db
    .within(scope)
    .selectFrom('customers')
    .select(['id as customerId', 'name', 'email', 'bouncedAt as at'])
    .where('bouncedAt', 'is not', null)
    .where('email', 'is not', null)
    .orderBy('bouncedAt', 'desc')
    .limit(200)
    .execute()
  return rows.map(({ email, at, ...row }) => ({ ...row, email: email ?? '', at: at ?? '' }))
}
