import { createPublicKey, type JsonWebKey, type KeyObject } from 'node:crypto'
import type { IdentityAlgorithm, IdentityKey } from '@klankbord/shared/identity'
import { transact } from '../db/db.ts'
import { record } from '../db/events.ts'
import { newId } from '../db/ids.ts'
import type { Scope } from '../db/scope.ts'
import type { Deps } from '../deps.ts'
import { badField, notFound, ProblemError } from '../problem-error.ts'
import { seal } from '../seal.ts'
import { deleteKey, insertKey, listKeys, type StoredKey, setIdentifies } from './identity-store.ts'
import { findSite } from './store.ts'

/** Two are enough to let one follow another; each is tried when a token names none. */
const MOST_KEYS = 10

const present = ({ id, kid, algorithm, createdAt }: StoredKey): IdentityKey => ({ id, kid, algorithm, createdAt })

export async function listIdentityKeys({ db }: Deps, scope: Scope, siteId: string): Promise<IdentityKey[]> {
  if (!(await findSite(db, scope, siteId))) throw notFound('site')
  return (await listKeys(db, scope, siteId)).map(present)
}

interface NewKey {
  id: string
  kid: string
  algorithm: IdentityAlgorithm
  key: string
}

/** Adds a key. A secret is kept sealed; of the others only the public half is taken. */
export async function addIdentityKey({ db, clock, config }: Deps, scope: Scope, { id: siteId, kid, algorithm, key }: NewKey): Promise<IdentityKey> {
  const material = algorithm === 'HS256' ? secretOf(key) : publicKeyOf(algorithm, key)
  const id = newId()
  const now = clock()
  const stored = { id, siteId, kid, algorithm, sealed: seal(config.secretKey, `identity-key:${id}`, material), createdAt: now.toISOString() }
  await transact(db, async (db) => {
    if (!(await findSite(db, scope, siteId))) throw notFound('site')
    if ((await listKeys(db, scope, siteId)).length >= MOST_KEYS)
      throw new ProblemError('conflict', `A site has at most ${MOST_KEYS} keys. Remove one that is no longer used.`)
    if (!(await insertKey(db, scope, stored))) throw badField('kid', 'This site has a key with this name')
    await setIdentifies(db, scope, siteId, stored.createdAt)
    await record(db, scope, [{ type: 'identity-key.added', detail: { siteId, keyId: id, algorithm } }], now)
  })
  return present(stored)
}

export async function removeIdentityKey({ db, clock }: Deps, scope: Scope, { id: siteId, keyId }: { id: string; keyId: string }): Promise<void> {
  await transact(db, async (db) => {
    if (!(await findSite(db, scope, siteId))) throw notFound('site')
    if (!(await deleteKey(db, scope, siteId, keyId))) throw notFound('key')
    if ((await listKeys(db, scope, siteId)).length === 0) await setIdentifies(db, scope, siteId, null)
    await record(db, scope, [{ type: 'identity-key.removed', detail: { siteId, keyId } }], clock())
  })
}

function secretOf(key: string): string {
  if (Buffer.byteLength(key) < 32) throw badField('key', 'A secret has at least 32 characters')
  if (/-----BEGIN|^\s*\{/.test(key))
    throw badField('key', 'This is no secret but a key in a file; choose another algorithm, or give the secret itself')
  return key
}

const typeOf: Record<Exclude<IdentityAlgorithm, 'HS256'>, (key: KeyObject) => string | null> = {
  RS256: ({ asymmetricKeyType, asymmetricKeyDetails }) =>
    asymmetricKeyType !== 'rsa'
      ? 'RS256 needs an RSA key'
      : (asymmetricKeyDetails?.modulusLength ?? 0) < 2048
        ? 'An RSA key has at least 2048 bits'
        : null,
  ES256: ({ asymmetricKeyType, asymmetricKeyDetails }) =>
    asymmetricKeyType === 'ec' && asymmetricKeyDetails?.namedCurve === 'prime256v1' ? null : 'ES256 needs a key on the curve P-256',
  EdDSA: ({ asymmetricKeyType }) => (asymmetricKeyType === 'ed25519' ? null : 'EdDSA needs an Ed25519 key'),
}

/** The public key as PEM, whatever it came as. */
function publicKeyOf(algorithm: Exclude<IdentityAlgorithm, 'HS256'>, given: string): string {
  const jwk = given.trimStart().startsWith('{') ? readJwk(given) : null
  if (/PRIVATE KEY/.test(given) || jwk?.d !== undefined)
    throw badField('key', 'This is a private key. Keep it where the tokens are signed, and give the public one')
  const wrong = (message: string) => badField('key', message)
  let key: KeyObject
  try {
    key = jwk ? createPublicKey({ key: jwk, format: 'jwk' }) : createPublicKey(given)
  } catch {
    throw wrong('This is no public key: give it as PEM (-----BEGIN PUBLIC KEY-----) or as JWK')
  }
  const problem = typeOf[algorithm](key)
  if (problem) throw wrong(problem)
  return String(key.export({ type: 'spki', format: 'pem' }))
}

function readJwk(text: string): JsonWebKey | null {
  try {
    return JSON.parse(text) as JsonWebKey
  } catch {
    return null
  }
}
