import { liveEndpoints } from '@klankbord/shared/live'
import type { Hono } from 'hono'
import { hashSecret } from '../db/ids.ts'
import type { Deps } from '../deps.ts'
import type { Env, RequestContext } from '../http/context.ts'
import { serve } from '../http/serve.ts'
import { readSessionCookie } from '../http/session-cookie.ts'
import { openChannel } from './channel.ts'
import { Hub, type LiveSource } from './hub.ts'
import { lookAt } from './look-at.ts'

/** What changes while somebody looks, and who else looks. */
export function mountLive(app: Hono<Env>, deps: Deps, sources: readonly LiveSource[] = []) {
  const hub = new Hub(deps, sources)
  deps.stopping?.addEventListener('abort', () => hub.endAll(), { once: true })
  serve(app, liveEndpoints.listenLive, async ({ seconds }, { scope, c }) => {
    const { organisationId, who } = scope
    const memberId = who.kind === 'member' ? who.id : null
    const { stream, listener } = openChannel({ organisationId, memberId, secretHash: hashSecret(secretOf(c, deps)) }, (gone) => hub.remove(gone))
    await hub.add(listener, c.req.header('Last-Event-ID') !== undefined)
    c.req.raw.signal.addEventListener('abort', listener.end, { once: true })
    if (deps.stopping?.aborted || seconds === 0) listener.end()
    else if (seconds !== undefined) setTimeout(listener.end, seconds * 1000).unref()
    return stream
  })
  serve(app, liveEndpoints.lookAtFeedback, ({ id }, { scope }) => lookAt(deps, scope, { id, leaves: false }))
  serve(app, liveEndpoints.leaveFeedback, ({ id }, { scope }) => lookAt(deps, scope, { id, leaves: true }))
}

/** What somebody was let in with: a key, or a session. */
const secretOf = (c: RequestContext, deps: Deps) =>
  /^Bearer (.*)$/i.exec(c.req.header('Authorization') ?? '')?.[1] ?? readSessionCookie(c, deps.config) ?? ''
