import type { Me } from '@klankbord/shared/members'
import { memberEndpoints } from '@klankbord/shared/members'
import { useMutation, useQuery } from '@tanstack/preact-query'
import { Bookmark, BookOpenCheck, ChartLine, Inbox, Languages, LogOut, Mail, Menu as MenuIcon, Repeat, Settings, Sprout, Target, Users } from 'lucide'
import type { ComponentChildren } from 'preact'
import { useEffect, useMemo, useRef } from 'preact/hooks'
import { useLocation } from 'preact-iso'
import { call } from './api.ts'
import { countsQuery } from './inbox/queries.ts'
import { addressOfView, viewsQuery } from './inbox/saved-views.ts'
import { countOf, viewNames } from './inbox/views.ts'
import { useLanguage } from './language.tsx'
import { ConnectionBar } from './live/connection-bar.tsx'
import { useLive } from './live/follow.ts'
import { maySet, useMe } from './me.ts'
import { Bell, TopBell } from './notifications/bell.tsx'
import { PaletteOpener } from './palette/opener.tsx'
import { goalTreeQuery, meQuery, queryClient, sitesQuery } from './queries.ts'
import './styles/frame.css'
import './styles/live.css'
import './styles/quick.css'
import { usePainted } from './ui/after-paint.ts'
import { Icon } from './ui/icon.tsx'
import { initialsOf } from './ui/initials.ts'
import { Toasts } from './ui/toasts.tsx'

/** The window around every page of a member: navigation on the left, the page beside it. */
export function Frame({ children }: { children: ComponentChildren }) {
  const { t } = useLanguage()
  const { path } = useLocation()
  const nav = useRef<HTMLElement>(null)
  useLive()
  useEffect(() => {
    if (nav.current?.matches(':popover-open')) nav.current.hidePopover()
  }, [path])
  // The same at every place: what of it depends on the place asks for that itself, so that a step through a list draws none of it again.
  const painted = usePainted('frame')
  const navigation = useMemo(() => <Navigation painted={painted} />, [painted])
  return (
    <div class="frame">
      <a class="skip" href="#main">
        {t.skipToContent}
      </a>
      {/* biome-ignore lint/a11y/useAriaPropsSupportedByRole: it is the page's banner, and the widget in the preview of a site has one too */}
      <header class="topbar" aria-label="Klankbord">
        <button type="button" class="button" data-look="quiet" popovertarget="navigation">
          <Icon of={MenuIcon} />
          {t.nav.open}
        </button>
        <Wordmark />
        <TopBell painted={painted} />
      </header>
      <nav id="navigation" class="nav" popover="auto" ref={nav} aria-label={t.nav.main}>
        {navigation}
      </nav>
      <main id="main" class="main" tabIndex={-1}>
        <ConnectionBar />
        {children}
      </main>
      {painted && <Toasts label={t.notices} />}
    </div>
  )
}

const Wordmark = () => (
  <span class="wordmark">
    <svg viewBox="0 0 24 24" fill="none" stroke="currentColor" stroke-width="2.25" stroke-linecap="round" aria-hidden="true">
      <path d="M6 5v14M11 8.5c2.2 1.9 2.2 5.1 0 7M15.5 5c4.3 3.7 4.3 10.3 0 14" />
    </svg>
    Klankbord
  </span>
)

interface Painted {
  /** What one came for is on screen: only then is asked for what stands around it. */
  painted: boolean
}

function Navigation({ painted }: Painted) {
  const { t } = useLanguage()
  const me = useMe()
  return (
    <>
      <div class="nav-head">
        <Wordmark />
        <span class="nav-organisation">{me.organisation.name}</span>
      </div>
      <PaletteOpener />
      <Bell painted={painted} />
      <Views painted={painted} />
      <SavedViews painted={painted} />
      <ul>
        <Place href="/admin/outcomes" icon={BookOpenCheck} label={t.nav.outcomes} />
        <Place href="/admin/goals" icon={Target} label={t.nav.goals} />
        <Place href="/admin/loop" icon={Repeat} label={t.nav.loop} />
        <Place href="/admin/measures" icon={ChartLine} label={t.nav.measures} />
        <Place
          href={maySet(me) ? '/admin/settings/sites' : '/admin/settings/letters'}
          root="/admin/settings"
          icon={Settings}
          label={t.nav.settings}
        />
        {me.mailCaptured && <Place href="/admin/mail" icon={Mail} label={t.nav.mail} />}
      </ul>
      {maySet(me) && <Resume painted={painted} />}
      <Account me={me} />
    </>
  )
}

