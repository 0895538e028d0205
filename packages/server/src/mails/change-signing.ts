import { generateKeyPair } from 'node:crypto'
import { promisify } from 'node:util'
import { type FoundInDns, type MailSigning, mailEndpoints } from '@klankbord/shared/mails'
import { recordChange } from '../changes/record-change.ts'
import { requireSeen, type Setting } from '../changes/setting.ts'
import { type Db, transact } from '../db/db.ts'
import { record } from '../db/events.ts'
import { newId } from '../db/ids.ts'
import type { Scope } from '../db/scope.ts'
import { versionOfSetting } from '../db/setting-version.ts'
import { takeTurn } from '../db/take-turn.ts'
import type { Deps } from '../deps.ts'
import { domainOf } from '../mail/mime.ts'
import { findUsedKey, sealedFor } from '../mail/signing-store.ts'
import { badField, notFoundAt } from '../problem-error.ts'
import { seal } from '../seal.ts'
import { findRecord, inDns, type Lookup, recordFor, recordOf } from './signing.ts'
import { deleteUnused, insertKey, type ListedKey, listKeys, putToUse, setFound } from './signing-key-store.ts'

/** Read by every mail server; longer ones do not fit in one answer of the DNS everywhere. */
const BITS = 2048

const makePair = promisify(generateKeyPair)

const settingsOf = async (db: Db, { organisationId }: Scope) => ({ signingKey: (await findUsedKey(db, organisationId))?.id ?? null })

const stateOf = ({ usedAt, replacedAt }: ListedKey) => (usedAt === null ? 'new' : replacedAt === null ? 'used' : 'replaced')

/** The keys that sign an organisation's mail, and the record that each needs; never a private half. */
export async function readSigning({ db, config }: Pick<Deps, 'db' | 'config'>, scope: Scope): Promise<MailSigning> {
  const keys = await listKeys(db, scope)
  return {
    domain: domainOf(config.mailFrom),
    ofServer: recordOf(config),
    keys: keys.map((key) => ({
      id: key.id,
      ...recordFor(key),
      state: stateOf(key),
      createdAt: key.createdAt,
      foundAt: key.foundAt,
      replacedAt: key.replacedAt,
    })),
    version: versionOfSetting(await settingsOf(db, scope)),
  }
}

/** Makes a key for the domain of the sender. It signs nothing before it is put to use; one that was made before and never used is let go. */
export async function makeSigningKey(deps: Deps, scope: Scope): Promise<MailSigning> {
  const { db, config, clock } = deps
  const { publicKey, privateKey } = await makePair('rsa', { modulusLength: BITS })
  const now = clock()
  const id = newId()
  const key = {
    id,
    // Another name each time, so that the record of the key before can stay.
    selector: `klankbord-${now.toISOString().slice(0, 10).replaceAll('-', '')}-${id.slice(-4)}`,
    domain: domainOf(config.mailFrom),
    publicKey: publicKey.export({ type: 'spki', format: 'der' }).toString('base64'),
    sealed: seal(config.secretKey, sealedFor(id), privateKey.export({ type: 'pkcs8', format: 'pem' }).toString()),
    createdAt: now.toISOString(),
  }
  await transact(db, async (db) => {
    await takeTurn(db, scope)
    await deleteUnused(db, scope)
    await insertKey(db, scope, key)
    await record(db, scope, [{ type: 'mail.signing-key', aboutId: scope.organisationId, detail: { keyId: id, selector: key.selector } }], now)
  })
  return readSigning(deps, scope)
}

/** The record of what signs an organisation's mail; null while nothing does. */
export async function findSigned(db: Db, config: Deps['config'], { organisationId }: Scope) {
  const key = await findUsedKey(db, organisationId)
  return key ? recordFor(key) : recordOf(config)
}

/** Looks in the DNS for the record of a key, or of what signs now where none is named; notes when it was there. */
export async function checkSigning(
  { db, config, clock }: Deps,
  scope: Scope,
  keyId: string | undefined,
  lookUp: Lookup = inDns,
): Promise<FoundInDns> {
  const wanted = keyId ?? (await settingsOf(db, scope)).signingKey
  const key = wanted === null ? undefined : (await listKeys(db, scope)).find(({ id }) => id === wanted)
  if (keyId !== undefined && !key) throw notFoundAt('keyId', 'key')
  const sought = key ? recordFor(key) : recordOf(config)
  if (!sought) return 'unsigned'
  const found = await findRecord(sought, lookUp)
  if (found === 'yes' && key) await setFound(db, scope, key.id, clock().toISOString())
  return found
}

const REFUSED = {
  no: 'The record of this key is not in the DNS yet. Publish it, wait until it is there (up to an hour), and try again',
  other: 'The DNS has a record by this name, but with another key. Put the value of this key there, and try again',
  unknown: 'The DNS did not answer, so nobody knows whether the record is there. Try again in a moment',
  unsigned: 'There is no such key',
}

interface Wanted {
  keyId: string | null
  version?: string | undefined
}

/** Signs with a key from now on, or with null without one of one's own. Only a key whose record others can read: with another, what we sign is believed less than what is not signed. */
export async function changeSigning(deps: Deps, scope: Scope, { keyId, version }: Wanted, lookUp: Lookup = inDns): Promise<MailSigning> {
  const found = keyId === null ? 'yes' : await checkSigning(deps, scope, keyId, lookUp)
  if (found !== 'yes') throw badField('keyId', REFUSED[found])
  return use(deps, scope, { keyId, version })
}

async function use(deps: Deps, scope: Scope, { keyId, version }: Wanted): Promise<MailSigning> {
  const { clock, config } = deps
  await transact(deps.db, async (db) => {
    await takeTurn(db, scope)
    const before = await settingsOf(db, scope)
    requireSeen(version, before)
    const key = keyId === null ? undefined : (await listKeys(db, scope)).find(({ id }) => id === keyId)
    if (keyId !== null && !key) throw notFoundAt('keyId', 'key')
    if (key && key.domain !== domainOf(config.mailFrom))
      throw badField('keyId', 'This key is of a domain that mail no longer comes from. Make a new one')
    const change = { type: 'mail.signing', aboutId: scope.organisationId, before, after: { signingKey: keyId } }
    if (await recordChange(db, scope, change, clock())) await putToUse(db, scope, keyId, clock().toISOString())
  })
  return readSigning(deps, scope)
}

/** Puts back what signed before. The record of that key was seen when it was put to use; nothing is asked of the DNS here, within a transaction. */
export const signingSetting: Setting = {
  read: async (db, scope, id) => (id === scope.organisationId ? settingsOf(db, scope) : undefined),
  change: (deps, scope, _, { signingKey }) => use(deps, scope, mailEndpoints.changeMailSigning.input.parse({ keyId: signingKey })),
}
