import { type FeedbackItem, feedbackEndpoints } from '@klankbord/shared/feedback'
import { useMutation } from '@tanstack/preact-query'
import { Check, Sprout, Target } from 'lucide'
import { call } from '../api.ts'
import { useLanguage } from '../language.tsx'
import { mayAct, useMe } from '../me.ts'
import { Button } from '../ui/button.tsx'
import { Icon } from '../ui/icon.tsx'
import { ProblemNote } from '../ui/states.tsx'
import { say } from '../ui/toasts.tsx'
import { feedbackChanged } from './queries.ts'

export interface Routing {
  /** True while a rule's choice waits for a person to agree. */
  acceptable: boolean
  place: (goalId: string) => void
  busy: boolean
  error: unknown
}

/** Gives an item to a goal; afterwards the next item comes by itself. */
export function useRouting(item: FeedbackItem, onRouted: () => void): Routing {
  const { t } = useLanguage()
  const { mutate, isPending, error } = useMutation({
    mutationFn: (goalId: string) => call(feedbackEndpoints.routeFeedback, { id: item.id, goalId }),
    onSuccess: (changed) => {
      onRouted()
      feedbackChanged(changed)
      if (changed.goal) say(t.inbox.routing.moved(changed.goal.title))
    },
  })
  return { acceptable: item.goal !== null && item.routing.method === 'rule' && item.status === 'routed', place: mutate, busy: isPending, error }
}

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

interface BelongsProps {
  item: FeedbackItem
  routing: Routing
  onAccept: () => void
  onOther: () => void
  /** Makes it the reason of a new goal, where it fits none. */
  onPropose: () => void
}

/** The goal that owns the item, and why. */
export function Belongs({ item, routing, onAccept, onOther, onPropose }: BelongsProps) {
  const { t } = useLanguage()
  const can = mayAct(useMe()) && !['answered', 'spam', 'merged'].includes(item.status)
  const { because } = item.routing
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
          <p class="soft">{t.inbox.routing.noneText}</p>
        </>
      )}
      <Because reasons={because} />
      {can && (
        <div class="row">
          {!item.goal && (
            <Button look="primary" icon={Target} shortcut="Enter" busy={routing.busy} onClick={onOther}>
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
