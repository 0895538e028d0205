import { siteEndpoints } from '@klankbord/shared/sites'
import type { Hono, MiddlewareHandler } from 'hono'
import { etag } from 'hono/etag'
import type { Deps } from '../deps.ts'
import { answerNothing, setHeader } from '../http/answer.ts'
import type { Env, RequestContext } from '../http/context.ts'
import { serve } from '../http/serve.ts'
import { notFound, ProblemError } from '../problem-error.ts'
import { changeSite, createSite, noteVisitor, presentSite } from './site.ts'
import { findSite, findSiteByKey, type KnownSite, listSites } from './store.ts'

declare module 'hono' {
  interface ContextVariableMap {
    /** The site that the request is for; set on the widget API. */
    site?: KnownSite
  }
}

const ALLOW = 'Access-Control-Allow-Origin'

/**
 * Cross-origin rules of the widget API, without cookies. The page's origin is named first, so that refusals can be read; `onlyAllowedOrigins` takes it back where the site does
 * not allow it. A preflight of `/mine` says nothing yet of a customer, so the request itself is what is checked.
 */
export function widgetCors(deps: Deps): MiddlewareHandler<Env> {
  return async (c, next) => {
    setHeader(c, 'Vary', 'Origin')
    const origin = c.req.header('Origin')
    if (origin) {
      setHeader(c, ALLOW, origin)
      setHeader(c, 'Access-Control-Expose-Headers', 'Retry-After, ETag, X-Request-Id')
    }
    if (c.req.method !== 'OPTIONS') return next()
    const site = await siteInPath(deps, c)
    if (site) requireOrigin(deps, c, site)
    setHeader(c, 'Access-Control-Allow-Methods', 'GET, POST, PUT, DELETE')
    setHeader(c, 'Access-Control-Allow-Headers', 'Authorization, Content-Type, Idempotency-Key, If-None-Match')
    setHeader(c, 'Access-Control-Max-Age', '7200')
    return answerNothing(c, 204)
  }
}

async function siteInPath({ db }: Deps, c: RequestContext): Promise<KnownSite | undefined> {
  const key = /^\/widget\/v1\/sites\/([^/]+)/.exec(c.req.path)?.[1]
  if (key === undefined) return undefined
  // A key is never written with %, so what needs decoding is no key.
  const site = /^[\w-]{1,64}$/.test(key) ? await findSiteByKey(db, key) : undefined
  if (!site) throw new ProblemError('not-found', 'There is no site with this key. Copy the snippet anew from Settings → Sites.')
  return site
}

function requireOrigin({ config }: Deps, c: RequestContext, { origins }: KnownSite) {
  const origin = c.req.header('Origin')
  const isOurs = origin === new URL(config.publicUrl).origin || c.req.header('Sec-Fetch-Site') === 'same-origin'
  if (origin === undefined || isOurs || origins.includes(origin)) return
  setHeader(c, ALLOW, null)
  throw new ProblemError('origin-not-allowed', 'The site does not list this page’s origin. An admin adds it in Settings → Sites.')
}

/** Finds the site, of the path or of the customer, and lets only its own pages in. */
export function onlyAllowedOrigins(deps: Deps): MiddlewareHandler<Env> {
  return async (c, next) => {
    const scope = c.get('scope')
    const customer = scope?.who.kind === 'customer' ? scope : undefined
    const inPath = await siteInPath(deps, c)
    const ofCustomer =
      customer?.who.kind === 'customer' && c.req.header('Origin') ? await findSite(deps.db, customer, customer.who.siteId) : undefined
    const site = inPath ?? ofCustomer
    if (site) {
      requireOrigin(deps, c, site)
      if (customer && customer.organisationId !== site.organisationId)
        throw new ProblemError('unauthenticated', 'This token belongs to another site. Leave it out, and a new one is made.')
      if (!customer) c.set('scope', { organisationId: site.organisationId, who: { kind: 'site', id: site.id } })
      c.set('site', site)
    }
    await next()
  }
}

export function mountSites(app: Hono<Env>, deps: Deps) {
  app.use(siteEndpoints.readSiteConfiguration.path, etag())
  serve(app, siteEndpoints.readSiteConfiguration, async (_, { scope, c }) => {
    const site = c.get('site')
    if (!site) throw notFound('site')
    if (c.req.header('Origin') && c.req.header('Origin') !== new URL(deps.config.publicUrl).origin) await noteVisitor(deps, scope, site)
    setHeader(c, 'Cache-Control', 'public, max-age=60')
    const { key, organisation, kinds, rating, look, locale } = site
    return { key, organisation, kinds, questions: [], rating, look, texts: {}, locale }
  })
  serve(app, siteEndpoints.listSites, async (_, { scope }) => ({
    items: (await listSites(deps.db, scope)).map((site) => presentSite(deps, site)),
    next: null,
  }))
  serve(app, siteEndpoints.createSite, (input, { scope }) => createSite(deps, scope, input))
  serve(app, siteEndpoints.changeSite, (input, { scope }) => changeSite(deps, scope, input))
}
