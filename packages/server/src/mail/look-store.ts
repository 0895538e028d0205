import type { Db } from '../db/db.ts'
import { prepared } from '../db/prepared.ts'
import { type Scope, systemScope } from '../db/scope.ts'
import type { Tone } from '../texts/mail/mail-texts.ts'

/** How an organisation's letters to its customers look, and where answers to them come in. */
export interface MailLook {
  tone: Tone
  senderName: string | null
  replyTo: string | null
  signature: string | null
  /** Its colour; null for that of the site where the customer wrote. */
  accent: string | null
  logo: Logo | null
  inboundAddress: string | null
}

export interface Logo {
  width: number
  height: number
  png: Uint8Array
}

/** What counts until somebody says otherwise. */
export const PLAIN_LOOK: MailLook = {
  ...{ tone: 'informal', senderName: null, replyTo: null, signature: null, accent: null, logo: null, inboundAddress: null },
}

const look = prepared((db, { organisationId }: { organisationId: string }) =>
  db.within(systemScope(organisationId)).selectFrom('mailLooks').selectAll(),
)

export const toneOf = (kept: string | null): Tone => (kept === 'polite' ? 'polite' : 'informal')

/** The row as it is kept; undefined until somebody changed something. */
export const findLookRow = async (db: Db, { organisationId }: Pick<Scope, 'organisationId'>) => (await look(db, { organisationId }))[0]

export async function findLook(db: Db, scope: Pick<Scope, 'organisationId'>): Promise<MailLook> {
  const row = await findLookRow(db, scope)
  if (!row) return PLAIN_LOOK
  const { tone, senderName, replyTo, signature, accent, logo, logoWidth, logoHeight, inboundAddress } = row
  return {
    ...{ senderName, replyTo, signature, accent, inboundAddress },
    tone: toneOf(tone),
    logo: logo === null ? null : { width: logoWidth ?? 1, height: logoHeight ?? 1, png: Buffer.from(logo, 'base64') },
  }
}
