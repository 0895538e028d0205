import type { DeliveryState } from '@klankbord/shared/deliveries'
import { type Delivery, outcomeEndpoints } from '@klankbord/shared/outcomes'
import { useMutation, useQuery } from '@tanstack/preact-query'
import { CircleCheck, CircleHelp, Clock, type IconNode, MailX, Send } from 'lucide'
import { useState } from 'preact/hooks'
import { call } from '../api.ts'
import { useFullLanguage } from '../full-language.ts'
import { mayAct, useMe } from '../me.ts'
import { queryClient } from '../queries.ts'
import { Button } from '../ui/button.tsx'
import { Confirm } from '../ui/confirm.tsx'
import { Icon } from '../ui/icon.tsx'
import { Read } from '../ui/states.tsx'
import { deliveriesQuery } from './queries.ts'

const order: DeliveryState[] = ['sent', 'queued', 'sending', 'unknown', 'failed', 'bounced']

const looks: Record<DeliveryState, { icon: IconNode; state: 'waiting' | 'working' | 'answered' | 'alarm' }> = {
  queued: { icon: Clock, state: 'waiting' },
  sending: { icon: Send, state: 'working' },
  sent: { icon: CircleCheck, state: 'answered' },
  unknown: { icon: CircleHelp, state: 'alarm' },
  failed: { icon: MailX, state: 'alarm' },
  bounced: { icon: MailX, state: 'alarm' },
}

/** Each e-mail of an outcome by its state. What may have arrived is sent again only by a person. */
export function Deliveries({ id }: { id: string }) {
  const { t } = useFullLanguage()
  const deliveries = useQuery(deliveriesQuery(id))
  const [again, setAgain] = useState<Delivery | null>(null)
  return (
    <section class="stack" aria-label={t.outcomes.deliveries}>
      <h2 class="part-title">{t.outcomes.deliveries}</h2>
      <Read query={deliveries} lines={3}>
        {({ items, counts }) =>
          items.length === 0 ? (
            <p class="soft">{t.outcomes.deliveriesNone}</p>
          ) : (
            <>
              <ul class="delivery-counts">
                {order
                  .filter((state) => counts[state])
                  .map((state) => (
                    <li key={state}>
                      <strong>{counts[state]}</strong> <StateMark state={state} />
                    </li>
                  ))}
              </ul>
              {!!counts.unknown && <p class="field-hint">{t.outcomes.unknownHint}</p>}
              <DeliveryTable deliveries={items} onAgain={setAgain} />
            </>
          )
        }
      </Read>
      {again && <ResendDialog outcomeId={id} delivery={again} onClose={() => setAgain(null)} />}
    </section>
  )
}

function StateMark({ state }: { state: DeliveryState }) {
  const { t } = useFullLanguage()
  return (
    <span class="mark" data-state={looks[state].state}>
      <Icon of={looks[state].icon} />
      {t.outcomes.states[state]}
    </span>
  )
}

function DeliveryTable({ deliveries, onAgain }: { deliveries: Delivery[]; onAgain: (delivery: Delivery) => void }) {
  const { t, dates } = useFullLanguage()
  const can = mayAct(useMe())
  return (
    <table class="delivery-table">
      <thead>
        <tr>
          <th scope="col">{t.outcomes.receiver}</th>
          <th scope="col">{t.outcomes.deliveryState}</th>
        </tr>
      </thead>
      <tbody>
        {deliveries.map((delivery) => (
          <tr key={delivery.id}>
            <td>
              {delivery.receiver}
              {delivery.reason && <p class="soft note-size">{delivery.reason}</p>}
            </td>
            <td>
              <StateMark state={delivery.state} /> <span class="soft note-size">{dates.brief(delivery.at)}</span>
              {can && (delivery.state === 'unknown' || delivery.state === 'failed') && (
                <div>
                  <Button small onClick={() => onAgain(delivery)}>
                    {t.outcomes.resend}
                  </Button>
                </div>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

interface ResendDialogProps {
  outcomeId: string
  delivery: Delivery
  onClose: () => void
}

function ResendDialog({ outcomeId, delivery, onClose }: ResendDialogProps) {
  const { t } = useFullLanguage()
  const resend = useMutation({
    mutationFn: () => call(outcomeEndpoints.resendDelivery, { deliveryId: delivery.id }),
    onSuccess: () => {
      void queryClient.invalidateQueries({ queryKey: deliveriesQuery(outcomeId).queryKey })
      onClose()
    },
  })
  return (
    <Confirm
      title={t.outcomes.resendTitle}
      act={t.outcomes.resend}
      busy={resend.isPending}
      error={resend.error}
      onConfirm={() => resend.mutate()}
      onClose={onClose}
    >
      <p>{delivery.state === 'unknown' ? t.outcomes.resendText(delivery.receiver) : delivery.receiver}</p>
    </Confirm>
  )
}
