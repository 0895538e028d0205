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
