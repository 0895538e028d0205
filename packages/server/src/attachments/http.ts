import { attachmentEndpoints } from '@klankbord/shared/attachments'
import type { Hono, MiddlewareHandler } from 'hono'
import type { Deps } from '../deps.ts'
import type { Env } from '../http/context.ts'
import { limitByAddress } from '../http/limits.ts'
import { serve } from '../http/serve.ts'
import { notFound, ProblemError } from '../problem-error.ts'
import { addAttachment } from './add-attachment.ts'
import { readAttachment } from './read-attachment.ts'

/** Most pictures in memory at a time, those that wait for their turn too: 5 MB each. */
const MOST_AT_ONCE = 16

/** What customers send from their pages. */
export function mountPictures(app: Hono<Env>, deps: Deps) {
  const { addAttachment: adding } = attachmentEndpoints
  app.post(adding.path, limitByAddress({ requests: 30, seconds: 600 }, deps.config), atMost(MOST_AT_ONCE))
  serve(app, adding, (_, { scope, bytes, c }) => {
    const site = c.get('site')
    if (!site) throw notFound('site')
    return addAttachment(deps, scope, site.id, bytes)
  })
}

/** What members see of it. */
export function mountAttachments(app: Hono<Env>, deps: Deps) {
  serve(app, attachmentEndpoints.readAttachment, ({ id, attachmentId }, { scope }) => readAttachment(deps, scope, { itemId: id, id: attachmentId }))
}

function atMost(requests: number): MiddlewareHandler<Env> {
  let inHand = 0
  return async (_, next) => {
    if (inHand >= requests)
      throw new ProblemError('unavailable', 'Many pictures are arriving at this moment. Try again in a few seconds; nothing was stored.', {
        retryAfter: 5,
      })
    inHand++
    try {
      await next()
    } finally {
      inHand--
    }
  }
}