function Views({ painted }: Painted) {
  const { t, number } = useLanguage()
  const { path, query } = useLocation()
  const { data: counts } = useQuery({ ...countsQuery, enabled: painted })
  const open = query.saved === undefined && path.startsWith('/admin/inbox/') ? path.split('/')[3] : undefined
  const links = () =>
    viewNames.map((view) => {
      const count = counts ? countOf(view, counts) : null
      return (
        <li key={view}>
          <a
            class="place"
            href={`/admin/inbox/${view}`}
            aria-current={view === open ? 'page' : undefined}
            data-alarm={((view === 'overdue' || view === 'flagged') && !!count) || undefined}
          >
            <span>{t.inbox.views[view]}</span>
            {!!count && <span class="place-count">{number(count)}</span>}
          </a>
        </li>
      )
    })
  return (
    <div>
      <p class="nav-title">
        <Icon of={Inbox} />
        {t.nav.inbox}
      </p>
      <ul>{useMemo(links, [t, number, counts, open])}</ul>
    </div>
  )
}

/** Views that were kept: one's own and those of one's teams. */
function SavedViews({ painted }: Painted) {
  const { t, number } = useLanguage()
  const { query } = useLocation()
  const { data } = useQuery({ ...viewsQuery, enabled: painted })
  if (!data || data.items.length === 0) return null
  return (
    <div>
      <p class="nav-title">
        <Icon of={Bookmark} />
        {t.finding.saved.nav}
      </p>
      <ul>
        {data.items.map((view) => (
          <li key={view.id}>
            <a class="place" href={addressOfView(view)} aria-current={query.saved === view.id ? 'page' : undefined}>
              <span>{view.name}</span>
              {view.teamId !== null && <Icon of={Users} />}
              {!!view.count && <span class="place-count">{number(view.count)}</span>}
            </a>
          </li>
        ))}
      </ul>
    </div>
  )
}

interface PlaceProps {
  href: string
  root?: string
  icon: typeof Inbox
  label: string
}

function Place({ href, root = href, icon, label }: PlaceProps) {
  const { path } = useLocation()
  const isOpen = path === root || path.startsWith(`${root}/`)
  const link = () => (
    <li>
      <a class="place" href={href} aria-current={isOpen ? 'page' : undefined}>
        <Icon of={icon} />
        <span>{label}</span>
      </a>
    </li>
  )
  return useMemo(link, [href, icon, label, isOpen])
}

/** Setting up can be left at any step; until a goal is set and the widget was seen, the way back stands here. */
function Resume({ painted }: Painted) {
  const { t } = useLanguage()
  const sites = useQuery({ ...sitesQuery, enabled: painted })
  const seen = sites.data?.items.some(({ firstSeenAt }) => firstSeenAt !== null) ?? true
  // Whoever is long past this is not made to fetch all goals on every page.
  const goals = useQuery({ ...goalTreeQuery, enabled: !seen })
  if (!goals.data || !sites.data) return null
  if (goals.data.goals.length > 0 && seen) return null
  return (
    <ul>
      <Place
        href={goals.data.goals.length === 0 ? '/admin/start/goal' : '/admin/start/site'}
        root="/admin/start"
        icon={Sprout}
        label={t.nav.resume}
      />
    </ul>
  )
}

function Account({ me }: { me: Me }) {
  const { t, code } = useLanguage()
  const language = useMutation({
    mutationFn: () => call(memberEndpoints.changeMe, { locale: code === 'nl' ? 'en' : 'nl' }),
    onSuccess: (changed) => queryClient.setQueryData(meQuery.queryKey, changed),
  })
  const signOut = useMutation({
    mutationFn: () => call(memberEndpoints.signOut, {}),
    onSuccess: () => {
      queryClient.clear()
      location.assign('/admin/sign-in')
    },
  })
  const name = me.member?.name ?? me.organisation.name
  return (
    <div class="nav-foot">
      <button type="button" class="account" popovertarget="account" aria-label={t.nav.account(name)}>
        <span class="initials" aria-hidden="true">
          {initialsOf(name)}
        </span>
        <span class="account-name">
          {name}
          <small>{t.roles[me.role]}</small>
        </span>
      </button>
      <div id="account" popover="auto" class="floating account-acts">
        <button type="button" class="place" lang={code === 'nl' ? 'en' : 'nl'} onClick={() => language.mutate()}>
          <Icon of={Languages} />
          <span>{t.otherLanguage}</span>
        </button>
        <button type="button" class="place" onClick={() => signOut.mutate()}>
          <Icon of={LogOut} />
          <span>{t.nav.signOut}</span>
        </button>
      </div>
    </div>
  )
}
