import { inboundEndpoints } from '@klankbord/shared/inbound'
import type { Hono, MiddlewareHandler } from 'hono'
import type { Deps } from '../deps.ts'
import type { Env } from '../http/context.ts'
import { pageHeaders } from '../http/headers.ts'
import { limitAtOnce, limitByAddress } from '../http/limits.ts'
import { requireSameOrigin } from '../http/same-origin.ts'
import { serve } from '../http/serve.ts'
import { receiveMail, whoseMail } from './receive-mail.ts'
import { listBounces, takeBackBounce } from './take-notice.ts'

/** Most mails in memory at a time: 50 MB each at worst. */
const MOST_AT_ONCE = 4

/** Where mail servers and the services in front of them post what came in. */
export function mountInbound(app: Hono<Env>, deps: Deps) {
  const { receiveMail: receiving } = inboundEndpoints
  app.post(
    receiving.path,
    pageHeaders,
    limitByAddress({ requests: 600, seconds: 60 }, deps.config),
    requireSameOrigin(deps.config),
    limitAtOnce(MOST_AT_ONCE, 'Many mails are arriving at this moment. Post it again in a few seconds.'),
    onlyKnown(deps),
  )
  serve(app, receiving, async ({ token }, { bytes }) => receiveMail(deps, await whoseMail(deps, token), bytes))
}

/** What the team sees of addresses that take no more. */
export function mountBounces(app: Hono<Env>, deps: Deps) {
  serve(app, inboundEndpoints.listBounces, (_, { scope }) => listBounces(deps, scope))
  serve(app, inboundEndpoints.takeBackBounce, ({ customerId }, { scope }) => takeBackBounce(deps, scope, customerId))
}

/** Before a body is read: a stranger's is not. */
const onlyKnown =
  (deps: Deps): MiddlewareHandler<Env> =>
  async (c, next) => {
    const token = c.req.param('token') ?? ''
    // What is no token at all is told so by what checks the request.
    if (token.length >= 16) await whoseMail(deps, token)
    await next()
  }
