import type { Config } from '../config.ts'
import type { Db } from '../db/db.ts'
import { prepared } from '../db/prepared.ts'
import { systemScope } from '../db/scope.ts'
import { unseal } from '../seal.ts'
import { domainOf } from './mime.ts'

/** What the private half of a key is sealed for. */
export const sealedFor = (id: string) => `signing-key:${id}`

const used = prepared((db, { organisationId }: { organisationId: string }) =>
  db
    .within(systemScope(organisationId))
    .selectFrom('signingKeys')
    .select(['id', 'selector', 'domain', 'publicKey', 'sealed'])
    .where('usedAt', 'is not', null)
    .where('replacedAt', 'is', null),
)

/** The key that an organisation put to use. */
export const findUsedKey = async (db: Db, organisationId: string) => (await used(db, { organisationId }))[0]

type Known = Pick<Config, 'mailFrom' | 'secretKey' | 'signing'>

/**
 * What signs the mail of an organisation: its own key, else the one of the server. A key that can't be read any more (another SECRET_KEY) or is of a domain that mail no longer
 * comes from keeps no mail back: it goes as it would without.
 */
export async function findSigning(db: Db, { mailFrom, secretKey, signing }: Known, organisationId: string): Promise<Config['signing']> {
  const key = await findUsedKey(db, organisationId)
  const privateKey = key?.domain === domainOf(mailFrom) ? unseal(secretKey, sealedFor(key.id), key.sealed) : null
  return key && privateKey !== null ? { selector: key.selector, privateKey } : signing
}
