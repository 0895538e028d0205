import { identityEndpoints } from '@klankbord/shared/identity'
import type { Hono } from 'hono'
import { identify } from '../customers/identify.ts'
import { transact } from '../db/db.ts'
import type { Deps } from '../deps.ts'
import type { Env } from '../http/context.ts'
import { limitByAddress } from '../http/limits.ts'
import { serve } from '../http/serve.ts'
import { notFound } from '../problem-error.ts'
import { addIdentityKey, listIdentityKeys, removeIdentityKey } from './identity-keys.ts'
import { tryIdentity, verifyIdentity } from './verify-identity.ts'

/** Who the customer is, as their host site signs it. */
export function mountIdentity(app: Hono<Env>, deps: Deps) {
  app.post(identityEndpoints.identifyCustomer.path, limitByAddress({ requests: 120, seconds: 60 }, deps.config))
  serve(app, identityEndpoints.identifyCustomer, async ({ token }, { scope, c }) => {
    const site = c.get('site')
    if (!site) throw notFound('site')
    const claims = await verifyIdentity(deps, site, token)
    const { id, name, email } = await transact(deps.db, (db) => identify(db, scope, site.id, claims, deps.clock()))
    return { customerToken: deps.tokens.sign('customer', id), name, email }
  })
}

/** The keys of a site, for its admins. */
export function mountIdentityKeys(app: Hono<Env>, deps: Deps) {
  serve(app, identityEndpoints.listIdentityKeys, async ({ id }, { scope }) => ({ items: await listIdentityKeys(deps, scope, id), next: null }))
  serve(app, identityEndpoints.addIdentityKey, (input, { scope }) => addIdentityKey(deps, scope, input))
  serve(app, identityEndpoints.removeIdentityKey, (input, { scope }) => removeIdentityKey(deps, scope, input))
  serve(app, identityEndpoints.tryIdentityToken, (input, { scope }) => tryIdentity(deps, scope, input))
}
