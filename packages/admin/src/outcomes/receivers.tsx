import type { Receivers } from '@klankbord/shared/outcomes'
import { useQuery } from '@tanstack/preact-query'
import { Mail, MailX } from 'lucide'
import { useLanguage } from '../language.tsx'
import { Icon } from '../ui/icon.tsx'
import { Read } from '../ui/states.tsx'
import { receiversQuery } from './queries.ts'

/** Lists up to this long stand open. */
const FEW = 6

interface ReceiversOfProps {
  id: string
  feedbackIds: string[]
  /** False while the server does not know the latest choice of items. */
  saved: boolean
}

/** Who will be told, asked from the server, which alone knows. */
export function ReceiversOf({ id, feedbackIds, saved }: ReceiversOfProps) {
  const { t } = useLanguage()
  const receivers = useQuery({ ...receiversQuery(id, feedbackIds), enabled: saved })
  return (
    <section class="stack" data-gap="small" aria-label={t.outcomes.who}>
      <h2 class="part-title">{t.outcomes.who}</h2>
      <Read query={receivers} lines={3}>
        {(known) => <ReceiverLists receivers={known} />}
      </Read>
    </section>
  )
}

/** The count, the list, and who will not get an e-mail and why. */
export function ReceiverLists({ receivers: { told, notTold } }: { receivers: Receivers }) {
  const { t } = useLanguage()
  return (
    <div class="receivers">
      {told.length === 0 ? (
        <p>
          <Icon of={Mail} />
          {t.outcomes.toldNone}
        </p>
      ) : (
        <details open={told.length <= FEW}>
          <summary>
            <Icon of={Mail} />
            {t.outcomes.told(told.length)}
          </summary>
          <ul>
            {told.map(({ feedbackId, name, email, locale }) => (
              <li key={feedbackId}>
                {name && <strong>{name} </strong>}
                {email} <span class="soft">· {t.localeNames[locale.split('-')[0] ?? ''] ?? locale}</span>
              </li>
            ))}
          </ul>
        </details>
      )}
      {notTold.length > 0 && (
        <details open={notTold.length <= FEW}>
          <summary>
            <Icon of={MailX} />
            {t.outcomes.notTold(notTold.length)}
          </summary>
          <ul>
            {notTold.map(({ feedbackId, name, reason }) => (
              <li key={feedbackId}>
                <strong>{name ?? t.outcomes.someone}</strong> <span class="soft">{t.outcomes.reasons[reason]}</span>
              </li>
            ))}
          </ul>
        </details>
      )}
    </div>
  )
}
