import { fileURLToPath } from 'node:url'
import { contract } from '@klankbord/shared/contract'
import { Hono } from 'hono'
import { etag } from 'hono/etag'
import { mountAttachments, mountPictures } from './attachments/http.ts'
import { mountBulkActs } from './bulk-acts/http.ts'
import { keepAllHolidays } from './calendar/holidays.ts'
import { mountCalendar } from './calendar/http.ts'
import { mountChanges } from './changes/http.ts'
import { mountCoverage } from './coverage/http.ts'
import { identifyCustomer, mountCustomers } from './customers/http.ts'
import { mountCustomersPages } from './customers/pages-http.ts'
import type { Deps } from './deps.ts'
import { mountAllPages } from './feedback/all-http.ts'
import { mountGoalsFeedback } from './feedback/goals/http.ts'
import { mountCustomersFeedback, mountInbox, mountPrivacy } from './feedback/http.ts'
import { mountStatusPages } from './feedback/status-http.ts'
import { tellConfirmed } from './feedback/tell-arrived.ts'
import { personalGoals, tendedGoals } from './goals/handing.ts'
import { mountGoals } from './goals/http.ts'
import { nameAhead } from './http/ahead.ts'
import { setHeader } from './http/answer.ts'
import { keepsNames } from './http/answer-again.ts'
import type { Env, RequestContext } from './http/context.ts'
import { pageHeaders, previewHeaders, widgetFileHeaders, widgetHeaders } from './http/headers.ts'
import { limitBody, limitByAddress } from './http/limits.ts'
import { openApi } from './http/openapi.ts'
import { mountOwnPages } from './http/own-pages.ts'
import { asProblem, problemResponse } from './http/problem-response.ts'
import { requestLog } from './http/request-log.ts'
import { requireSameOrigin } from './http/same-origin.ts'
import { staticFiles } from './http/static-files.ts'
import { mountBounces, mountInbound } from './inbound/http.ts'
import { sharedInitiatives } from './initiatives/handing.ts'
import { mountInitiatives } from './initiatives/http.ts'
import { mountLetters } from './letters/http.ts'
import { lettersLeaveTeam } from './letters/leave-team.ts'
import { letterMails } from './letters/my-mails.ts'
import { mountLive } from './live/http.ts'
import { mountLoop } from './loop/http.ts'
import { lookSetting } from './mails/change-look.ts'
import { signingSetting } from './mails/change-signing.ts'
import { mountMails } from './mails/http.ts'
import { keptMeasures } from './measures/handing.ts'
import { mountMeasures } from './measures/http.ts'
import { measuresLeaveTeam } from './measures/leave-team.ts'
import { memberSetting } from './members/change-member.ts'
import type { AllHands } from './members/hand-over.ts'
import { mountMembers } from './members/http.ts'
import { identifyMember } from './members/identify-http.ts'
import { organisationSetting } from './members/me.ts'
import { mountStopPages } from './members/stop-http.ts'
import { openMentions } from './notifications/handing.ts'
import { mountNotifications } from './notifications/http.ts'
import { notificationMails } from './notifications/stop-mails.ts'
import { mountOutcomes, mountPublicOutcomes } from './outcomes/http.ts'
import { mountOutcomePages } from './outcomes/pages-http.ts'
import { notFound, ProblemError } from './problem-error.ts'
import { mountPulses } from './pulses/http.ts'
import { pulsesLeaveTeam } from './pulses/leave-team.ts'
import { mountPulsePages } from './pulses/pages-http.ts'
import { pulseMails } from './pulses/refuse.ts'
import { mountReplyTemplates } from './reply-templates/http.ts'
import { templatesLeaveTeam } from './reply-templates/leave-team.ts'
import { mailingRules } from './rules/handing.ts'
import { mountRules } from './rules/http.ts'
import { noticeVisitors } from './sites/files-http.ts'
import { mountSites, onlyAllowedOrigins, widgetCors } from './sites/http.ts'
import { mountIdentity, mountIdentityKeys } from './sites/identity-http.ts'
import { siteSetting } from './sites/site.ts'
import { mountStories, mountStoryPages } from './stories/http.ts'
import { linksLeaveTeam } from './stories/leave-team.ts'
import { mountSuggestions } from './suggestions/http.ts'
import { mountTeamPages } from './team-pages/http.ts'
import { teamSetting } from './teams/change-team.ts'
import { mountTeams } from './teams/http.ts'
import { mountViews } from './views/http.ts'
import { viewsLeaveTeam } from './views/leave-team.ts'
import { keptAssets } from './widget-build.ts'

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
  const limits = [limitByAddress({ requests: 600, seconds: 60 }, deps.config), limitBody(64, takesBytes)] as const
  app.use('/widget/v1/*', widgetHeaders, widgetCors(deps), ...limits, identifyCustomer(deps), onlyAllowedOrigins(deps))
  mountPictures(app, deps)
  mountCustomersFeedback(app, deps)
  mountPrivacy(app, deps)
  mountCustomers(app, deps)
  mountIdentity(app, deps)
  mountPublicOutcomes(app, deps)
}

/** Endpoints that take bytes have a limit of their own, which they keep once they know who asks. */
const takesBytes = (path: string) => asking(path).some(({ mostBytes }) => mostBytes !== null)

