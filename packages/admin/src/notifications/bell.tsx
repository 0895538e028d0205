import { useQuery } from '@tanstack/preact-query'
import { Bell as BellIcon } from 'lucide'
import { useLocation } from 'preact-iso'
import { useLanguage } from '../language.tsx'
import { useMe } from '../me.ts'
import '../styles/bell.css'
import { Icon } from '../ui/icon.tsx'
import { unreadQuery } from './queries.ts'

const here = '/admin/notifications'

interface BellProps {
  /** What one came for is on screen: only then is this counted. */
  painted: boolean
}

/** The way to what one was told, with how much of it is unread. */
export function Bell({ painted }: BellProps) {
  const { t } = useLanguage()
  const { path } = useLocation()
  const me = useMe()
  const { data } = useQuery({ ...unreadQuery, enabled: painted && me.member !== null })
  if (!me.member) return null
  const unread = data?.unread ?? 0
  return (
    <a class="place bell" href={here} aria-current={path === here ? 'page' : undefined} aria-label={t.nav.bell(unread)}>
      <Icon of={BellIcon} />
      <span>{t.nav.notifications}</span>
      {unread > 0 && (
        <span class="place-count bell-count" aria-hidden="true">
          {unread > 99 ? '99+' : unread}
        </span>
      )}
    </a>
  )
}

/** The same in the bar of a narrow window, where the navigation is folded away. */
export function TopBell({ painted }: BellProps) {
  const { t } = useLanguage()
  const me = useMe()
  const { data } = useQuery({ ...unreadQuery, enabled: painted && me.member !== null })
  if (!me.member) return null
  const unread = data?.unread ?? 0
  return (
    <a class="top-bell" href={here} aria-label={t.nav.bell(unread)}>
      <Icon of={BellIcon} />
      {unread > 0 && (
        <span class="bell-count" aria-hidden="true">
          {unread > 99 ? '99+' : unread}
        </span>
      )}
    </a>
  )
}
