import type { Goal } from '@klankbord/shared/goals'
import { initiativeEndpoints } from '@klankbord/shared/initiatives'
import { useMutation } from '@tanstack/preact-query'
import { call } from '../api.ts'
import { useDraft } from '../drafts.ts'
import { useLanguage } from '../language.tsx'
import { queryClient } from '../queries.ts'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { TextArea, TextField } from '../ui/field.tsx'
import { fieldErrors } from '../ui/field-errors.ts'
import { onSubmit } from '../ui/form.ts'
import { ProblemNote } from '../ui/states.tsx'
import { say } from '../ui/toasts.tsx'

export function HowDialog({ goal, onClose }: { goal: Goal; onClose: () => void }) {
  const { t } = useLanguage()
  const [title, setTitle] = useDraft(`initiative-title:${goal.id}`)
  const [plan, setPlan] = useDraft(`initiative-plan:${goal.id}`)
  const save = useMutation({
    mutationFn: () => call(initiativeEndpoints.createInitiative, { goalId: goal.id, title, plan }),
    onSuccess: () => {
      void queryClient.invalidateQueries({ queryKey: ['initiatives'] })
      setTitle('')
      setPlan('')
      say(t.saved)
      onClose()
    },
  })
  const errors = fieldErrors(save.error)
  return (
    <Dialog title={t.goals.howDialog} onClose={onClose}>
      <p class="soft">{goal.title}</p>
      <form class="stack" onSubmit={onSubmit(() => save.mutate())}>
        <TextField
          label={t.goals.howTitle}
          placeholder={t.inbox.how.freshExample}
          required
          maxLength={200}
          value={title}
          error={errors.title}
          onInput={(event) => setTitle(event.currentTarget.value)}
        />
        <TextArea
          short
          label={`${t.goals.howPlan} (${t.optional})`}
          placeholder={t.inbox.how.planExample}
          maxLength={5000}
          value={plan}
          error={errors.plan}
          onInput={(event) => setPlan(event.currentTarget.value)}
        />
        <ProblemNote error={save.error} kept={t.textKept} />
        <footer class="dialog-foot">
          <Button onClick={onClose}>{t.cancel}</Button>
          <Button type="submit" look="primary" busy={save.isPending}>
            {t.goals.howSave}
          </Button>
        </footer>
      </form>
    </Dialog>
  )
}
