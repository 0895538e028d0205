import { createPublicKey } from 'node:crypto'
import { Resolver } from 'node:dns/promises'
import type { Config } from '../config.ts'
import { domainOf } from '../mail/mime.ts'

/** A TXT record of the DNS. */
export interface TxtRecord {
  name: string
  value: string
}

/** What a domain has to say, so that others can check what is signed for it. `publicKey` is its SPKI in base64. */
export const recordFor = ({ selector, domain, publicKey }: { selector: string; domain: string; publicKey: string }): TxtRecord => ({
  name: `${selector}._domainkey.${domain}`,
  value: `v=DKIM1; k=rsa; p=${publicKey}`,
})

/** That of the key that the server was started with; null without one. */
export function recordOf({ signing, mailFrom }: Pick<Config, 'signing' | 'mailFrom'>): TxtRecord | null {
  if (!signing) return null
  const publicKey = createPublicKey(signing.privateKey).export({ type: 'spki', format: 'der' }).toString('base64')
  return recordFor({ selector: signing.selector, domain: domainOf(mailFrom), publicKey })
}

export type Lookup = (name: string) => Promise<string[][]>

export const inDns: Lookup = (name) => new Resolver({ timeout: 3_000, tries: 2 }).resolveTxt(name)

/** Whether the record is in the DNS by now; `unknown` when that can't be asked. */
export async function findRecord(record: TxtRecord, lookUp: Lookup): Promise<'yes' | 'other' | 'no' | 'unknown'> {
  try {
    const found = (await lookUp(record.name)).map((parts) => keyIn(parts.join('')))
    return found.includes(keyIn(record.value)) ? 'yes' : 'other'
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    return code === 'ENOTFOUND' || code === 'ENODATA' ? 'no' : 'unknown'
  }
}

const keyIn = (record: string) => /(?:^|;)\s*p=([^;]*)/.exec(record)?.[1]?.replace(/\s/g, '')
