import type { MiddlewareHandler } from 'hono'
import { secureHeaders } from 'hono/secure-headers'
import type { Env } from './context.ts'

/** What a page of ours may load: its own scripts and styles, nothing inline, nothing from elsewhere. */
const pagePolicy = {
  defaultSrc: ["'none'"],
  scriptSrc: ["'self'"],
  styleSrc: ["'self'"],
  imgSrc: ["'self'", 'data:'],
  fontSrc: ["'self'"],
  connectSrc: ["'self'"],
  frameSrc: ["'self'"],
  formAction: ["'self'"],
  baseUri: ["'none'"],
  frameAncestors: ["'self'"],
}

const common = {
  referrerPolicy: 'no-referrer',
  xFrameOptions: 'SAMEORIGIN',
  crossOriginOpenerPolicy: 'same-origin',
  xXssProtection: false,
  permissionsPolicy: { camera: false, microphone: false, geolocation: false },
} satisfies Parameters<typeof secureHeaders>[0]

const secure: MiddlewareHandler<Env> = secureHeaders({
  ...common,
  contentSecurityPolicy: pagePolicy,
  // An answer may be stricter, as somebody's HTML is.
  overwrite: false,
})

/** The headers of everything that is ours alone. */
export const pageHeaders: MiddlewareHandler<Env> = (c, next) => {
  // Before the answer is made: a header that comes later makes Hono build the answer anew.
  c.header('X-Request-Id', c.get('requestId'))
  return secure(c, next)
}

/** What other sites load: few, since every submission carries them. */
const forOthers = {
  'Cross-Origin-Resource-Policy': 'cross-origin',
  'Content-Security-Policy': "default-src 'none'; frame-ancestors 'none'",
  'Referrer-Policy': 'no-referrer',
  'X-Content-Type-Options': 'nosniff',
}

/** The policy of the page on which an admin sees the widget before it is saved: it can ask and send nothing, so that no feedback comes from it. */
export const PREVIEW_POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; connect-src 'none'; form-action 'none'; base-uri 'none'; frame-ancestors 'self'"

/** The headers of that page, in place of those of other pages of ours. */
export const previewHeaders: MiddlewareHandler<Env> = async (c, next) => {
  await next()
  c.res.headers.set('Content-Security-Policy', PREVIEW_POLICY)
}

/** The headers of the widget's API. */
export const widgetHeaders: MiddlewareHandler<Env> = (c, next) => {
  c.set('headers', { 'X-Request-Id': c.get('requestId'), ...forOthers })
  return next()
}

/** The headers of the widget's files, which any page may load. */
export const widgetFileHeaders: MiddlewareHandler<Env> = (c, next) => {
  const headers = { 'X-Request-Id': c.get('requestId'), ...forOthers, 'Access-Control-Allow-Origin': '*' }
  for (const [name, value] of Object.entries(headers)) c.header(name, value)
  return next()
}

/** The policy of somebody's HTML shown inside a page of ours (an e-mail): inline styles only, no script, no request, a world of its own. */
export const SANDBOX_POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; sandbox; frame-ancestors 'self'"

/** The policy of a picture that a stranger sent: opened by itself it can do nothing at all. */
export const PICTURE_POLICY = "sandbox; default-src 'none'"
