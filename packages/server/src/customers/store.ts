import { type Selectable, sql } from 'kysely'
import type { CustomerRow } from '../db/customer-rows.ts'
import type { Db } from '../db/db.ts'
import { insertInto, prepared } from '../db/prepared.ts'
import type { Scope } from '../db/scope.ts'
import { toneOf } from '../mail/look-store.ts'
import type { Tone } from '../texts/mail/mail-texts.ts'

/** A customer as the server works with them, with what their letters and pages need of their organisation. */
export interface KnownCustomer extends Selectable<CustomerRow> {
  organisation: string
  organisationLocale: string
  timeZone: string
  /** How the organisation speaks to its customers. */
  tone: Tone
  /** The colour of their site. */
  accent: string
}

type Reach = Pick<KnownCustomer, 'email' | 'emailConfirmedAt' | 'unsubscribedAt' | 'bouncedAt'>

/** Whether mail may go to a customer: to an address that its owner confirmed, that takes mail, and where it is wanted. */
export const isMailable = <Customer extends Reach>(customer: Customer | null | undefined): customer is Customer & { email: string } =>
  !!customer?.email && customer.emailConfirmedAt !== null && customer.unsubscribedAt === null && customer.bouncedAt === null

/** The same of rows of `customers` in a query. */
export const mailable = sql<boolean>`customers.email is not null and customers.email_confirmed_at is not null
  and customers.unsubscribed_at is null and customers.bounced_at is null`

/** Adds a customer, still without an address: `takeAddress` gives them one. */
export const insertCustomer = insertInto('customers', ['id', 'siteId', 'name', 'locale', 'createdAt'])

export const findCustomer = (db: Db, scope: Scope, id: string) =>
  db.within(scope).selectFrom('customers').selectAll().where('id', '=', id).executeTakeFirst()

const place = prepared((db, { id }: { id: string }) =>
  db.everywhere.selectFrom('customers').select(['id', 'organisationId', 'siteId']).where('id', '=', id).where('erasedAt', 'is', null),
)

/** Where the customer of a token belongs; undefined once they are erased. Asked at every look at a status, so it reads no more than that. */
export const findCustomersPlace = async (db: Db, id: string) => (await place(db, { id }))[0]

const findWithOrganisation = prepared((db, { id }: { id: string }) =>
  db.everywhere
    .selectFrom('customers')
    .innerJoin('organisations', 'organisations.id', 'customers.organisationId')
    .innerJoin('sites', 'sites.id', 'customers.siteId')
    .leftJoin('mailLooks', 'mailLooks.organisationId', 'customers.organisationId')
    .selectAll('customers')
    .select([
      'organisations.name as organisation',
      'organisations.locale as organisationLocale',
      'organisations.timeZone',
      'sites.look',
      'mailLooks.tone',
    ])
    .where('customers.id', '=', id)
    .where('customers.erasedAt', 'is', null),
)

/** The customer that a token speaks of, whatever their organisation; undefined once they are erased. */
export async function findAnyCustomer(db: Db, id: string): Promise<KnownCustomer | undefined> {
  const [row] = await findWithOrganisation(db, { id })
  if (!row) return undefined
  const { look, ...customer } = row
  return { ...customer, tone: toneOf(row.tone), accent: (JSON.parse(look) as { accent: string }).accent }
}

/** Gives a customer another address: whatever was confirmed, sent or stopped was about the one before. */
export const setAddress = (db: Db, scope: Scope, id: string, email: string) =>
  db
    .within(scope)
    .updateTable('customers')
    .set({ email, emailConfirmedAt: null, confirmationSentAt: null, unsubscribedAt: null, bouncedAt: null, softBounces: 0 })
    .where('id', '=', id)
    .execute()

export const setLocale = (db: Db, scope: Scope, id: string, locale: string) =>
  db.within(scope).updateTable('customers').set({ locale }).where('id', '=', id).execute()

export const setConfirmationSent = (db: Db, scope: Scope, id: string, at: string) =>
  db.within(scope).updateTable('customers').set({ confirmationSentAt: at }).where('id', '=', id).execute()

