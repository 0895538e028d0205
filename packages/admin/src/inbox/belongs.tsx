import type { FeedbackItem } from '@klankbord/shared/feedback'
import type { Suggestion } from '@klankbord/shared/suggestions'
import { Check, Sprout, Target } from 'lucide'
import { useLanguage } from '../language.tsx'
import { mayAct, useMe } from '../me.ts'
import { Button } from '../ui/button.tsx'
import { Icon } from '../ui/icon.tsx'
import { ProblemNote } from '../ui/states.tsx'
import type { Routing } from './placing.ts'
import { firstChoice } from './suggested.ts'
import { Suggested } from './suggestion.tsx'

/** The reasons that the routing wrote down, in plain words. */
function Because({ reasons }: { reasons: string[] }) {
  const { t } = useLanguage()
  if (reasons.length === 0) return null
  return (
    <div class="because">
      <span class="because-title">{t.inbox.routing.why}</span>
      {reasons.length === 1 ? (
        <span> · {reasons[0]}</span>
      ) : (
        <ul>
          {reasons.map((reason) => (
            <li key={reason}>{reason}</li>
          ))}
        </ul>
      )}
    </div>
  )
}

/** Says plainly where no person or rule but the model chose. */
function ByModel({ item: { goal, routing } }: { item: FeedbackItem }) {
  const { t, percent } = useLanguage()
  const texts = t.inbox.suggestion
  if (!goal || routing.method !== 'model') return null
  return <p class="note-size">{routing.confidence === undefined ? texts.byModelPlain : texts.byModel(percent(routing.confidence))}</p>
}

interface BelongsProps {
  item: FeedbackItem
  suggestion: Suggestion | null | undefined
  routing: Routing
  onAccept: () => void
  onOther: () => void
  /** Makes it the reason of a new goal, where it fits none. */
  onPropose: () => void
}

/** The goal that owns the item, and why. */
export function Belongs({ item, suggestion, routing, onAccept, onOther, onPropose }: BelongsProps) {
  const { t } = useLanguage()
  const can = mayAct(useMe()) && !['answered', 'spam', 'merged'].includes(item.status)
  const isSuggested = firstChoice(item, suggestion) !== undefined
  return (
    <section class="ledger-part">
      <h3>{t.inbox.routing.title}</h3>
      {item.goal ? (
        <p class="ledger-lead">
          <Icon of={Target} />
          <span>
            <a href={`/admin/goals/${item.goal.id}`}>
              <strong>{item.goal.title}</strong>
            </a>
            <span class="soft"> · {item.goal.team}</span>
          </span>
        </p>
      ) : (
        <>
          <p class="ledger-lead">
            <strong>{t.inbox.routing.none}</strong>
          </p>
          {!isSuggested && <p class="soft">{t.inbox.routing.noneText}</p>}
        </>
      )}
      <ByModel item={item} />
      <Because reasons={item.routing.because} />
      <Suggested item={item} suggestion={suggestion} routing={can ? routing : undefined} />
      {can && (
        <div class="row">
          {!item.goal && (
            <Button
              look={isSuggested ? 'plain' : 'primary'}
              icon={Target}
              shortcut={isSuggested ? 'g' : 'Enter'}
              busy={routing.busy}
              onClick={onOther}
            >
              {t.inbox.routing.choose}
            </Button>
          )}
          {!item.goal && item.status === 'received' && (
            <Button icon={Sprout} onClick={onPropose}>
              {t.inbox.upward.open}
            </Button>
          )}
          {routing.acceptable && (
            <Button look="primary" icon={Check} shortcut="Enter" busy={routing.busy} onClick={onAccept}>
              {t.inbox.routing.accept}
            </Button>
          )}
          {item.goal && (
            <Button shortcut="g" onClick={onOther}>
              {t.inbox.routing.other}
            </Button>
          )}
        </div>
      )}
      <ProblemNote error={routing.error} />
    </section>
  )
}
