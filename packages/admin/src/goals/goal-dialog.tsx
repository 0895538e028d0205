import { type GoalPage, type GoalPublic, goalEndpoints } from '@klankbord/shared/goals'
import { useMutation } from '@tanstack/preact-query'
import { useState } from 'preact/hooks'
import { useLocation } from 'preact-iso'
import { call } from '../api.ts'
import { useFullLanguage } from '../full-language.ts'
import { useMe } from '../me.ts'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { TextArea } from '../ui/field.tsx'
import { fieldErrors } from '../ui/field-errors.ts'
import { onSubmit } from '../ui/form.ts'
import { SendingForm } from '../ui/sending-form.tsx'
import { ProblemNote } from '../ui/states.tsx'
import { say } from '../ui/toasts.tsx'
import { AgreedFields, agreedOf, changedOnly } from './agreed-fields.tsx'
import { CustomerFields, type GoalPlace, PlaceFields } from './goal-fields.tsx'
import { goalsChanged } from './queries.ts'
import { TryTexts } from './try-texts.tsx'

interface GoalDialogProps {
  /** Left out for a new goal. */
  goal?: GoalPage
  /** Where a new goal begins. */
  under?: Partial<GoalPlace>
  onClose: () => void
}

const publicOf = ({ shown = 'title', publicTitle = '', publicText = '' }: Record<string, string>): GoalPublic => {
  if (shown === 'own') return publicText ? { title: publicTitle, text: publicText } : { title: publicTitle }
  return shown === 'title'
}

function useSave(goal: GoalPage | undefined, place: GoalPlace, done: () => void) {
  const { t } = useFullLanguage()
  const { route } = useLocation()
  return useMutation({
    mutationFn: (fields: Record<string, string>) => {
      const { why = '', intake = '', replyWithinDays = '5', askAgainAfterWeeks = '' } = fields
      const askAgain = askAgainAfterWeeks === '' ? null : Number(askAgainAfterWeeks)
      const { teamId, ...where } = place
      const free = { ...where, why, intake, replyWithinDays: Number(replyWithinDays), public: publicOf(fields), askAgainAfterWeeks: askAgain }
      if (!goal) return call(goalEndpoints.createGoal, { ...free, ...agreedOf(fields), teamId })
      const agreed = goal.may.changeAlone ? changedOnly(goal, agreedOf(fields)) : {}
      return call(goalEndpoints.changeGoal, { id: goal.id, ...free, ...agreed })
    },
    onSuccess: (saved) => {
      goalsChanged()
      say(goal ? t.saved : saved.state === 'proposed' ? t.goal.proposal.sent : t.goals.added)
      done()
      if (!goal) route(`/admin/goals/${saved.id}`)
    },
  })
}

/** Sets or proposes a goal, or changes what needs nobody's agreement. */
export function GoalDialog({ goal, under, onClose }: GoalDialogProps) {
  const { t } = useFullLanguage()
  const me = useMe()
  const [place, setPlace] = useState<GoalPlace>(
    goal ?? { teamId: me.member?.teams[0]?.teamId ?? '', memberId: null, ownerId: null, parentId: null, ...under },
  )
  const save = useSave(goal, place, onClose)
  const [missing, setMissing] = useState(false)
  const unchosen: Record<string, string> = missing && place.teamId === '' ? { teamId: 'Fill this in' } : {}
  const errors = { ...unchosen, ...fieldErrors(save.error) }
  return (
    <Dialog title={goal ? t.goals.goalEditDialog : t.goals.goalDialog} onClose={onClose}>
      <SendingForm
        isSending={save.isPending}
        class="stack"
        onSubmit={onSubmit((fields) => {
          if (place.teamId === '') setMissing(true)
          else if (!save.isPending) save.mutate(fields)
        })}
      >
        {goal && !goal.may.changeAlone ? (
          <p class="soft">{goal.may.propose ? t.goals.agreedApart : t.goals.agreedByLeads}</p>
        ) : (
          <AgreedFields goal={goal ?? null} errors={errors} autofocus={!goal} />
        )}
        <TextArea
          short
          label={`${t.goals.goalWhy} (${t.optional})`}
          hint={t.goals.goalWhyHint}
          name="why"
          maxLength={5000}
          defaultValue={goal?.why ?? ''}
          error={errors.why}
        />
        <PlaceFields goal={goal} place={place} onChange={(part) => setPlace((before) => ({ ...before, ...part }))} errors={errors} />
        <CustomerFields goal={goal} errors={errors} />
        {goal && <TryTexts goal={goal} />}
        {!goal && <p class="soft note-size">{t.goals.mayWait}</p>}
        <ProblemNote error={save.error} kept={t.textKept} />
        <footer class="dialog-foot">
          <Button onClick={onClose}>{t.cancel}</Button>
          <Button type="submit" look="primary" busy={save.isPending}>
            {goal ? t.save : t.goals.goalSave}
          </Button>
        </footer>
      </SendingForm>
    </Dialog>
  )
}
