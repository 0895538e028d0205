import type { MiddlewareHandler } from 'hono'
import { matchedRoutes } from 'hono/route'
import { newId } from '../db/ids.ts'
import type { Deps } from '../deps.ts'
import type { Env } from './context.ts'

/** One JSON line per request: its route, never its path or query, since those can hold a token or a person's words. */
export function requestLog({ log }: Deps): MiddlewareHandler<Env> {
  return async (c, next) => {
    const requestId = newId()
    const started = performance.now()
    c.set('requestId', requestId)
    await next()
    if (!log.isLevelEnabled('info')) return
    const route = matchedRoutes(c).findLast(({ path }) => !path.endsWith('*'))?.path ?? 'none'
    log.info(
      {
        requestId,
        method: c.req.method,
        route,
        status: c.res.status,
        ms: Math.round(performance.now() - started),
        organisationId: c.get('scope')?.organisationId,
      },
      'request',
    )
  }
}
