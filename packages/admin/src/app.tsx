import { QueryClientProvider, useQuery } from '@tanstack/preact-query'
import type { ComponentType } from 'preact'
import { useEffect, useErrorBoundary } from 'preact/hooks'
import { LocationProvider, lazy, Route, Router, useLocation } from 'preact-iso'
import { exec } from 'preact-iso/router'
import { isProblem } from './api.ts'
import { fetchCoverage } from './coverage/queries.ts'
import { Frame } from './frame.tsx'
// What pages have in common with the inbox, such as fields to search in, rows and timelines: it comes with all of them, in this order.
import './styles/composer.css'
import './styles/finding.css'
import './styles/inbox.css'
import './styles/item.css'
import './styles/ledger.css'
import './styles/suggestion.css'
import { LanguageProvider, useLanguage } from './language.tsx'
import { SignedInAs } from './me.ts'
import { goalTreeQuery, meQuery, queryClient, whenSignedOut } from './queries.ts'
import { signInAddress } from './sign-in/way-back.ts'
import { lazily } from './ui/later.tsx'
import { Page } from './ui/page.tsx'
import { Empty, Loading, ProblemNote } from './ui/states.tsx'

const SignInPage = lazily(() => import('./sign-in/sign-in.tsx'))
const InvitationPage = lazily(() => import('./sign-in/invitation.tsx'))
/** Its texts are among the first. */
const InboxPage = lazy(() => import('./inbox/page.tsx'))
const ThemesPage = lazily(() => import('./routing/themes.tsx'))
const EnterPage = lazily(() => import('./inbox/enter.tsx'))
const SetUpPage = lazily(() => import('./start/set-up.tsx'))
const StartPage = lazily(() => import('./start/start.tsx'))
const OutcomesPage = lazily(() => import('./outcomes/page.tsx'))
const OutcomePage = lazily(() => import('./outcomes/editor.tsx'))
const GoalsPage = lazily(() => import('./goals/page.tsx'))
const GoalPage = lazily(() => import('./goals/goal-page.tsx'))
const CoveragePage = lazily(() => import('./coverage/page.tsx'))
const StoryPage = lazily(() => import('./story/page.tsx'))
const MeasuresPage = lazily(() => import('./measures/page.tsx'))
const MeasurePage = lazily(() => import('./measures/measure-page.tsx'))
const LoopPage = lazily(() => import('./loop/page.tsx'))
const SettingsPage = lazily(() => import('./settings/page.tsx'))
const RoutingPage = lazily(() => import('./routing/page.tsx'))
const SitePage = lazily(() => import('./settings/site-page.tsx'))
const NotificationsPage = lazily(() => import('./notifications/page.tsx'))
const MailPage = lazily(() => import('./mail/page.tsx'))

const outside = [
  { path: '/admin/sign-in', component: SignInPage },
  { path: '/admin/set-up/:token', component: SetUpPage },
  { path: '/admin/invitation/:token', component: InvitationPage },
]

interface Place {
  path: string
  component: ComponentType & { preload: () => Promise<unknown> }
  /** What `ahead` asks for where the address asks for nothing else: the server names it with the page, and the browser has it before there is a script. */
  data?: string[]
  /** Asks for what the page shows before the page itself is there. */
  ahead?: (query: Record<string, string | undefined>) => void
}

/** The pages of a member; paths are what follows `/admin`, and the first that fits holds. */
const inside: Place[] = [
  { path: '/', component: InboxPage },
  { path: '/inbox/enter', component: EnterPage },
  { path: '/inbox/themes', component: ThemesPage },
  { path: '/inbox/:view?/:id?', component: InboxPage },
  { path: '/outcomes', component: OutcomesPage },
  { path: '/outcomes/:id', component: OutcomePage },
  { path: '/goals', component: GoalsPage, data: ['/api/v1/goals/tree'], ahead: () => void queryClient.prefetchQuery(goalTreeQuery) },
  { path: '/goals/coverage', component: CoveragePage, data: ['/api/v1/coverage', '/api/v1/coverage/teams?limit=100'], ahead: fetchCoverage },
  { path: '/goals/story/:teamId?', component: StoryPage },
  { path: '/goals/:id', component: GoalPage },
  { path: '/measures', component: MeasuresPage },
  { path: '/measures/enter', component: MeasuresPage },
  { path: '/measures/:id', component: MeasurePage },
  { path: '/loop', component: LoopPage },
  { path: '/settings/sites/:id', component: SitePage },
  { path: '/settings/routing/:part?', component: RoutingPage },
  { path: '/settings/:section?', component: SettingsPage },
  { path: '/notifications', component: NotificationsPage },
  { path: '/mail/:id?', component: MailPage },
  { path: '/start/:step', component: StartPage },
]

