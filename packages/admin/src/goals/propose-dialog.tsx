import { type GoalPage, goalEndpoints } from '@klankbord/shared/goals'
import { useMutation } from '@tanstack/preact-query'
import { call } from '../api.ts'
import { useFullLanguage } from '../full-language.ts'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { fieldErrors } from '../ui/field-errors.ts'
import { onSubmit } from '../ui/form.ts'
import { SendingForm } from '../ui/sending-form.tsx'
import { ProblemNote } from '../ui/states.tsx'
import { say } from '../ui/toasts.tsx'
import { AgreedFields, agreedOf, changedOnly } from './agreed-fields.tsx'
import { goalsChanged } from './queries.ts'

/** Proposes another title, target or period; it waits until the other side agrees. */
export function ProposeDialog({ goal, onClose }: { goal: GoalPage; onClose: () => void }) {
  const { t } = useFullLanguage()
  const propose = useMutation({
    mutationFn: (fields: Record<string, string>) => call(goalEndpoints.proposeGoalChange, { id: goal.id, ...changedOnly(goal, agreedOf(fields)) }),
    onSuccess: () => {
      goalsChanged()
      say(t.goal.proposal.sent)
      onClose()
    },
  })
  return (
    <Dialog title={t.goal.proposal.dialogTitle} onClose={onClose}>
      <SendingForm
        isSending={propose.isPending}
        class="stack"
        onSubmit={onSubmit((fields) => {
          if (Object.keys(changedOnly(goal, agreedOf(fields))).length === 0) onClose()
          else if (!propose.isPending) propose.mutate(fields)
        })}
      >
        <p class="soft">{t.goal.proposal.dialogHint}</p>
        <AgreedFields goal={goal} errors={fieldErrors(propose.error)} />
        <ProblemNote error={propose.error} kept={t.textKept} />
        <footer class="dialog-foot">
          <Button onClick={onClose}>{t.cancel}</Button>
          <Button type="submit" look="primary" busy={propose.isPending}>
            {t.goal.proposal.send}
          </Button>
        </footer>
      </SendingForm>
    </Dialog>
  )
}
