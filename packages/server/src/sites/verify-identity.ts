import { createPublicKey, type KeyObject } from 'node:crypto'
import { Email, Locale, line } from '@klankbord/shared/fields'
import { type IdentityAlgorithm, type IdentityClaims, type IdentityRefusal, identityAlgorithms } from '@klankbord/shared/identity'
import { decodeProtectedHeader, errors, type JWTPayload, jwtVerify } from 'jose'
import { type Scope, systemScope } from '../db/scope.ts'
import type { Deps } from '../deps.ts'
import { notFound, ProblemError } from '../problem-error.ts'
import { unseal } from '../seal.ts'
import { listKeys, type StoredKey } from './identity-store.ts'
import { findSite, type KnownSite } from './store.ts'

/** By how much two clocks may differ. */
const CLOCK_SECONDS = 5

type Reading = { refusal: IdentityRefusal; customer: null } | { refusal: null; customer: IdentityClaims }
const refused = (refusal: IdentityRefusal): Reading => ({ refusal, customer: null })

/** Who the host site says that it is; a token that does not hold is refused, and not why: that is told in the settings only. */
export async function verifyIdentity(deps: Deps, site: KnownSite, token: string): Promise<IdentityClaims> {
  const { customer } = await readIdentity(deps, site, token)
  if (customer) return customer
  throw new ProblemError(
    'unauthenticated',
    'This token of the host site can’t be taken: it may have expired, or be meant for another site. Settings → Sites tells why.',
  )
}

/** Looks at a token for somebody who is setting this up. */
export async function tryIdentity(deps: Deps, scope: Scope, { id, token }: { id: string; token: string }): Promise<Reading> {
  const site = await findSite(deps.db, scope, id)
  if (!site) throw notFound('site')
  return readIdentity(deps, site, token)
}

/**
 * The algorithm is the key's own: a token may only say which of the site's keys it was signed with, never how it is to be checked.
 */
async function readIdentity(deps: Deps, site: KnownSite, token: string): Promise<Reading> {
  const header = headerOf(token)
  if (!header) return refused('malformed')
  const { alg, kid } = header
  if (alg === undefined || /^none$/i.test(alg)) return refused('unsigned')
  const keys = await listKeys(deps.db, systemScope(site.organisationId), site.id)
  if (keys.length === 0) return refused('no-keys')
  if (!isKnown(alg)) return refused('algorithm')
  const named = kid === undefined ? keys : keys.filter((key) => key.kid === kid)
  if (named.length === 0) return refused('unknown-key')
  let reading = refused('algorithm')
  for (const key of named.filter(({ algorithm }) => algorithm === alg)) {
    reading = await readWith(deps, key, site.key, token)
    if (reading.refusal !== 'signature' && reading.refusal !== 'unreadable-key') break
  }
  return reading
}

const isKnown = (alg: string): alg is IdentityAlgorithm => (identityAlgorithms as readonly string[]).includes(alg)

function headerOf(token: string): { alg: string | undefined; kid: string | undefined } | null {
  if (!/^[\w-]+\.[\w-]+\.[\w-]*$/.test(token)) return null
  try {
    const { alg, kid } = decodeProtectedHeader(token)
    if (kid !== undefined && typeof kid !== 'string') return null
    return { alg: typeof alg === 'string' ? alg : undefined, kid }
  } catch {
    return null
  }
}

async function readWith({ config, clock }: Deps, stored: StoredKey, audience: string, token: string): Promise<Reading> {
  const key = materialOf(config.secretKey, stored)
  if (!key) return refused('unreadable-key')
  try {
    const { payload } = await jwtVerify(token, key, {
      algorithms: [stored.algorithm],
      audience,
      requiredClaims: ['exp', 'sub'],
      clockTolerance: CLOCK_SECONDS,
      currentDate: clock(),
    })
    return claimsOf(payload)
  } catch (error) {
    return refused(refusalOf(error))
  }
}

function materialOf(secretKey: string, { id, algorithm, sealed }: StoredKey): KeyObject | Uint8Array | null {
  const material = unseal(secretKey, `identity-key:${id}`, sealed)
  if (material === null) return null
  return algorithm === 'HS256' ? new TextEncoder().encode(material) : createPublicKey(material)
}

const ofClaim: Record<string, IdentityRefusal> = { aud: 'audience', nbf: 'not-yet', exp: 'no-expiry', sub: 'no-subject' }

function refusalOf(error: unknown): IdentityRefusal {
  if (error instanceof errors.JWSSignatureVerificationFailed) return 'signature'
  if (error instanceof errors.JWTExpired) return 'expired'
  if (error instanceof errors.JWTClaimValidationFailed) return ofClaim[error.claim] ?? 'malformed'
  if (error instanceof errors.JOSEError) return 'malformed'
  throw error
}

/** Who it is, character by character: names that only look alike are two customers. */
const SUBJECT = /^[^\p{C}]{1,200}$/u

/** Of what else the token says, only what can be used is taken; an address of which it says that nobody checked it is not vouched for. */
function claimsOf({ sub, email, email_verified: isVerified, name, locale }: JWTPayload): Reading {
  if (typeof sub !== 'string' || !SUBJECT.test(sub)) return refused('no-subject')
  return {
    refusal: null,
    customer: {
      externalId: sub,
      email: isVerified === false ? null : (Email.safeParse(email).data ?? null),
      name: line(1, 100).safeParse(name).data ?? null,
      locale: Locale.safeParse(locale).data ?? null,
    },
  }
}
