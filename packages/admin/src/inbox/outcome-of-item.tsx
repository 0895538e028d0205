import type { FeedbackItem } from '@klankbord/shared/feedback'
import { useLanguage } from '../language.tsx'

/** The outcome that the customer read, and what they said to it. */
export function OutcomeOfItem({ item }: { item: FeedbackItem }) {
  const { t, dates } = useLanguage()
  if (!item.outcome) return null
  return (
    <section class="item-outcome">
      <h3>{t.inbox.outcome}</h3>
      <p>
        <a href={`/admin/outcomes/${item.outcome.id}`}>{item.outcome.title}</a>
        <span class="soft note-size"> · {dates.day(item.outcome.publishedAt)}</span>
      </p>
      {item.reaction && (
        <p class="reaction" data-helped={item.reaction.helped}>
          <strong>{t.inbox.helped[item.reaction.helped]}</strong>
          {item.reaction.reasons.length > 0 && <span> · {item.reaction.reasons.map((reason) => t.inbox.reasons[reason]).join(' · ')}</span>}
          {item.reaction.text && <span class="words"> “{item.reaction.text}”</span>}
        </p>
      )}
    </section>
  )
}