/** The built widget, which other sites load, and the built admin app; apart, since only the built server has them beside it. */
export function mountFiles(app: Hono<Env>, deps: Deps) {
  app.use('/widget.js', noticeVisitors(deps))
  // Asked for again each time, since it names the chunks of its own build; unchanged it costs a 304.
  app.use('/widget.js', widgetFileHeaders, etag(), staticFiles(root('widget'), { prefix: '/', maxAge: 0 }))
  app.use('/widget/assets/*', widgetFileHeaders, staticFiles(root('widget'), { prefix: '/widget/', maxAge: 0 }))
  mountKeptAssets(app, deps.config)
  app.get('/admin', pageHeaders, (c) => c.redirect('/admin/'))
  app.use('/admin/widget-preview.html', previewHeaders)
  nameAhead(app, deps.config, '/admin', `${root('admin')}ahead.json`)
  app.use('/admin/*', pageHeaders, staticFiles(root('admin'), { prefix: '/admin/', maxAge: 0 }))
  app.get('/admin/*', etag(), staticFiles(root('admin'), { prefix: '/admin/', maxAge: 0, always: 'index.html' }))
}

/** A tab that is open since before an upgrade, and a page that names one build, ask for the chunks of theirs. */
export function mountKeptAssets(app: Hono<Env>, config: Pick<Deps['config'], 'dataDir'>) {
  app.use('/widget/assets/*', widgetFileHeaders, staticFiles(keptAssets(config), { prefix: '/widget/assets/', maxAge: 0 }))
}

/** Every state of the widget side by side, for who works on it. Only where `npm run dev` builds it. */
export function mountLab(app: Hono<Env>) {
  app.get('/widget-lab', pageHeaders, (c) => c.redirect('/widget-lab/'))
  app.use('/widget-lab/*', pageHeaders, staticFiles(root('widget/lab'), { prefix: '/widget-lab/', maxAge: 0 }))
}

const root = (name: string) => fileURLToPath(new URL(`../../${name}/dist/`, import.meta.url))

function mountPages(app: Hono<Env>, deps: Deps) {
  const { config } = deps
  mountCustomersPages(app, deps, tellConfirmed)
  mountStatusPages(app, deps)
  mountOutcomePages(app, deps)
  mountAllPages(app, deps)
  mountStoryPages(app, deps)
  mountTeamPages(app, deps)
  mountPulsePages(app, deps)
  mountStopPages(app, deps, [notificationMails, pulseMails, letterMails])
  mountOwnPages(app)
  mountInbound(app, deps)
  app.get('/api/openapi.json', pageHeaders, etag(), (c) => c.json(openApi(contract, config.publicUrl)))
}

/** What colleagues hold, by the noun that keeps it: what goes to another when they leave. */
const hands: AllHands = {
  goal: personalGoals,
  'goal-owner': tendedGoals,
  measure: keptMeasures,
  initiative: sharedInitiatives,
  rule: mailingRules,
  mention: openMentions,
}

function mountAdminApi(app: Hono<Env>, deps: Deps) {
  const limits = [limitByAddress({ requests: 1200, seconds: 60 }, deps.config), limitBody(2048, takesBytes)] as const
  app.use('/api/v1/*', pageHeaders, ...limits, requireSameOrigin(deps.config), identifyMember(deps), keepsNames(deps))
  mountMembers(app, deps, hands, () => keepAllHolidays(deps))
  mountChanges(app, deps, {
    'site.changed': siteSetting,
    'team.changed': teamSetting,
    'member.changed': memberSetting(hands),
    'organisation.changed': organisationSetting,
    'mail.changed': lookSetting,
    'mail.signing': signingSetting,
  })
  mountCalendar(app, deps)
  mountTeams(app, deps)
  mountSites(app, deps)
  mountIdentityKeys(app, deps)
  mountGoals(app, deps, [measuresLeaveTeam, pulsesLeaveTeam, linksLeaveTeam, lettersLeaveTeam, viewsLeaveTeam, templatesLeaveTeam])
  mountReplyTemplates(app, deps)
  mountRules(app, deps)
  mountInitiatives(app, deps)
  mountMeasures(app, deps)
  mountGoalsFeedback(app, deps)
  // Its addresses begin as that of an item does, so it comes first.
  mountBulkActs(app, deps)
  mountInbox(app, deps)
  mountViews(app, deps)
  mountNotifications(app, deps)
  mountSuggestions(app, deps)
  mountAttachments(app, deps)
  mountOutcomes(app, deps)
  mountMails(app, deps)
  mountBounces(app, deps)
  mountCoverage(app, deps)
  mountStories(app, deps)
  mountPulses(app, deps)
  mountLetters(app, deps)
  mountLoop(app, deps)
  mountLive(app, deps)
}

const shapes = Object.values(contract).map((endpoint) => ({ endpoint, shape: new RegExp(`^${endpoint.path.replace(/:\w+/g, '[^/]+')}$`) }))

/** The endpoints on a path. */
const asking = (asked: string) => shapes.filter(({ shape }) => shape.test(asked)).map(({ endpoint }) => endpoint)

/** A known path with another method is 405, so that a slip is told from a wrong address. */
function noSuchRoute(c: RequestContext): ProblemError {
  const methods = asking(c.req.path).map(({ method }) => method)
  if (methods.length === 0) return notFound('address')
  setHeader(c, 'Allow', methods.join(', '))
  return new ProblemError('method-not-allowed', `This address takes ${methods.join(', ')}; ask with one of these.`)
}
