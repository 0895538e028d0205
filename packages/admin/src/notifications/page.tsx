import { notificationEndpoints } from '@klankbord/shared/notifications'
import { useInfiniteQuery, useMutation } from '@tanstack/preact-query'
import { BellOff } from 'lucide'
import { useState } from 'preact/hooks'
import { call } from '../api.ts'
import { useFullLanguage } from '../full-language.ts'
import { useMe } from '../me.ts'
import '../styles/notifications.css'
import { Button } from '../ui/button.tsx'
import { Page } from '../ui/page.tsx'
import { Segments } from '../ui/segments.tsx'
import { Empty, ProblemNote, Read } from '../ui/states.tsx'
import { MailChoice } from './mail-choice.tsx'
import { NotificationRow } from './notification-row.tsx'
import { notificationsChanged, notificationsQuery } from './queries.ts'

type Shown = 'all' | 'unread'

/** All that somebody was told, what is unread first in sight. */
export default function NotificationsPage() {
  const { t } = useFullLanguage()
  const me = useMe()
  const [shown, setShown] = useState<Shown>('all')
  const readAll = useMutation({ mutationFn: () => call(notificationEndpoints.readNotifications, { all: true }), onSuccess: notificationsChanged })
  const options = [
    { value: 'all' as const, label: t.notifications.everything },
    { value: 'unread' as const, label: t.notifications.unreadOnly },
  ]
  return (
    <Page title={t.nav.notifications} lead={t.notifications.lead}>
      <div class="stack" data-gap="large">
        <div class="stack">
          <div class="row" data-ends>
            <Segments label={t.notifications.which} options={options} value={shown} onChange={setShown} />
            <Button small busy={readAll.isPending} onClick={() => readAll.mutate()}>
              {t.notifications.readAll}
            </Button>
          </div>
          <ProblemNote error={readAll.error} />
          <List shown={shown} />
        </div>
        {me.member && <MailChoice />}
      </div>
    </Page>
  )
}

function List({ shown }: { shown: Shown }) {
  const { t } = useFullLanguage()
  const query = useInfiniteQuery(notificationsQuery(shown === 'unread'))
  return (
    <Read query={query}>
      {({ pages }) => {
        const items = pages.flatMap((page) => page.items)
        if (items.length === 0)
          return (
            <Empty icon={BellOff} title={shown === 'unread' ? t.notifications.noneUnread : t.notifications.none}>
              {shown === 'all' && <p>{t.notifications.noneText}</p>}
            </Empty>
          )
        return (
          <>
            <ul class="notifications">
              {items.map((one) => (
                <NotificationRow key={one.id} notification={one} />
              ))}
            </ul>
            {query.hasNextPage && (
              <Button busy={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
                {t.notifications.more}
              </Button>
            )}
          </>
        )
      }}
    </Read>
  )
}
