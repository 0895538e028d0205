import { outcomeEndpoints } from '@klankbord/shared/outcomes'
import { useInfiniteQuery, useMutation } from '@tanstack/preact-query'
import { useState } from 'preact/hooks'
import { useLocation } from 'preact-iso'
import { call } from '../api.ts'
import { keepDraft } from '../drafts.ts'
import { useFullLanguage } from '../full-language.ts'
import { queryClient } from '../queries.ts'
import { Confirm } from '../ui/confirm.tsx'
import { TextField } from '../ui/field.tsx'
import { say } from '../ui/toasts.tsx'
import { keptName } from './autosave.ts'
import { keepOutcome, outcomeQuery, receiversQuery } from './queries.ts'
import { ReceiverLists } from './receivers.tsx'

interface PublishDialogProps {
  id: string
  feedbackIds: string[]
  onClose: () => void
}

/** Asks once more, with the names of everybody who will be told. */
export function PublishDialog({ id, feedbackIds, onClose }: PublishDialogProps) {
  const { t } = useFullLanguage()
  const { route } = useLocation()
  const [at, setAt] = useState('')
  const receivers = useInfiniteQuery({ ...receiversQuery(id, feedbackIds), staleTime: 0 })
  const told = receivers.data?.pages[0]?.counts.channels.email
  const publish = useMutation({
    mutationFn: () => call(outcomeEndpoints.publishOutcome, { id, ...(at && { at: new Date(at).toISOString() }) }),
    onSuccess: (outcome) => {
      keepOutcome(outcome)
      say(outcome.publishedAt === null ? t.outcomes.scheduledNote : t.outcomes.publishedNote)
      onClose()
      route(`/admin/outcomes/${id}`, true)
    },
  })
  return (
    <Confirm
      title={t.outcomes.publishTitle}
      act={at ? t.outcomes.schedule : t.outcomes.publishSubmit(told ?? 0)}
      busy={publish.isPending || told === undefined}
      error={publish.error}
      onConfirm={() => publish.mutate()}
      onClose={onClose}
    >
      <p>{t.outcomes.publishText}</p>
      <ReceiverLists id={id} feedbackIds={feedbackIds} />
      <TextField
        label={t.outcomes.when}
        hint={t.outcomes.whenNow}
        type="datetime-local"
        value={at}
        onInput={(event) => setAt(event.currentTarget.value)}
      />
    </Confirm>
  )
}

interface RemoveDialogProps {
  id: string
  onClose: () => void
}

export function RemoveDialog({ id, onClose }: RemoveDialogProps) {
  const { t } = useFullLanguage()
  const { route } = useLocation()
  const remove = useMutation({
    mutationFn: () => call(outcomeEndpoints.deleteOutcome, { id }),
    onSuccess: () => {
      keepDraft(keptName(id), null, true)
      queryClient.removeQueries({ queryKey: outcomeQuery(id).queryKey })
      void queryClient.invalidateQueries({ queryKey: ['outcomes', 'list'] })
      say(t.outcomes.removed)
      route('/admin/outcomes', true)
    },
  })
  return (
    <Confirm
      title={t.outcomes.removeTitle}
      act={t.outcomes.remove}
      danger
      busy={remove.isPending}
      error={remove.error}
      onConfirm={() => remove.mutate()}
      onClose={onClose}
    >
      <p>{t.outcomes.removeText}</p>
    </Confirm>
  )
}
