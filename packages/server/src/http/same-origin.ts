import type { MiddlewareHandler } from 'hono'
import type { Config } from '../config.ts'
import { ProblemError } from '../problem-error.ts'
import type { Env, RequestContext } from './context.ts'

/**
 * Refuses a change that another site's page made a browser ask for, also before anyone is signed in: signing a stranger in is a change too.
 * A request with a bearer token is let through, since no page of another site can make a browser add one (unlike a basic password); and so is one that no browser sent.
 */
export function requireSameOrigin({ publicUrl }: Pick<Config, 'publicUrl'>): MiddlewareHandler<Env> {
  const ownOrigin = new URL(publicUrl).origin
  return async (c, next) => {
    const changes = c.req.method !== 'GET' && c.req.method !== 'HEAD'
    if (changes && !/^Bearer /i.test(c.req.header('Authorization') ?? '') && !comesFromUs(c, ownOrigin))
      throw new ProblemError('forbidden', 'This request came from a page of another site. Open Klankbord itself and try again; nothing was changed.')
    await next()
  }
}

function comesFromUs(c: RequestContext, ownOrigin: string): boolean {
  const site = c.req.header('Sec-Fetch-Site')
  if (site !== undefined) return site === 'same-origin' || site === 'none'
  const origin = c.req.header('Origin')
  if (origin === undefined) return true
  return origin === ownOrigin || isOwnHost(origin, c.req.header('Host'))
}

/** True for a page that was loaded from the very host that is asked now: an address of ours beside PUBLIC_URL, such as 127.0.0.1. */
const isOwnHost = (origin: string, host: string | undefined) =>
  host !== undefined && URL.canParse(origin) && new URL(origin).host === host.toLowerCase()
