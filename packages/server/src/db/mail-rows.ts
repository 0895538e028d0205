import type { Tenant } from './schema.ts'

/** How the letters of an organisation to its customers look. One row at most. */
export interface MailLookRow extends Tenant {
  tone: string
  senderName: string | null
  replyTo: string | null
  signature: string | null
  accent: string | null
  /** A PNG in base64, of our own making. */
  logo: string | null
  logoWidth: number | null
  logoHeight: number | null
  /** Where replies and notices of failure come in; null where they are not read. */
  inboundAddress: string | null
  /** Part of the secret in the address of the webhook, so that another one can be made. */
  inboundSecret: string
  changedAt: string
}

/** A key that signs mail (DKIM). One at most is in use: the one that has `usedAt` and no `replacedAt`. */
export interface SigningKeyRow extends Tenant {
  id: string
  /** Under this name its public half stands in the DNS of the domain. */
  selector: string
  /** Of the sender when it was made; it signs for no other. */
  domain: string
  publicKey: string
  /** The private half, as `unseal` reads it. */
  sealed: string
  createdAt: string
  /** When its record was last seen in the DNS. */
  foundAt: string | null
  usedAt: string | null
  replacedAt: string | null
}
