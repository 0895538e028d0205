import type { MiddlewareHandler } from 'hono'
import type { Deps } from '../deps.ts'
import type { Env } from '../http/context.ts'
import { createVisitorWatch } from './first-visitor.ts'

/** Tells the sites that a page of theirs was visited; whoever asks for the file waits for nothing. */
export function noticeVisitors(deps: Deps): MiddlewareHandler<Env> {
  const notice = createVisitorWatch(deps)
  return (c, next) => {
    notice(c.req.header('Referer'))
    return next()
  }
}
