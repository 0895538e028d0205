import { type Db, transact } from '../db/db.ts'
import { record } from '../db/events.ts'
import type { Scope } from '../db/scope.ts'
import type { Deps } from '../deps.ts'
import { enqueue } from '../outbox/outbox.ts'
import { notFound } from '../problem-error.ts'
import { DAY_MS, hashAddress } from './addresses.ts'
import type { Reachable } from './confirm.ts'
import { claimLinkMail, deleteOldClaims, findAnyCustomer, findReachable } from './store.ts'

const BETWEEN_MS = 10 * 60 * 1000

/** Queues the mail with the link, when there is someone to get it who was not mailed one a moment ago. Who asked is told nothing either way. */
export async function mailLink({ db, clock }: Deps, scope: Scope, { email, locale }: { email: string; locale: string | null }): Promise<void> {
  const now = clock()
  const addressHash = hashAddress(email)
  await transact(db, async (db) => {
    const customer = await findReachable(db, scope, email)
    if (!customer || !(await claimLinkMail(db, scope, addressHash, now, new Date(now.getTime() - BETWEEN_MS)))) return
    const delivery = {
      id: `link:${customer.id}:${now.getTime()}`,
      kind: 'link' as const,
      payload: { customerId: customer.id, addressHash, locale, at: now.toISOString() },
      aboutId: customer.id,
      customerId: customer.id,
      receiver: email,
    }
    await enqueue(db, scope, [delivery], now)
    await record(db, scope, [{ type: 'customer.link', detail: { customerId: customer.id } }], now)
  })
}

/** Whose link this is; it ends when their address changes, or is no longer confirmed. */
export async function readLink({ db, tokens }: Deps, token: string): Promise<Reachable> {
  const id = tokens.claimedId(token)
  const customer = id ? await findAnyCustomer(db, id) : undefined
  if (!customer?.email || !customer.emailConfirmedAt || !tokens.confirms('all', token, customer.email)) throw notFound('link')
  return { ...customer, email: customer.email }
}

const HOUR_MS = 60 * 60 * 1000
const forgotAt = new WeakMap<Db, number>()

/**
 * Forgets, once an hour, to which addresses something was sent: after a day that limits nothing any more. It stays that long also when the customer erases
 * themselves, or whoever does so in between could have a stranger mailed again and again.
 */
export async function forgetOldClaims({ db, clock }: Deps): Promise<void> {
  const now = clock().getTime()
  if (now - (forgotAt.get(db) ?? 0) < HOUR_MS) return
  forgotAt.set(db, now)
  const before = (ms: number) => new Date(now - ms).toISOString()
  await deleteOldClaims(db, { confirmationsUntil: before(DAY_MS), linksUntil: before(BETWEEN_MS) })
}
