import * as z from 'zod'
import { endpoint } from './endpoint.ts'
import { Id, Time, text } from './fields.ts'
import { pageOf } from './page.ts'

/** How a host site may sign who its customer is. */
export const identityAlgorithms = ['HS256', 'RS256', 'ES256', 'EdDSA'] as const
export type IdentityAlgorithm = (typeof identityAlgorithms)[number]

/** A token of the host site: a JWT with `sub`, `exp` and `aud` (the site's key), and perhaps `email`, `name`, `locale`. */
export const IdentityToken = z.string().min(1).max(4096)

/** Why a token says nothing of who the customer is. */
export const identityRefusals = [
  'no-keys',
  'malformed',
  'unsigned',
  'algorithm',
  'unknown-key',
  'signature',
  'expired',
  'not-yet',
  'audience',
  'no-subject',
  'no-expiry',
  'unreadable-key',
] as const
export type IdentityRefusal = (typeof identityRefusals)[number]

const KeyName = z
  .string()
  .max(100)
  .regex(/^[\x21-\x7e]+$/, 'Name a key with at most 100 letters, digits and signs, without spaces')

/** A key that the site's tokens are checked with. What it was made from is never shown again. */
export const IdentityKey = z.object({ id: Id, kid: z.string(), algorithm: z.enum(identityAlgorithms), createdAt: Time })
export type IdentityKey = z.infer<typeof IdentityKey>

/** Who a token speaks of; `externalId` is its `sub`. */
export const IdentityClaims = z.object({
  externalId: z.string(),
  email: z.string().nullable(),
  name: z.string().nullable(),
  locale: z.string().nullable(),
})
export type IdentityClaims = z.infer<typeof IdentityClaims>

const OfSite = z.object({ id: Id })

export const identityEndpoints = {
  /**
   * The customer whom the host site signed in, the same one on every device. An address in the token counts as confirmed, since the host site
   * vouches for it; one whose owner stopped the mail or declined it stays stopped.
   */
  identifyCustomer: endpoint(
    'POST',
    '/widget/v1/sites/:siteKey/identity',
    { access: 'site' },
    z.object({ siteKey: z.string().max(64), token: IdentityToken }),
    z.object({ customerToken: z.string(), name: z.string().nullable(), email: z.string().nullable() }),
  ),
  listIdentityKeys: endpoint('GET', '/api/v1/sites/:id/identity-keys', { access: 'admin' }, OfSite, pageOf(IdentityKey)),
  /** `key` is a secret of at least 32 bytes for HS256, else a public key as PEM or JWK. Several may be there at once, so that one can follow another. */
  addIdentityKey: endpoint(
    'POST',
    '/api/v1/sites/:id/identity-keys',
    { access: 'admin', status: 201 },
    OfSite.extend({ kid: KeyName, algorithm: z.enum(identityAlgorithms), key: text(1, 8000) }),
    IdentityKey,
  ),
  /** Tokens that were signed with it say nothing from now on. */
  removeIdentityKey: endpoint(
    'DELETE',
    '/api/v1/sites/:id/identity-keys/:keyId',
    { access: 'admin', status: 204 },
    OfSite.extend({ keyId: Id }),
    z.void(),
  ),
  /** Looks at a token as the widget's API would, and says why it is refused; nobody is signed in by it. */
  tryIdentityToken: endpoint(
    'POST',
    '/api/v1/sites/:id/identity-trials',
    { access: 'admin' },
    OfSite.extend({ token: IdentityToken }),
    z.object({ refusal: z.enum(identityRefusals).nullable(), customer: IdentityClaims.nullable() }),
  ),
}
