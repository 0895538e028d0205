import type { FeedbackItem } from '@klankbord/shared/feedback'
import { useState } from 'preact/hooks'
import { useLanguage } from '../language.tsx'
import { useMe } from '../me.ts'
import { Button } from '../ui/button.tsx'
import { since } from './changed.ts'
import { Told } from './history.tsx'

/** What others did to the item since it was opened: it changes under one's eyes, and nobody should miss that. */
export function News({ item }: { item: FeedbackItem }) {
  const { t } = useLanguage()
  const me = useMe().member?.name
  const [seen, setSeen] = useState(item.timeline)
  const events = since(seen, item.timeline).filter(({ actor }) => actor.kind !== 'member' || actor.name !== me)
  return (
    <div role="status" class="item-news">
      {events.length > 0 && (
        <section class="flag-banner" data-calm aria-label={t.item.changed.title}>
          <ul class="timeline">
            {events.map((event) => (
              <Told key={event.type + event.at} event={event} />
            ))}
          </ul>
          <Button small onClick={() => setSeen(item.timeline)}>
            {t.item.changed.seen}
          </Button>
        </section>
      )}
    </div>
  )
}
