import type { FeedbackListItem } from '@klankbord/shared/feedback'
import { CalendarClock, CalendarX } from 'lucide'
import { useLanguage } from '../language.tsx'
import { Icon } from '../ui/icon.tsx'

type Promised = Pick<FeedbackListItem, 'replyBy' | 'repliedAt' | 'overdue' | 'status'>

/** True while the customer has heard nothing and still waits for the promised day. */
export const awaited = ({ replyBy, repliedAt, status }: Promised) =>
  replyBy !== null && repliedAt === null && status !== 'answered' && status !== 'spam' && status !== 'merged'

/** How far away the promised day is, in a word. */
export function PromiseMark({ item }: { item: Promised }) {
  const { t, dates } = useLanguage()
  if (!item.replyBy) return null
  if (item.overdue) {
    return (
      <span class="mark" data-state="alarm">
        <Icon of={CalendarX} />
        {t.inbox.late(Math.max(1, -dates.daysFromNow(item.replyBy)))}
      </span>
    )
  }
  return (
    <span class="mark" data-state="waiting">
      <Icon of={CalendarClock} />
      {dates.relative(item.replyBy)}
    </span>
  )
}

export function PromiseLine({ item }: { item: Promised }) {
  const { t, dates } = useLanguage()
  if (!item.replyBy) return <p class="soft">{t.inbox.promise.none}</p>
  if (item.repliedAt) return <p>{t.inbox.promise.kept(dates.day(item.repliedAt))}</p>
  return (
    <p class="row">
      <span>{t.inbox.promise.text(dates.day(item.replyBy))}</span>
      {awaited(item) && <PromiseMark item={item} />}
    </p>
  )
}
