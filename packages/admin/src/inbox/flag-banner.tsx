import type { FeedbackItem } from '@klankbord/shared/feedback'
import { type Suggestion, suggestionEndpoints } from '@klankbord/shared/suggestions'
import { useMutation } from '@tanstack/preact-query'
import { Check, Eye } from 'lucide'
import { call } from '../api.ts'
import { useLanguage } from '../language.tsx'
import { Button } from '../ui/button.tsx'
import { Icon } from '../ui/icon.tsx'
import { ProblemNote } from '../ui/states.tsx'
import { say } from '../ui/toasts.tsx'
import { feedbackChanged } from './queries.ts'

export interface Looked {
  look: () => void
  busy: boolean
  error: unknown
}

/** Notes that somebody looked at what the words point to. */
export function useLooked({ id }: Pick<FeedbackItem, 'id'>): Looked {
  const { t } = useLanguage()
  const { mutate, variables, isPending, error } = useMutation({
    mutationFn: (id: string) => call(suggestionEndpoints.lookAtFlags, { id }),
    onSuccess: () => {
      feedbackChanged()
      say(t.inbox.flag.done)
    },
  })
  const busy = isPending && variables === id
  return { look: () => !busy && mutate(id), busy, error: variables === id ? error : null }
}

interface FlagBannerProps {
  item: FeedbackItem
  suggestion: Suggestion | null | undefined
  looked: Looked
  /** True for who may say that they looked. */
  can: boolean
}

/** Says above everything that a person must look, which words ask for it, and who looked. */
export function FlagBanner({ item, suggestion, looked, can }: FlagBannerProps) {
  const { t, dates } = useLanguage()
  const texts = t.inbox.flag
  const raised = suggestion?.flags ?? []
  const words = raised.map(({ flag, words }) => `${t.inbox.flag.names[flag]}: ${words.join(', ')}`).join('; ')
  if (!item.flagged) {
    const seen = raised.length > 0 ? suggestion?.looked : null
    return seen ? (
      <p class="flag-seen">
        <Icon of={Check} />
        {seen.by ? texts.lookedBy(seen.by, dates.moment(seen.at)) : texts.lookedAt(dates.moment(seen.at))} · {words}
      </p>
    ) : null
  }
  return (
    <section class="flag-banner" aria-label={texts.look}>
      <Icon of={Eye} />
      <p>
        <strong>{texts.look}</strong>
        {words && <span>: {words}</span>}
      </p>
      {can && (
        <Button small icon={Check} shortcut="v" busy={looked.busy} onClick={looked.look}>
          {texts.looked}
        </Button>
      )}
      <ProblemNote error={looked.error} />
    </section>
  )
}
