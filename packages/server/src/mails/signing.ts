import { createPublicKey } from 'node:crypto'
import { Resolver } from 'node:dns/promises'
import type { Config } from '../config.ts'
import { domainOf } from '../mail/mime.ts'

type Signing = Pick<Config, 'signing' | 'mailFrom'>

/** What the domain of the sender has to say, so that others can check what we sign; null while nothing is signed. */
export function recordOf({ signing, mailFrom }: Signing) {
  if (!signing) return null
  const key = createPublicKey(signing.privateKey).export({ type: 'spki', format: 'der' }).toString('base64')
  return { name: `${signing.selector}._domainkey.${domainOf(mailFrom)}`, value: `v=DKIM1; k=rsa; p=${key}` }
}

type Lookup = (name: string) => Promise<string[][]>

const inDns: Lookup = (name) => new Resolver({ timeout: 3_000, tries: 2 }).resolveTxt(name)

/** Whether the record is in the DNS by now; `unknown` when that can't be asked. */
export async function findRecord(config: Signing, lookUp = inDns): Promise<'unsigned' | 'yes' | 'other' | 'no' | 'unknown'> {
  const record = recordOf(config)
  if (!record) return 'unsigned'
  try {
    const found = (await lookUp(record.name)).map((parts) => keyIn(parts.join('')))
    return found.includes(keyIn(record.value)) ? 'yes' : 'other'
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    return code === 'ENOTFOUND' || code === 'ENODATA' ? 'no' : 'unknown'
  }
}

const keyIn = (record: string) => /(?:^|;)\s*p=([^;]*)/.exec(record)?.[1]?.replace(/\s/g, '')
