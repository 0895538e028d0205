import type { Generated } from 'kysely'
import type { Tenant } from './schema.ts'

/* The tables that say who a customer is. */

export interface IdentityKeyRow extends Tenant {
  id: string
  siteId: string
  /** As the header of a token names it. */
  kid: string
  algorithm: string
  /** The secret or public key, sealed. */
  sealed: string
  createdAt: string
}

export interface CustomerRow extends Tenant {
  id: string
  siteId: string
  email: string | null
  emailConfirmedAt: string | null
  /** When the one confirmation went to this address. */
  confirmationSentAt: string | null
  unsubscribedAt: string | null
  /** When the mail server of this address said that it takes no more; nothing is sent there until somebody takes that back. */
  bouncedAt: string | null
  /** How often it was refused for the time being since it last took something. */
  softBounces: Generated<number>
  name: string | null
  locale: string | null
  /** As the host site names them; unique within the site. */
  externalId: string | null
  /** The address that the host site vouched for last, to tell when it vouches for another. */
  vouchedEmail: string | null
  /** When they erased themselves; all else that could tell who they were is empty then. */
  erasedAt: string | null
  createdAt: string
}

/** To which addresses a confirmation went, whoever asked: so that nobody is mailed because others typed their address again and again. */
export interface ConfirmationRow extends Tenant {
  addressHash: string
  /** When the last one was queued. */
  askedAt: string
  /** When its owner said that nothing more may come, without ever having confirmed. */
  declinedAt: string | null
}

/** When a link to everything they said last went to an address. */
export interface LinkMailRow extends Tenant {
  addressHash: string
  sentAt: string
}
