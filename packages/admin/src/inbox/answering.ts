import type { FeedbackItem } from '@klankbord/shared/feedback'
import { plainWords } from '@klankbord/shared/formatted'
import { outcomeLifeEndpoints } from '@klankbord/shared/outcome-life'
import { type Outcome, outcomeEndpoints } from '@klankbord/shared/outcomes'
import { useMutation } from '@tanstack/preact-query'
import { useLocation } from 'preact-iso'
import { call } from '../api.ts'
import { useFullLanguage } from '../full-language.ts'
import { type Draft, inputOf } from '../outcomes/draft.ts'
import { keepOutcome } from '../outcomes/queries.ts'
import { say } from '../ui/toasts.tsx'
import { toldStale } from './changed.ts'
import { useMadeOnce } from './made-once.ts'
import { feedbackChanged } from './queries.ts'

/** A small outcome for one item. Its title becomes its first words. */
export type Answer = Draft

/** As many letters as a title may have that one can still read at a glance. */
const TITLE = 80

function titleOf({ did }: Answer) {
  const [first = ''] = plainWords(did.trim()).split('\n')
  return first.length <= TITLE ? first : `${first.slice(0, TITLE - 1).trimEnd()}…`
}

interface Ways {
  /** What was written need not be kept on this device any longer. */
  clear: () => void
  onDone: () => void
  onClose: () => void
}

/** The three ways out: answered and closed, given to a second reader, or written further in the editor. */
export function useAnswer(item: FeedbackItem, answer: Answer, { clear, onDone, onClose }: Ways) {
  const { t } = useFullLanguage()
  const { route } = useLocation()
  const look = (id: string) => ({ label: t.answering.look, onClick: () => route(`/admin/outcomes/${id}`) })
  const once = useMadeOnce<Outcome>()
  const draft = () => once(JSON.stringify(answer), () => call(outcomeEndpoints.createOutcome, { ...inputOf(answer), title: titleOf(answer) }))
  const publish = useMutation({
    // The item as it was when one decided: while this is tried again, it is read anew.
    mutationFn: ({ version }: FeedbackItem) => {
      const { title: _, feedbackIds: __, ...words } = inputOf(answer)
      return call(outcomeLifeEndpoints.answerFeedback, { ...words, id: item.id, version })
    },
    onSuccess: (outcome) => {
      clear()
      onClose()
      onDone()
      keepOutcome(outcome)
      feedbackChanged()
      say(t.answering.done, look(outcome.id))
    },
    onError: (error, seen) => {
      // The question what now takes the place of this dialog; the words are kept.
      if (toldStale(error, { before: seen, act: 'answer', again: (version) => publish.mutate({ ...seen, version }) })) onClose()
    },
  })
  const review = useMutation({
    mutationFn: async (_seen: FeedbackItem) => call(outcomeLifeEndpoints.askReview, { id: (await draft()).id }),
    onSuccess: (outcome) => {
      clear()
      onClose()
      keepOutcome(outcome)
      say(t.answering.asked, look(outcome.id))
    },
  })
  const goOn = useMutation({
    mutationFn: draft,
    onSuccess: (outcome) => {
      clear()
      keepOutcome(outcome)
      route(`/admin/outcomes/${outcome.id}`)
    },
  })
  return { publish, review, goOn }
}
