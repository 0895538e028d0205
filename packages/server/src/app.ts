import { fileURLToPath } from 'node:url'
import { contract } from '@klankbord/shared/contract'
import { Hono } from 'hono'
import { etag } from 'hono/etag'
import { identifyCustomer, mountCustomers } from './customers/http.ts'
import { mountCustomersPages } from './customers/pages-http.ts'
import type { Deps } from './deps.ts'
import { mountCustomersFeedback, mountInbox } from './feedback/http.ts'
import { mountStatusPages } from './feedback/status-http.ts'
import { mountGoals } from './goals/http.ts'
import { setHeader } from './http/answer.ts'
import type { Env, RequestContext } from './http/context.ts'
import { pageHeaders, widgetFileHeaders, widgetHeaders } from './http/headers.ts'
import { limitBody, limitByAddress } from './http/limits.ts'
import { openApi } from './http/openapi.ts'
import { mountOwnPages } from './http/own-pages.ts'
import { asProblem, problemResponse } from './http/problem-response.ts'
import { requestLog } from './http/request-log.ts'
import { requireSameOrigin } from './http/same-origin.ts'
import { staticFiles } from './http/static-files.ts'
import { mountInitiatives } from './initiatives/http.ts'
import { mountMails } from './mails/http.ts'
import { mountMeasures } from './measures/http.ts'
import { mountMembers } from './members/http.ts'
import { identifyMember } from './members/identify-http.ts'
import { mountOutcomes, mountPublicOutcomes } from './outcomes/http.ts'
import { notFound, ProblemError } from './problem-error.ts'
import { mountRules } from './rules/http.ts'
import { mountSites, onlyAllowedOrigins, widgetCors } from './sites/http.ts'
import { mountTeams } from './teams/http.ts'

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

function mountWidgetApi(app: Hono<Env>, deps: Deps) {
  const limits = [limitByAddress({ requests: 600, seconds: 60 }, deps.config), limitBody(64)] as const
  app.use('/widget/v1/*', widgetHeaders, widgetCors(deps), ...limits, identifyCustomer(deps), onlyAllowedOrigins(deps))
  mountCustomersFeedback(app, deps)
  mountCustomers(app, deps)
  mountPublicOutcomes(app, deps)
}

/** The built widget, which other sites load, and the built admin app; apart, since only the built server has them beside it. */
export function mountFiles(app: Hono<Env>) {
  // Asked for again each time, since it names the chunks of its own build; unchanged it costs a 304.
  app.use('/widget.js', widgetFileHeaders, etag(), staticFiles(root('widget'), { prefix: '/', maxAge: 0 }))
  app.use('/widget/assets/*', widgetFileHeaders, staticFiles(root('widget'), { prefix: '/widget/', maxAge: 0 }))
  app.get('/admin', pageHeaders, (c) => c.redirect('/admin/'))
  app.use('/admin/*', pageHeaders, staticFiles(root('admin'), { prefix: '/admin/', maxAge: 0 }))
  app.get('/admin/*', etag(), staticFiles(root('admin'), { prefix: '/admin/', maxAge: 0, always: 'index.html' }))
}

/** Every state of the widget side by side, for who works on it. Only where `npm run dev` builds it. */
export function mountLab(app: Hono<Env>) {
  app.get('/widget-lab', pageHeaders, (c) => c.redirect('/widget-lab/'))
  app.use('/widget-lab/*', pageHeaders, staticFiles(root('widget/lab'), { prefix: '/widget-lab/', maxAge: 0 }))
}

const root = (name: string) => fileURLToPath(new URL(`../../${name}/dist/`, import.meta.url))

function mountPages(app: Hono<Env>, deps: Deps) {
  const { config } = deps
  mountCustomersPages(app, deps)
  mountStatusPages(app, deps)
  mountOwnPages(app)
  app.get('/api/openapi.json', pageHeaders, etag(), (c) => c.json(openApi(contract, config.publicUrl)))
}

function mountAdminApi(app: Hono<Env>, deps: Deps) {
  const limits = [limitByAddress({ requests: 1200, seconds: 60 }, deps.config), limitBody(2048)] as const
  app.use('/api/v1/*', pageHeaders, ...limits, requireSameOrigin(deps.config), identifyMember(deps))
  mountMembers(app, deps)
  mountTeams(app, deps)
  mountSites(app, deps)
  mountGoals(app, deps)
  mountRules(app, deps)
  mountInitiatives(app, deps)
  mountMeasures(app, deps)
  mountInbox(app, deps)
  mountOutcomes(app, deps)
  mountMails(app, deps)
}

/** A known path with another method is 405, so that a slip is told from a wrong address. */
function noSuchRoute(c: RequestContext): ProblemError {
  const methods = Object.values(contract)
    .filter(({ path }) => new RegExp(`^${path.replace(/:\w+/g, '[^/]+')}$`).test(c.req.path))
    .map(({ method }) => method)
  if (methods.length === 0) return notFound('address')
  setHeader(c, 'Allow', methods.join(', '))
  return new ProblemError('method-not-allowed', `This address takes ${methods.join(', ')}; ask with one of these.`)
}
