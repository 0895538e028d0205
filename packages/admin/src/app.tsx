import { QueryClientProvider, useQuery } from '@tanstack/preact-query'
import { useEffect, useErrorBoundary } from 'preact/hooks'
import { LocationProvider, Route, Router, useLocation } from 'preact-iso'
import { isProblem } from './api.ts'
import { Frame } from './frame.tsx'
import { InboxPage } from './inbox/page.tsx'
import { LanguageProvider, useLanguage } from './language.tsx'
import { SignedInAs } from './me.ts'
import { meQuery, queryClient, whenSignedOut } from './queries.ts'
import { signInAddress } from './sign-in/way-back.ts'
import { lazily } from './ui/later.tsx'
import { Page } from './ui/page.tsx'
import { Empty, Loading, ProblemNote } from './ui/states.tsx'

const SignInPage = lazily(() => import('./sign-in/sign-in.tsx'))
const InvitationPage = lazily(() => import('./sign-in/invitation.tsx'))
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

export const App = () => (
  <QueryClientProvider client={queryClient}>
    <LocationProvider scope="/admin">
      <InLanguage>
        <OrCrash>
          <Router>
            <Route path="/admin/sign-in" component={SignInPage} />
            <Route path="/admin/set-up/:token" component={SetUpPage} />
            <Route path="/admin/invitation/:token" component={InvitationPage} />
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

/** Every page of a member; paths are what follows `/admin`. */
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
          <Route path="/" component={InboxPage} />
          <Route path="/inbox/enter" component={EnterPage} />
          <Route path="/inbox/themes" component={ThemesPage} />
          <Route path="/inbox/:view?/:id?" component={InboxPage} />
          <Route path="/outcomes" component={OutcomesPage} />
          <Route path="/outcomes/:id" component={OutcomePage} />
          <Route path="/goals" component={GoalsPage} />
          <Route path="/goals/coverage" component={CoveragePage} />
          <Route path="/goals/story/:teamId?" component={StoryPage} />
          <Route path="/goals/:id" component={GoalPage} />
          <Route path="/measures" component={MeasuresPage} />
          <Route path="/measures/enter" component={MeasuresPage} />
          <Route path="/measures/:id" component={MeasurePage} />
          <Route path="/loop" component={LoopPage} />
          <Route path="/settings/sites/:id" component={SitePage} />
          <Route path="/settings/routing/:part?" component={RoutingPage} />
          <Route path="/settings/:section?" component={SettingsPage} />
          <Route path="/notifications" component={NotificationsPage} />
          <Route path="/mail/:id?" component={MailPage} />
          <Route path="/start/:step" component={StartPage} />
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
