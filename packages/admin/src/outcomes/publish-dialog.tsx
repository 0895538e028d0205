import { outcomeEndpoints } from '@klankbord/shared/outcomes'
import { useMutation, useQuery } from '@tanstack/preact-query'
import { useLocation } from 'preact-iso'
import { call } from '../api.ts'
import { keepDraft } from '../drafts.ts'
import { useLanguage } from '../language.tsx'
import { queryClient } from '../queries.ts'
import { Confirm } from '../ui/confirm.tsx'
import { Read } from '../ui/states.tsx'
import { say } from '../ui/toasts.tsx'
import { keptName } from './autosave.ts'
import { outcomeQuery, receiversQuery } from './queries.ts'
import { ReceiverLists } from './receivers.tsx'

interface PublishDialogProps {
  id: string
  feedbackIds: string[]
  onClose: () => void
}

/** Asks once more, with the names of everybody who will be told. */
export function PublishDialog({ id, feedbackIds, onClose }: PublishDialogProps) {
  const { t } = useLanguage()
  const { route } = useLocation()
  const receivers = useQuery({ ...receiversQuery(id, feedbackIds), staleTime: 0 })
  const publish = useMutation({
    mutationFn: () => call(outcomeEndpoints.publishOutcome, { id }),
    onSuccess: (outcome) => {
      queryClient.setQueryData(outcomeQuery(id).queryKey, outcome)
      void queryClient.invalidateQueries({ queryKey: ['outcomes', 'list'] })
      void queryClient.invalidateQueries({ queryKey: ['feedback'] })
      void queryClient.invalidateQueries({ queryKey: ['goals'] })
      say(t.outcomes.publishedNote)
      onClose()
      route(`/admin/outcomes/${id}`, true)
    },
  })
  return (
    <Confirm
      title={t.outcomes.publishTitle}
      act={t.outcomes.publishSubmit(receivers.data?.told.length ?? 0)}
      busy={publish.isPending || receivers.data === undefined}
      error={publish.error}
      onConfirm={() => publish.mutate()}
      onClose={onClose}
    >
      <p>{t.outcomes.publishText}</p>
      <Read query={receivers} lines={3}>
        {(known) => <ReceiverLists receivers={known} />}
      </Read>
    </Confirm>
  )
}

interface RemoveDialogProps {
  id: string
  onClose: () => void
}

export function RemoveDialog({ id, onClose }: RemoveDialogProps) {
  const { t } = useLanguage()
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
