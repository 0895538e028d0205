import type { FeedbackItem } from '@klankbord/shared/feedback'
import { useQuery } from '@tanstack/preact-query'
import { useLanguage } from '../language.tsx'
import { mayAct, useMe } from '../me.ts'
import { isOpen } from './dock.tsx'
import { similarQuery } from './queries.ts'
import { inboxAddress, newOutcomeAddress } from './views.ts'

const SHOWN = 4
/** As many as the server gives: there may be more. */
const MOST = 10

/** The nearest items that are still open: what others say too, to be answered together. */
export function Similar({ item }: { item: FeedbackItem }) {
  const { t } = useLanguage()
  const texts = t.inbox.similar
  const can = mayAct(useMe())
  const open = isOpen(item)
  const { data } = useQuery({ ...similarQuery(item.id), enabled: open && item.erasedAt === null })
  const items = data?.items ?? []
  if (!open || items.length === 0) return null
  const goal = item.goal?.id ?? items.find((one) => one.goal)?.goal?.id
  return (
    <section aria-label={texts.title}>
      <h3>{items.length < MOST ? texts.count(items.length) : texts.atLeast(items.length)}</h3>
      <ul class="beside">
        {items.slice(0, SHOWN).map(({ id, message, goal }) => (
          <li key={id}>
            <a class="beside-words" href={inboxAddress({ view: goal ? 'waiting' : 'to-route', id })}>
              {message}
            </a>
          </li>
        ))}
      </ul>
      {items.length > SHOWN && <p class="soft">{texts.more(items.length - SHOWN)}</p>}
      {can && (
        <a class="button beside-act" data-small href={newOutcomeAddress([item.id, ...items.map(({ id }) => id)], goal)}>
          {texts.answer}
        </a>
      )}
    </section>
  )
}
