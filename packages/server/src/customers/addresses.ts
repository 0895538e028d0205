import { createHash } from 'node:crypto'
import type { Db } from '../db/db.ts'
import type { Scope } from '../db/scope.ts'
import type { Deps } from '../deps.ts'
import { enqueue } from '../outbox/outbox.ts'
import { notFound } from '../problem-error.ts'
import { claimConfirmation, findCustomer, setAddress, setConfirmationSent, setLocale, setUnsubscribed } from './store.ts'

interface Given {
  customerId: string
  email: string
  locale: string | null
  /** The item that the address came with; the confirmation is its receipt too. */
  feedbackItemId: string | null
}

export const DAY_MS = 24 * 60 * 60 * 1000

/** How an address is remembered where the address itself has no business. */
export const hashAddress = (email: string) => createHash('sha256').update(email).digest('hex')

/**
 * Takes the address that a customer gives. The one they confirmed before is `confirmed`; any other is kept, and its owner is asked with one
 * confirmation. Nothing more goes there before they confirmed it, and whoever else names the same address within a day sends nothing at all.
 * Runs in the caller's transaction.
 */
export async function takeAddress(
  _deps: Pick<Deps, 'tokens'>,
  db: Db,
  scope: Scope,
  { customerId, email, locale, feedbackItemId }: Given,
  now: Date,
): Promise<'confirm' | 'confirmed'> {
  const customer = await findCustomer(db, scope, customerId)
  if (!customer) throw notFound('customer')
  if (locale && locale !== customer.locale) await setLocale(db, scope, customerId, locale)
  const isSame = customer.email === email
  if (isSame && customer.emailConfirmedAt) {
    // Whoever stopped the mail and asks for it again has thought better of it.
    if (customer.unsubscribedAt) await setUnsubscribed(db, scope, email, null)
    return 'confirmed'
  }
  if (!isSame) await setAddress(db, scope, customerId, email)
  const wasAsked = isSame && customer.confirmationSentAt !== null
  if (!wasAsked) await askOwner(db, scope, { customerId, email, feedbackItemId }, now)
  return 'confirm'
}

async function askOwner(db: Db, scope: Scope, { customerId, email, feedbackItemId }: Omit<Given, 'locale'>, now: Date) {
  const addressHash = hashAddress(email)
  if (!(await claimConfirmation(db, scope, addressHash, now, new Date(now.getTime() - DAY_MS)))) return
  await setConfirmationSent(db, scope, customerId, now.toISOString())
  const delivery = {
    id: `confirmation:${customerId}:${addressHash}`,
    kind: 'confirmation' as const,
    payload: { customerId, feedbackItemId, addressHash },
    aboutId: feedbackItemId ?? customerId,
    customerId,
    receiver: email,
  }
  await enqueue(db, scope, [delivery], now)
}
