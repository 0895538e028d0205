import type { FeedbackListItem } from '@klankbord/shared/feedback'
import { CalendarClock, CalendarX } from 'lucide'
import { useLanguage } from '../language.tsx'
import { Icon } from '../ui/icon.tsx'

type Promised = Pick<FeedbackListItem, 'replyBy' | 'overdue' | 'status'>

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
  const open = item.status !== 'answered' && item.status !== 'spam' && item.status !== 'merged'
  return (
    <p class="row">
      <span>{t.inbox.promise.text(dates.day(item.replyBy))}</span>
      {open && (item.overdue || dates.daysFromNow(item.replyBy) >= 0) && <PromiseMark item={item} />}
    </p>
  )
}
