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

/** The headers of everything that is ours alone. */
export const pageHeaders: MiddlewareHandler<Env> = secureHeaders({
  ...common,
  contentSecurityPolicy: pagePolicy,
  // An answer may be stricter, as somebody's HTML is.
  overwrite: false,
})

/** The headers of what other sites load: the widget's files and its API. Few, since every submission carries them. */
export const widgetHeaders: MiddlewareHandler<Env> = (c, next) => {
  c.header('Cross-Origin-Resource-Policy', 'cross-origin')
  c.header('Content-Security-Policy', "default-src 'none'; frame-ancestors 'none'")
  c.header('Referrer-Policy', 'no-referrer')
  c.header('X-Content-Type-Options', 'nosniff')
  return next()
}

/** The policy of somebody's HTML shown inside a page of ours (an e-mail): inline styles only, no script, no request, a world of its own. */
export const SANDBOX_POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; sandbox; frame-ancestors 'self'"

/** The policy of a picture that a stranger sent: opened by itself it can do nothing at all. */
export const PICTURE_POLICY = "sandbox; default-src 'none'"