/** False when the customer has another address by now. */
export async function setConfirmed(db: Db, scope: Scope, { id, email }: { id: string; email: string }, at: string): Promise<boolean> {
  const result = await db
    .within(scope)
    .updateTable('customers')
    .set({ emailConfirmedAt: at, unsubscribedAt: null, bouncedAt: null, softBounces: 0 })
    .where('id', '=', id)
    .where('email', '=', email)
    .executeTakeFirst()
  return result.numUpdatedRows > 0n
}

/** Stops (or, with null, resumes) the mail to everyone with this address: one person on two devices is two customers with one mailbox. */
export const setUnsubscribed = (db: Db, scope: Scope, email: string, at: string | null) =>
  db.within(scope).updateTable('customers').set({ unsubscribedAt: at }).where('email', '=', email).execute()

/** The oldest item whose promise is still open, else the newest: what a customer who confirms their address wants to see. */
export async function findItemToShow(db: Db, scope: Scope, customerId: string) {
  const items = db
    .within(scope)
    .selectFrom('feedbackItems')
    .select(['id', 'replyBy', 'status'])
    .where('customerId', '=', customerId)
    .where('status', '!=', 'spam')
  const open = await items.where('replyBy', 'is not', null).where('repliedAt', 'is', null).orderBy('submittedAt').limit(1).executeTakeFirst()
  return open ?? (await items.orderBy('submittedAt', 'desc').limit(1).executeTakeFirst())
}

/**
 * Takes the turn to send a confirmation to an address: true for one caller in the time after `since`, also when many ask at once, and for
 * nobody once its owner has declined. The condition stands in the write, so that the database settles the race.
 */
export async function claimConfirmation(db: Db, scope: Scope, addressHash: string, now: Date, since: Date): Promise<boolean> {
  const row = await db
    .within(scope)
    .insertInto('confirmations', { addressHash, askedAt: now.toISOString(), declinedAt: null })
    .onConflict((conflict) =>
      conflict
        .columns(['organisationId', 'addressHash'])
        .doUpdateSet({ askedAt: now.toISOString() })
        .where('confirmations.askedAt', '<=', since.toISOString())
        .where('confirmations.declinedAt', 'is', null),
    )
    .returning('addressHash')
    .executeTakeFirst()
  return row !== undefined
}

/** Whether confirmations may go to this address at all. */
export const setDeclined = (db: Db, scope: Scope, addressHash: string, at: string | null) =>
  db.within(scope).updateTable('confirmations').set({ declinedAt: at }).where('addressHash', '=', addressHash).execute()

/** Who can be mailed at this confirmed address; the customer who was there first, of several. */
export const findReachable = (db: Db, scope: Scope, email: string) =>
  db
    .within(scope)
    .selectFrom('customers')
    .select('id')
    .where('email', '=', email)
    .where('emailConfirmedAt', 'is not', null)
    .where('unsubscribedAt', 'is', null)
    .orderBy('createdAt')
    .orderBy('id')
    .limit(1)
    .executeTakeFirst()

/** Takes the turn to mail a link to an address: true for one caller in the time after `since`, as with `claimConfirmation`. */
export async function claimLinkMail(db: Db, scope: Scope, addressHash: string, now: Date, since: Date): Promise<boolean> {
  const sentAt = now.toISOString()
  const row = await db
    .within(scope)
    .insertInto('linkMails', { addressHash, sentAt })
    .onConflict((conflict) =>
      conflict.columns(['organisationId', 'addressHash']).doUpdateSet({ sentAt }).where('linkMails.sentAt', '<=', since.toISOString()),
    )
    .returning('addressHash')
    .executeTakeFirst()
  return row !== undefined
}

/** Lets go of fingerprints of addresses that were only there to limit what is mailed; of who declined it stays. */
export async function deleteOldClaims({ everywhere }: Db, { confirmationsUntil, linksUntil }: { confirmationsUntil: string; linksUntil: string }) {
  await everywhere.deleteFrom('confirmations').where('declinedAt', 'is', null).where('askedAt', '<=', confirmationsUntil).execute()
  await everywhere.deleteFrom('linkMails').where('sentAt', '<=', linksUntil).execute()
}
