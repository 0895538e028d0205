import type { FeedbackListItem } from '@klankbord/shared/feedback'
import { useLanguage } from '../language.tsx'
import { FlagMark, KindDisc, PriorityMark, StatusMark } from '../ui/marks.tsx'
import { awaited, PromiseMark } from './promise.tsx'

interface RowProps {
  item: FeedbackListItem
  here: boolean
  href: string
  selected: boolean
  onToggle: () => void
}

/** One item in the list: who, what they said, where it stands. */
export function Row({ item, here, href, selected, onToggle }: RowProps) {
  const { t, dates } = useLanguage()
  return (
    <li class="row-item" data-selected={selected || undefined}>
      <label class="row-select">
        <KindDisc kind={item.kind} />
        <input type="checkbox" checked={selected} onChange={onToggle} aria-label={t.inbox.select(item.message.slice(0, 60))} />
      </label>
      <a class="row-link" href={href} aria-current={here ? 'true' : undefined}>
        <span class="row-top">
          <strong>{customerName(item) ?? t.inbox.someone}</strong>
          <time dateTime={item.submittedAt}>{dates.brief(item.submittedAt)}</time>
        </span>
        <span class="unseen">{t.kinds[item.kind]}</span>
        <span class="row-words">{item.message}</span>
        {(item.flagged || item.priority) && (
          <span class="row-marks">
            {item.flagged && <FlagMark />}
            {item.priority && <PriorityMark />}
          </span>
        )}
        <span class="row-bottom">
          {item.goal ? <span class="row-goal">{item.goal.title}</span> : <StatusMark status={item.status} />}
          {item.goal && (awaited(item) ? <PromiseMark item={item} /> : <StatusMark status={item.status} />)}
        </span>
      </a>
    </li>
  )
}

/** The name a customer gave, else the part of the address before the @, else nothing. */
export const customerName = (item: Pick<FeedbackListItem, 'customer'>): string | null =>
  item.customer.name ?? item.customer.email?.split('@')[0] ?? null
