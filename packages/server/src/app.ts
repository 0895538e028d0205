import { existsSync } from 'node:fs'
import { contract } from '@klankbord/shared/contract'
import { Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { etag } from 'hono/etag'
import type { Deps } from './deps.ts'
import type { Env, RequestContext } from './http/context.ts'
import { pageHeaders, widgetHeaders } from './http/headers.ts'
import { limitByAddress } from './http/limits.ts'
import { openApi } from './http/openapi.ts'
import { asProblem, problemResponse } from './http/problem-response.ts'
import { requestLog } from './http/request-log.ts'
import { staticFiles } from './http/static-files.ts'
import { notFound, ProblemError } from './problem-error.ts'

/** Whether the database answers and is migrated; asked by `/readyz`. */
export type Readiness = () => Promise<boolean>

/** The list of every mount, public ones above the sign-in line. */
export function createApp(deps: Deps, isReady: Readiness): Hono<Env> {
  const app = new Hono<Env>()
  app.onError((error, c) => problemResponse(c, asProblem(error, deps.log, c.get('requestId'))))
  app.notFound((c) => problemResponse(c, noSuchRoute(c)))
  app.use(requestLog(deps))
  mountHealth(app, isReady)
  mountWidgetApi(app, deps)
  mountPages(app, deps)
  mountAdminApi(app, deps)
  return app
}

function mountHealth(app: Hono<Env>, isReady: Readiness) {
  app.get('/healthz', (c) => c.text('ok'))
  app.get('/readyz', async (c) => {
    const ready = await isReady().catch(() => false)
    return c.text(ready ? 'ready' : 'not ready', ready ? 200 : 503)
  })
}

const tooLarge = (limit: string) => () => {
  throw new ProblemError('too-large', `The request is larger than ${limit}. Send less at a time; nothing was stored.`)
}

function mountWidgetApi(app: Hono<Env>, deps: Deps) {
  app.use('/widget/*', widgetHeaders)
  app.use('/widget/v1/*', bodyLimit({ maxSize: 64 * 1024, onError: tooLarge('64 KiB') }))
}

function mountPages(app: Hono<Env>, { config }: Deps) {
  app.get('/api/openapi.json', pageHeaders, etag(), (c) => c.json(openApi(contract, config.publicUrl)))
}

function mountAdminApi(app: Hono<Env>, { config }: Deps) {
  app.use(
    '/api/v1/*',
    pageHeaders,
    limitByAddress({ requests: 1200, seconds: 60 }, config),
    bodyLimit({ maxSize: 2 * 1024 * 1024, onError: tooLarge('2 MiB') }),
  )
}

/** A known path with another method is 405, so that a slip is told from a wrong address. */
function noSuchRoute(c: RequestContext): ProblemError {
  const methods = Object.values(contract)
    .filter(({ path }) => new RegExp(`^${path.replace(/:\w+/g, '[^/]+')}$`).test(c.req.path))
    .map(({ method }) => method)
  if (methods.length === 0) return notFound('address')
  c.header('Allow', methods.join(', '))
  return new ProblemError('method-not-allowed', `Here you can use ${methods.join(', ')}.`)
}
