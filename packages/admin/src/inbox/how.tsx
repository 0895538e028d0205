import type { FeedbackItem } from '@klankbord/shared/feedback'
import { Footprints } from 'lucide'
import { useLanguage } from '../language.tsx'
import { Button } from '../ui/button.tsx'
import { Icon } from '../ui/icon.tsx'

interface HowProps {
  item: FeedbackItem
  onChoose: (() => void) | undefined
}

/** How the team takes it on, and what the customer reads of that. */
export function How({ item, onChoose }: HowProps) {
  const { t } = useLanguage()
  const open = item.status === 'routed' || item.status === 'in_progress' || item.status === 'reopened'
  return (
    <section class="ledger-part">
      <h3>{t.inbox.how.title}</h3>
      {item.initiative ? (
        <p class="ledger-lead">
          <Icon of={Footprints} />
          <strong>{item.initiative.title}</strong>
        </p>
      ) : (
        <p class="soft">{t.inbox.how.none}</p>
      )}
      {item.plan && (
        <div class="customer-reads">
          <p class="field-hint">{t.inbox.how.customerReads}</p>
          <p class="words">{item.plan}</p>
        </div>
      )}
      {open && onChoose && (
        <div>
          <Button shortcut="h" onClick={onChoose}>
            {item.initiative ? t.inbox.how.change : t.inbox.how.choose}
          </Button>
        </div>
      )}
    </section>
  )
}
