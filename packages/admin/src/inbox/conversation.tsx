import type { FeedbackItem, FeedbackMessage } from '@klankbord/shared/feedback'
import { StickyNote } from 'lucide'
import { useLanguage } from '../language.tsx'
import { Icon } from '../ui/icon.tsx'
import { Held } from './held.tsx'
import { customerName } from './row.tsx'

interface Line extends FeedbackMessage {
  note: boolean
}

/** Messages and notes in the order in which they were written; notes visibly apart. */
export function linesOf(item: Pick<FeedbackItem, 'messages' | 'notes'>): Line[] {
  const lines = [...item.messages.map((message) => ({ ...message, note: false })), ...item.notes.map((note) => ({ ...note, note: true }))]
  return lines.sort((a, b) => a.at.localeCompare(b.at))
}

export function Conversation({ item }: { item: FeedbackItem }) {
  const { t, dates } = useLanguage()
  const lines = linesOf(item)
  if (lines.length === 0 && item.held.length === 0) return null
  return (
    <section class="conversation" aria-label={t.inbox.conversation}>
      <h3>{t.inbox.conversation}</h3>
      <ol class="stack">
        {lines.map((line) => (
          <li key={line.id} class="line" data-by={line.note ? 'note' : line.by}>
            <p class="line-head">
              {line.note && <Icon of={StickyNote} />}
              <strong>{line.author ?? (line.by === 'customer' ? (customerName(item) ?? t.inbox.customer) : t.inbox.team)}</strong>
              {line.note && <span>{t.inbox.note}</span>}
              <time class="soft" dateTime={line.at}>
                {dates.moment(line.at)}
              </time>
            </p>
            {line.text === '' ? <p class="soft">{t.inbox.erasedLine}</p> : <p class="words">{line.text}</p>}
          </li>
        ))}
        {item.held.map((held) => (
          <Held key={held.id} item={item} held={held} />
        ))}
      </ol>
    </section>
  )
}
