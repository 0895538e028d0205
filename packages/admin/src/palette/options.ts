import { useQuery } from '@tanstack/preact-query'
import { BookOpenCheck, ChartLine, Globe, Inbox, Mail, Settings, Target, Users } from 'lucide'
import { useLocation } from 'preact-iso'
import { useFullLanguage } from '../full-language.ts'
import { actNames, acts, waysOffered } from '../inbox/keys.ts'
import { addressOfView, viewsQuery } from '../inbox/saved-views.ts'
import { inboxAddress, viewNames } from '../inbox/views.ts'
import { maySet, useMe } from '../me.ts'
import { goalTreeQuery, sitesQuery } from '../queries.ts'
import { useSections } from '../settings/nav.tsx'
import type { QuickOption } from '../ui/quick-list.tsx'

/** What can be done here and now, each with its key. */
export function useActOptions(): QuickOption[] {
  const { t } = useFullLanguage()
  const ways = waysOffered()
  return actNames.flatMap((act) => {
    const run = ways[act]
    if (!run || 'plain' in acts[act]) return []
    return [
      {
        id: `act:${act}`,
        group: t.palette.groups.acts,
        title: act === 'help' ? t.keys.title : t.keys.acts[act],
        shortcut: acts[act].shown,
        run: () => void run(),
      },
    ]
  })
}

type Page = [address: string, icon: QuickOption['icon'], title: string]

/** Every place of the app that has a name. Goals, teams and sites are fetched once something is typed. */
export function usePlaces(typed: boolean): QuickOption[] {
  const { t } = useFullLanguage()
  const { route } = useLocation()
  const me = useMe()
  const sections = useSections()
  const saved = useQuery(viewsQuery)
  const tree = useQuery({ ...goalTreeQuery, enabled: typed })
  const sites = useQuery({ ...sitesQuery, enabled: typed })
  const { groups } = t.palette
  const to = (id: string, group: string, icon: QuickOption['icon'], title: string, address: string, note?: string): QuickOption => ({
    id,
    group,
    icon,
    title,
    note,
    run: () => route(address),
  })
  const pages: Page[] = [
    ['/admin/inbox/enter', Inbox, t.entering.open],
    ['/admin/outcomes', BookOpenCheck, t.nav.outcomes],
    ['/admin/goals', Target, t.nav.goals],
    ['/admin/goals/coverage', Target, t.coverage.title],
    ['/admin/goals/story', Target, t.story.title],
    ['/admin/measures', ChartLine, t.nav.measures],
    ...sections.map((part): Page => [`/admin/settings/${part}`, Settings, t.settings.sections[part]]),
    ...(me.mailCaptured ? ([['/admin/mail', Mail, t.nav.mail]] as Page[]) : []),
  ]
  const names = new Map(tree.data?.teams.map(({ id, name }) => [id, name]))
  return [
    ...viewNames.map((view) => to(`view:${view}`, groups.views, Inbox, t.inbox.views[view], inboxAddress({ view }))),
    ...(saved.data?.items ?? []).map((view) => to(`view:${view.id}`, groups.views, Inbox, view.name, addressOfView(view))),
    ...pages.map(([address, icon, title]) => to(address, groups.pages, icon, title, address)),
    ...(typed ? (tree.data?.goals ?? []) : []).map(({ id, title, teamId }) =>
      to(`goal:${id}`, groups.goals, Target, title, `/admin/goals/${id}`, names.get(teamId)),
    ),
    ...(typed ? (tree.data?.teams ?? []) : []).map(({ id, name }) =>
      to(`team:${id}`, groups.teams, Users, name, inboxAddress({ view: 'all', filter: { teamId: id } })),
    ),
    ...(typed ? (sites.data?.items ?? []) : []).map(({ id, name }) =>
      to(`site:${id}`, groups.sites, Globe, name, maySet(me) ? `/admin/settings/sites/${id}` : inboxAddress({ view: 'all', filter: { siteId: id } })),
    ),
  ]
}
