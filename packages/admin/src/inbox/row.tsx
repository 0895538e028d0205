import type { FeedbackListItem } from '@klankbord/shared/feedback'
import { ChevronsUp, Eye, Users } from 'lucide'
import type { RefObject } from 'preact'
import { useMemo } from 'preact/hooks'
import { useLanguage } from '../language.tsx'
import { Looking } from '../live/looking.tsx'
import { Icon } from '../ui/icon.tsx'
import { KindDisc, StatusMark } from '../ui/marks.tsx'
import { MarkedWords } from './marked-words.tsx'
import { awaited, PromiseMark } from './promise.tsx'
import type { Selection } from './selection.ts'

interface RowProps {
  item: FeedbackListItem
  index: number
  /** How many there are; -1 while that is not known. */
  of: number
  /** In pixels, from the top of the list. */
  top: number
  here: boolean
  href: string
  selected: boolean
  /** The selection as it is when one acts. */
  chosen: RefObject<Selection>
}

/** One item in the list: who, what they said, where it stands. Drawn again only when something of it changes, not for each step through the list. */
export function Row(props: RowProps) {
  return useMemo(() => <Drawn {...props} />, Object.values(props))
}

function Drawn({ item, index, of, top, here, href, selected, chosen }: RowProps) {
  const { t, dates } = useLanguage()
  /** With Shift everything from the last chosen one up to here. */
  const choose = (event: MouseEvent) => {
    if (!event.shiftKey) return
    event.preventDefault()
    chosen.current?.reach(item.id)
  }
  return (
    <li
      class="row-item"
      data-id={item.id}
      data-here={here || undefined}
      data-selected={selected || undefined}
      aria-setsize={of}
      aria-posinset={index + 1}
      style={{ top: `${top}px` }}
    >
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: with the keyboard it is Space, and Shift with the arrows */}
      <label class="row-select" onClick={choose}>
        <KindDisc kind={item.kind} />
        <input
          type="checkbox"
          checked={selected}
          onChange={() => chosen.current?.toggle(item.id)}
          aria-label={t.inbox.select(item.message.slice(0, 60))}
        />
      </label>
      <a class="row-link" href={href} aria-current={here ? 'true' : undefined} onClick={choose}>
        <span class="row-top">
          <strong>{customerName(item) ?? t.inbox.someone}</strong>
          <Signs item={item} />
          <Looking id={item.id} />
          <time dateTime={item.submittedAt}>{dates.brief(item.submittedAt)}</time>
        </span>
        <span class="unseen">{t.kinds[item.kind]}</span>
        <span class="row-words">
          <MarkedWords text={item.message} marks={item.marks} />
        </span>
        <span class="row-bottom">
          {item.goal ? <span class="row-goal">{item.goal.title}</span> : <StatusMark status={item.status} />}
          {item.goal && (awaited(item) ? <PromiseMark item={item} /> : <StatusMark status={item.status} />)}
        </span>
      </a>
    </li>
  )
}

/** What sets an item apart, in a sign each: the words are said to who can't see it, and shown where one points. */
function Signs({ item: { priority, flagged, similar } }: { item: FeedbackListItem }) {
  const { t } = useLanguage()
  return (
    <span class="row-signs">
      {priority && <Sign icon={ChevronsUp} text={t.inbox.flag.urgent} alarm />}
      {flagged && <Sign icon={Eye} text={t.inbox.flag.mark} alarm />}
      {similar !== null && similar > 0 && (
        <span class="row-sign" title={t.inbox.similar.count(similar)}>
          <Icon of={Users} />
          <span aria-hidden="true">{similar}</span>
          <span class="unseen">{t.inbox.similar.count(similar)}</span>
        </span>
      )}
    </span>
  )
}

const Sign = ({ icon, text, alarm }: { icon: typeof Eye; text: string; alarm?: boolean }) => (
  <span class="row-sign" data-alarm={alarm || undefined} title={text}>
    <Icon of={icon} />
    <span class="unseen">{text}</span>
  </span>
)

/** The name a customer gave, else the part of the address before the @, else nothing. */
export const customerName = (item: Pick<FeedbackListItem, 'customer'>): string | null =>
  item.customer.name ?? item.customer.email?.split('@')[0] ?? null
