import { type GoalEnd, type GoalPage, goalEndpoints } from '@klankbord/shared/goals'
import { useMutation } from '@tanstack/preact-query'
import { useState } from 'preact/hooks'
import { call } from '../api.ts'
import { useDraft } from '../drafts.ts'
import { useFullLanguage } from '../full-language.ts'
import { Button } from '../ui/button.tsx'
import { Confirm } from '../ui/confirm.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { TextArea } from '../ui/field.tsx'
import { fieldErrors } from '../ui/field-errors.ts'
import { SendingForm } from '../ui/sending-form.tsx'
import { ProblemNote } from '../ui/states.tsx'
import { say } from '../ui/toasts.tsx'
import { goalsChanged } from './queries.ts'

const ends: GoalEnd[] = ['achieved', 'missed', 'stopped']

interface EndProps {
  goal: GoalPage
  onClose: () => void
}

/** Ends a goal: how it ended, and what was learned. */
export function EndDialog({ goal, onClose }: EndProps) {
  const { t } = useFullLanguage()
  const texts = t.goal.ending
  const [state, setState] = useState<GoalEnd>('achieved')
  const [lookBack, setLookBack] = useDraft(`look-back:${goal.id}`)
  const end = useMutation({
    mutationFn: () => call(goalEndpoints.endGoal, { id: goal.id, state, lookBack }),
    onSuccess: () => {
      goalsChanged()
      setLookBack('')
      say(texts.done)
      onClose()
    },
  })
  return (
    <Dialog title={texts.title} onClose={onClose}>
      <SendingForm
        isSending={end.isPending}
        class="stack"
        onSubmit={(event) => {
          event.preventDefault()
          if (!end.isPending) end.mutate()
        }}
      >
        <fieldset class="stack" data-gap="small">
          <legend class="field-legend">{texts.how}</legend>
          {ends.map((one) => (
            <label key={one} class="choice">
              <input type="radio" name="state" checked={state === one} onChange={() => setState(one)} />
              <span>{texts.ends[one]}</span>
            </label>
          ))}
        </fieldset>
        <TextArea
          label={texts.lookBack}
          hint={texts.lookBackHint}
          required
          maxLength={5000}
          value={lookBack}
          error={fieldErrors(end.error).lookBack}
          onInput={(event) => setLookBack(event.currentTarget.value)}
        />
        {goal.openItems > 0 && <p class="soft note-size">{texts.openItems(goal.openItems)}</p>}
        <ProblemNote error={end.error} kept={t.textKept} />
        <footer class="dialog-foot">
          <Button onClick={onClose}>{t.cancel}</Button>
          <Button type="submit" look="primary" busy={end.isPending}>
            {texts.act}
          </Button>
        </footer>
      </SendingForm>
    </Dialog>
  )
}

export function ResumeDialog({ goal, onClose }: EndProps) {
  const { t } = useFullLanguage()
  const resume = useMutation({
    mutationFn: () => call(goalEndpoints.resumeGoal, { id: goal.id }),
    onSuccess: () => {
      goalsChanged()
      say(t.saved)
      onClose()
    },
  })
  return (
    <Confirm
      title={t.goal.resumeTitle}
      act={t.goal.resume}
      busy={resume.isPending}
      error={resume.error}
      onConfirm={() => resume.mutate()}
      onClose={onClose}
    >
      <p>{t.goal.resumeText}</p>
    </Confirm>
  )
}
