import { type Notification, type NotificationKind, notificationEndpoints } from '@klankbord/shared/notifications'
import { useMutation } from '@tanstack/preact-query'
import { AtSign, CalendarClock, CalendarX, Check, type IconNode, Inbox, MessageSquareReply, RotateCcw, Target } from 'lucide'
import { call } from '../api.ts'
import { useFullLanguage } from '../full-language.ts'
import { IconButton } from '../ui/button.tsx'
import { Icon } from '../ui/icon.tsx'
import { notificationsChanged } from './queries.ts'

const looks: Record<NotificationKind, { icon: IconNode; view: string; alarm?: true }> = {
  'due-soon': { icon: CalendarClock, view: 'due-soon' },
  overdue: { icon: CalendarX, view: 'overdue', alarm: true },
  'to-route': { icon: Inbox, view: 'to-route', alarm: true },
  mention: { icon: AtSign, view: 'waiting' },
  assigned: { icon: Target, view: 'mine' },
  message: { icon: MessageSquareReply, view: 'waiting' },
  reopened: { icon: RotateCcw, view: 'reopened' },
}

/** One thing that somebody was told. Following it is reading it. */
export function NotificationRow({ notification }: { notification: Notification }) {
  const { t, dates } = useFullLanguage()
  const { id, kind, at, readAt, feedbackId, item, count, step, by } = notification
  const { icon, view, alarm } = looks[kind]
  const read = useMutation({ mutationFn: () => call(notificationEndpoints.readNotifications, { ids: [id] }), onSuccess: notificationsChanged })
  const says = t.notifications.says[kind](count, step, by)
  const isGone = feedbackId !== null && item === null
  const href = `/admin/inbox/${view}${feedbackId ? `/${feedbackId}` : ''}`
  return (
    <li class="notification" data-unread={readAt === null || undefined}>
      <span class="notification-icon" data-alarm={alarm}>
        <Icon of={icon} />
      </span>
      <div>
        <p>
          <a href={href} onClick={() => readAt === null && read.mutate()}>
            {says}
          </a>
          {readAt === null && <span class="notification-dot"> {t.notifications.unread}</span>}
        </p>
        {item && <p class="notification-words">{item.words}</p>}
        {isGone && <p class="soft note-size">{t.notifications.erased}</p>}
        <p class="soft note-size">
          <time dateTime={at}>{dates.moment(at)}</time>
          {item?.goal && <> · {item.goal}</>}
          {(kind === 'due-soon' || kind === 'overdue') && item?.replyBy && <> · {t.notifications.by(dates.day(item.replyBy))}</>}
        </p>
      </div>
      {readAt === null && <IconButton icon={Check} label={t.notifications.readOf(says)} small onClick={() => read.mutate()} />}
    </li>
  )
}