/** Asks at once for what else would be asked for one after the other: who is asking, the page that the address means, and what it shows. */
export function fetchAhead({ pathname, search }: { pathname: string; search: string }) {
  const page = outside.find(({ path }) => exec(pathname, path))
  if (page) return void page.component.preload()
  void queryClient.prefetchQuery(meQuery)
  const within = pathname.replace(/^\/admin/, '') || '/'
  const place: Place | undefined = inside.find(({ path }) => exec(within, path))
  if (!place) return
  void place.component.preload()
  place.ahead?.(Object.fromEntries(new URLSearchParams(search)))
}

export const App = () => (
  <QueryClientProvider client={queryClient}>
    <LocationProvider scope="/admin">
      <InLanguage>
        <OrCrash>
          <Router>
            {outside.map((place) => (
              <Route key={place.path} {...place} />
            ))}
            <Route path="/admin/*" component={SignedIn} />
            <Route default component={SignedIn} />
          </Router>
        </OrCrash>
      </InLanguage>
    </LocationProvider>
  </QueryClientProvider>
)

/** The member's own language once they are known, the browser's until then. */
function InLanguage({ children }: { children: preact.ComponentChildren }) {
  const { data: me } = useQuery({ ...meQuery, enabled: false })
  return (
    <LanguageProvider locale={me?.member?.locale ?? null} timeZone={me?.organisation.timeZone}>
      {children}
    </LanguageProvider>
  )
}

/** Every page of a member. */
function SignedIn() {
  const me = useQuery(meQuery)
  const { route, url } = useLocation()
  useEffect(
    () =>
      whenSignedOut(() => {
        // Several requests can be refused at once; the first knows where one was.
        if (location.pathname !== '/admin/sign-in') route(signInAddress(location.pathname + location.search), true)
      }),
    [route],
  )
  useEffect(() => {
    if (isProblem(me.error, 'unauthenticated')) route(signInAddress(url), true)
  }, [me.error, route, url])
  // What one may do can change while one works.
  useEffect(() => void queryClient.prefetchQuery(meQuery), [url])
  if (!me.data) {
    if (!me.error || isProblem(me.error, 'unauthenticated')) return <Loading />
    return (
      <div class="page">
        <ProblemNote error={me.error} retry={() => void me.refetch()} />
      </div>
    )
  }
  return (
    <SignedInAs.Provider value={me.data}>
      <Frame>
        <Router>
          {inside.map((place) => (
            <Route key={place.path} {...place} />
          ))}
          <Route default component={NotFoundPage} />
        </Router>
      </Frame>
    </SignedInAs.Provider>
  )
}

function NotFoundPage() {
  const { t } = useLanguage()
  return (
    <Page title={t.notFound.title}>
      <p>{t.notFound.text}</p>
      <p>
        <a href="/admin">{t.notFound.home}</a>
      </p>
    </Page>
  )
}

function OrCrash({ children }: { children: preact.ComponentChildren }) {
  const { t } = useLanguage()
  const [error] = useErrorBoundary()
  if (!error) return <>{children}</>
  return (
    <main class="page">
      <Empty title={t.crash.title}>
        <p>{t.crash.text}</p>
        <button type="button" class="button" onClick={() => location.reload()}>
          {t.crash.reload}
        </button>
      </Empty>
    </main>
  )
}
