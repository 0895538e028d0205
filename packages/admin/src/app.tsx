import { QueryClientProvider, useQuery } from '@tanstack/preact-query'
import { useEffect, useErrorBoundary } from 'preact/hooks'
import { LocationProvider, lazy, Route, Router, useLocation } from 'preact-iso'
import { isProblem } from './api.ts'
import { Frame } from './frame.tsx'
import { InboxPage } from './inbox/page.tsx'
import { LanguageProvider, useLanguage } from './language.tsx'
import { meQuery, queryClient, whenSignedOut } from './queries.ts'
import { InvitationPage } from './sign-in/invitation.tsx'
import { SignInPage, signInAddress } from './sign-in/sign-in.tsx'
import { Page } from './ui/page.tsx'
import { Empty, Loading, ProblemNote } from './ui/states.tsx'

const ThemesPage = lazy(() => import('./routing/themes.tsx'))
const SetUpPage = lazy(() => import('./start/set-up.tsx'))
const StartPage = lazy(() => import('./start/start.tsx'))
const OutcomesPage = lazy(() => import('./outcomes/page.tsx'))
const OutcomePage = lazy(() => import('./outcomes/editor.tsx'))
const GoalsPage = lazy(() => import('./goals/page.tsx'))
const GoalPage = lazy(() => import('./goals/goal-page.tsx'))
const CoveragePage = lazy(() => import('./coverage/page.tsx'))
const StoryPage = lazy(() => import('./story/page.tsx'))
const MeasuresPage = lazy(() => import('./measures/page.tsx'))
const MeasurePage = lazy(() => import('./measures/measure-page.tsx'))
const SettingsPage = lazy(() => import('./settings/page.tsx'))
const RoutingPage = lazy(() => import('./routing/page.tsx'))
const SitePage = lazy(() => import('./settings/site-page.tsx'))
const MailPage = lazy(() => import('./mail/page.tsx'))

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
  useEffect(() => whenSignedOut(() => route(signInAddress(location.pathname + location.search), true)), [route])
  useEffect(() => {
    if (isProblem(me.error, 'unauthenticated')) route(signInAddress(url), true)
  }, [me.error, route, url])
  if (!me.data) {
    if (!me.error || isProblem(me.error, 'unauthenticated')) return <Loading />
    return (
      <div class="page">
        <ProblemNote error={me.error} retry={() => void me.refetch()} />
      </div>
    )
  }
  return (
    <Frame>
      <Router>
        <Route path="/" component={InboxPage} />
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
        <Route path="/settings/sites/:id" component={SitePage} />
        <Route path="/settings/routing/:part?" component={RoutingPage} />
        <Route path="/settings/:section?" component={SettingsPage} />
        <Route path="/mail/:id?" component={MailPage} />
        <Route path="/start/:step" component={StartPage} />
        <Route default component={NotFoundPage} />
      </Router>
    </Frame>
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
